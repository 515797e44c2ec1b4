/** The files of a command, parsed: all registries at once, the briefs one after the other. */

import { getOrInsert } from '../base/memo/maps.ts';
import { lineStarts, type Position, positionAt } from '../base/text/positions.ts';
import type { FileNote, FileText } from '../protocol/fileText.ts';
import { readConfig } from '../rules/config/config.ts';
import { type CheckSettings, mergeCheckSettings } from '../rules/engine/settings.ts';
import type { Scope } from '../scope/scope.ts';
import type { UnreadBibliographies } from '../scope/unreadBibliographies.ts';
import type { Brief, Registry } from '../syntax/ast.ts';
import { readBrief } from '../syntax/brief/brief.ts';
import { readRegistry } from '../syntax/registry/registry.ts';
import { createWorkspace } from '../workspace/index/workspaceStore.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readBibliographies } from './bibliographies.ts';
import type { ConfigFile, Input } from './inputs.ts';

/** A file and its text. */
export interface ProjectFile {
  /** As the user would write it. */
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly positionAt: (offset: number) => Position;
}

/** A brief. Keep `source` rather than the object itself, so that the parsed brief can be freed. */
export interface BriefFile extends ProjectFile {
  readonly kind: 'brief';
  readonly source: ProjectFile;
  readonly brief: Brief;
  readonly scope: Scope;
  readonly settings: CheckSettings;
}

/** A brief that is not parsed. */
export interface BriefSource extends ProjectFile {
  readonly kind: 'unparsed';
  readonly source: ProjectFile;
  readonly settings: CheckSettings;
}

export interface RegistryFile extends ProjectFile {
  readonly kind: 'registry';
  readonly source: ProjectFile;
  readonly registry: Registry;
  readonly scope: Scope;
  readonly settings: CheckSettings;
  /** Whether it was found in a named folder, together with all briefs there. */
  readonly inFolder: boolean;
}

export interface Project {
  /** The named files, in order. A brief is parsed when its turn comes, and is in `workspace` until the next file is requested. */
  readonly files: () => AsyncIterable<BriefFile | RegistryFile>;
  /** The same files, with briefs as they are stored. */
  readonly sources: () => AsyncIterable<BriefSource | RegistryFile>;
  /** How many briefs are named, whether they can be read or not. */
  readonly briefCount: number;
  /** What applies to all briefs. */
  readonly definitions: Definitions;
  /** Whether all files requested so far could be read. */
  readonly isComplete: () => boolean;
  /** The file of any registry, named or not; undefined for other files. */
  readonly registry: (uri: string) => ProjectFile | undefined;
  /** What `use` makes of a brief, which is parsed, and in `workspace`, as long. */
  readonly withBrief: <T>(brief: BriefSource, use: (file: BriefFile) => T | Promise<T>) => Promise<T>;
  /** The brief whose turn it is with another text, also in the workspace. */
  readonly withText: (file: BriefFile, text: string) => BriefFile;
  readonly workspace: Workspace;
}

/** What registries and bibliographies define, as plain data. */
export interface Definitions {
  readonly registries: readonly (readonly [uri: string, registry: Registry])[];
  readonly unread: UnreadBibliographies;
}

/** The number of files read at once. */
const BATCH_SIZE = 64;

/**
 * Reads the registries and makes the briefs available. Files that cannot be read are reported to `onUnreadable` and left out;
 * `onNote` is called with what there is to say of others.
 * `overrides` take precedence over the configuration; with `isTrusted`, bibliographies outside of their folders are read, too.
 */
