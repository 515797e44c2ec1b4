/** The brief that an assistant asks about: a file of the workspace, or a text. */

import { type AskedBrief, type BriefArguments, checkBriefArguments, type ToolContext } from '../../assistants/tool.ts';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { isProfile } from '../../rules/engine/settings.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { createScope, type Scope } from '../../scope/scope.ts';
import { frontMatterRegistryOf, readBrief, withKnownNames } from '../../syntax/brief/brief.ts';
import type { FeatureContext } from '../feature.ts';

/** The name of a text that is in no file. */
const UNSAVED = 'unsaved.brief';

/** Only briefs that the workspace lists are read, so no path leads elsewhere. */
export async function askedBrief(
  args: BriefArguments,
  context: FeatureContext,
  refuse: ToolContext['refuse'],
): Promise<AskedBrief> {
  checkBriefArguments(args, refuse);
  const { path, text: given, profile } = args;
  const uri = path === undefined ? `${context.folders[0] ?? 'untitled:'}/${UNSAVED}` : findBrief(path, context);
  if (uri === undefined) return refuse(`“${path}” is not a brief of the workspace.`);
  const text = given ?? (await context.read(uri));
  if (text === undefined) return refuse(`“${path}” cannot be read.`);
  const read = readBrief(text, uri);
  const scope = given === undefined ? context.workspace.scopeOf(uri) : scopeOfText(read, uri, context);
  const starts = lineStarts(text);
  const { checks } = context.revisionOf(uri);
  return {
    name: path ?? UNSAVED,
    uri,
    text,
    brief: withKnownNames(read, knownNamesOf(scope)),
    scope,
    settings: profile !== undefined && isProfile(profile) ? { ...checks, forcedProfile: profile } : checks,
    positionAt: (offset) => positionAt(starts, offset),
  };
}

/** A path relative to a folder of the workspace, an absolute one, or a URI. */
function findBrief(path: string, { workspace, folders }: FeatureContext): string | undefined {
  const wanted = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const absolute = pathOf(wanted);
  const roots = folders.map((folder) => `${pathOf(folder).replace(/\/$/, '')}/`);
  for (const { uri } of workspace.briefs()) {
    const file = pathOf(uri);
    if (file === absolute || roots.some((root) => file === root + wanted)) return uri;
  }
  return undefined;
}

/** The path in a URI, decoded; a path as it is, but with a slash before the letter of a drive. */
function pathOf(uri: string): string {
  const path = /^[a-z][a-z0-9+.-]+:\/\/[^/]*(\/.*)$/i.exec(uri)?.[1];
  try {
    return (path === undefined ? uri : decodeURIComponent(path)).replace(
      /^\/?([a-z]):/i,
      (_, drive: string) => `/${drive.toLowerCase()}:`,
    );
  } catch {
    return uri;
  }
}

/** What the registries define for a text, and its own front matter. */
function scopeOfText(
  brief: ReturnType<typeof readBrief>,
  uri: string,
  { workspace, isInFolder }: FeatureContext,
): Scope {
  const shared = workspace.scopeOf('');
  const registry = frontMatterRegistryOf(brief);
  if (!registry) return shared;
  const registries = [...workspace.registries].flatMap(([at, one]) =>
    isInFolder(at) ? [{ uri: at, registry: one }] : [],
  );
  return createScope([...registries, { uri, registry }], shared);
}