export async function openProject(
  inputs: readonly Input[],
  onUnreadable: (name: string, error: unknown) => void,
  onNote: (name: string, note: FileNote) => void,
  overrides: Partial<CheckSettings> = {},
  isTrusted = false,
): Promise<Project> {
  const settingsCache = new Map<ConfigFile | undefined, CheckSettings>();
  const settingsOf = ({ config }: Pick<Input, 'config'>) =>
    getOrInsert(settingsCache, config, () => mergeCheckSettings(config?.config.checks ?? {}, overrides));
  let isComplete = true;
  /** What was read of briefs, until their turn comes. */
  const pending = new Map<Input, Promise<ReadResult>>();
  const readPending = async (input: Input): Promise<ReadResult> => {
    const reading = pending.get(input) ?? readInput(input);
    pending.delete(input);
    return reading;
  };
  /** Called in the order of the inputs, so that messages do not depend on which file is read first. */
  const accept = (input: Input, { text, note, error }: ReadResult): ProjectFile | undefined => {
    if (error !== undefined) onUnreadable(input.name, error);
    if (note) onNote(input.name, note);
    if (text !== undefined) return createProjectFile(input, text);
    isComplete = false;
    return undefined;
  };
  const shared: [uri: string, registry: Registry][] = [];
  const registries = new Map<string, { file: ProjectFile; registry: Registry }>();
  for await (const [input, result] of mapInBatches(
    inputs.filter(({ kind }) => kind === 'registry' || kind === 'config'),
    readInput,
  )) {
    const file = accept(input, result);
    if (!file) continue;
    const registry = input.kind === 'config' ? readConfig(file.text).registry : readRegistry(file.text);
    registries.set(input.uri, { file, registry });
    if (input.kind === 'registry') shared.push([input.uri, registry]);
  }
  // What cannot be read is reported when its turn comes.
  const textOf = async (input: Input) => {
    const reading = readInput(input);
    if (input.kind === 'brief' && input.named) pending.set(input, reading);
    return (await reading).text;
  };
  const bibliographies = await readBibliographies(inputs, textOf, isTrusted);
  for (const { uri, name, text, registry } of bibliographies.files) {
    registries.set(uri, { file: createProjectFile({ name, uri }, text), registry });
    shared.push([uri, registry]);
  }
  const definitions = { registries: shared, unread: bibliographies.unread };
  const { workspace, putBrief, remove } = workspaceOf(definitions);
  async function* sources(): AsyncGenerator<BriefSource | RegistryFile> {
    const named = inputs.filter((input) => input.named);
    const readIfBrief = async (input: Input) => (input.kind === 'brief' ? readPending(input) : undefined);
    for await (const [input, result] of mapInBatches(named, readIfBrief)) {
      const { uri, inFolder } = input;
      const read = registries.get(uri);
      if (read) {
        const { file: source, registry } = read;
        const scope = workspace.scopeOf(uri);
        yield { ...source, kind: 'registry', source, registry, scope, settings: settingsOf(input), inFolder };
      }
      const file = result && accept(input, result);
      if (file) yield { ...file, kind: 'unparsed', source: file, settings: settingsOf(input) };
    }
    for (const file of bibliographies.files) {
      const { uri, registry, inFolder } = file;
      if (!inFolder) continue;
      const source = registries.get(uri)!.file;
      const scope = workspace.scopeOf(uri);
      yield { ...source, kind: 'registry', source, registry, scope, settings: settingsOf(file), inFolder };
    }
  }
  return {
    isComplete: () => isComplete,
    registry: (uri) => registries.get(uri)?.file,
    async withBrief({ source, settings }, use) {
      const result = await use(putBrief(source, settings));
      remove(source.uri);
      return result;
    },
    withText: ({ name, uri, settings }, text) => putBrief(createProjectFile({ name, uri }, text), settings),
    workspace,
    sources,
    briefCount: inputs.filter(({ named, kind }) => named && kind === 'brief').length,
    definitions,
    async *files() {
      for await (const file of sources()) {
        if (file.kind === 'registry') yield file;
        else {
          yield putBrief(file.source, file.settings);
          remove(file.uri);
        }
      }
    },
  };
}

/** A workspace with these definitions, to which one brief at a time is added. */
export function workspaceOf({ registries, unread }: Definitions) {
  const workspace = createWorkspace();
  for (const [uri, registry] of registries) workspace.putRegistry(uri, registry);
  workspace.setUnreadBibliographies(unread);
  return {
    workspace: workspace as Workspace,
    putBrief(source: ProjectFile, settings: CheckSettings): BriefFile {
      const { uri } = source;
      workspace.putBrief(uri, readBrief(source.text, uri), true);
      const brief = workspace.brief(uri)!;
      return { ...source, kind: 'brief', source, brief, scope: workspace.scopeOf(uri), settings };
    },
    remove(uri: string): void {
      workspace.remove(uri);
    },
  };
}

/** A file with a text that is known. */
export function createProjectFile({ name, uri }: Pick<Input, 'name' | 'uri'>, text: string): ProjectFile {
  let starts: readonly number[] | undefined;
  return {
    name,
    uri,
    text,
    positionAt(offset) {
      starts ??= lineStarts(text);
      return positionAt(starts, offset);
    },
  };
}

/** What an input holds, or why it cannot be read. */
type ReadResult = FileText & { readonly error?: unknown };

async function readInput(input: Input): Promise<ReadResult> {
  return input.read().catch((error: unknown) => ({ text: undefined, error }));
}

async function* mapInBatches<T, R>(items: readonly T[], run: (item: T) => Promise<R>): AsyncIterable<[T, R]> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    const batch = items.slice(start, start + BATCH_SIZE);
    const results = await Promise.all(batch.map(run));
    for (const [index, item] of batch.entries()) yield [item, results[index]!];
  }
}
