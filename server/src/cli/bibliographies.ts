/** The bibliographies that the files of a command name. */

import { homedir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { getOrInsert } from '../base/memo/maps.ts';
import { runSync } from '../base/memo/steps.ts';
import { findBibliography } from '../host/bibliographyFiles.ts';
import { readTextSync } from '../host/nodeFiles.ts';
import { fileIdentity, toFileUri, toPath } from '../host/nodeUris.ts';
import { CONFIG_NAME, isRegistryName } from '../protocol/fileNames.ts';
import { formatOfName } from '../references/formats.ts';
import { bibliographiesIn } from '../references/namedBibliographies.ts';
import { readBibliography } from '../references/readBibliography.ts';
import type { UnreadBibliographies, UnreadReason } from '../scope/unreadBibliographies.ts';
import type { Registry } from '../syntax/ast.ts';
import { frontMatterLength } from '../syntax/brief/block.ts';
import { bibliographiesOf, readBrief } from '../syntax/brief/brief.ts';
import type { ConfigFile, Input } from './inputs.ts';

/** A bibliography, and whether the command is about it: it is then named by a file of a named folder. */
export interface BibliographyFile {
  readonly uri: string;
  readonly name: string;
  readonly text: string;
  readonly registry: Registry;
  readonly inFolder: boolean;
  readonly config: ConfigFile | undefined;
}

export interface ReadBibliographies {
  readonly files: readonly BibliographyFile[];
  readonly unread: UnreadBibliographies;
}

/** The paths that a file names. */
interface Naming {
  readonly uri: string;
  readonly paths: readonly string[];
  readonly inFolder: boolean;
  readonly config: ConfigFile | undefined;
}

/**
 * Reads what these files and their configurations name. `textOf` returns the text of a file; undefined if it cannot be read. Files
 * outside of the folders of the inputs are read only with `isTrusted`.
 */
export async function readBibliographies(
  inputs: readonly Input[],
  textOf: (input: Input) => Promise<string | undefined>,
  isTrusted: boolean,
): Promise<ReadBibliographies> {
  const rights = { isTrusted, roots: [...new Set(inputs.flatMap(({ root }) => root ?? []))] };
  const files = new Map<string, BibliographyFile>();
  const unread = new Map<string, Map<string, UnreadReason>>();
  for (const { uri: namedIn, paths, inFolder, config } of await namingsOf(inputs, textOf)) {
    for (const path of paths) {
      const reason = await read(path, namedIn, inFolder, config, rights, files);
      if (reason) getOrInsert(unread, namedIn, () => new Map<string, UnreadReason>()).set(path, reason);
    }
  }
  return { files: [...files.values()], unread };
}

async function namingsOf(
  inputs: readonly Input[],
  textOf: (input: Input) => Promise<string | undefined>,
): Promise<Naming[]> {
  const namings: Naming[] = [];
  const configs = new Set(inputs.flatMap(({ config }) => config ?? []));
  for (const config of configs) {
    const inFolder = inputs.some((input) => input.config === config && input.inFolder);
    const paths = config.config.bibliography.map(({ value }) => value);
    namings.push({ uri: toFileUri(join(config.folder, CONFIG_NAME)), paths, inFolder, config });
  }
  for (const input of inputs) {
    if (input.kind !== 'project' && input.kind !== 'brief') continue;
    const text = await textOf(input);
    const yaml = input.kind === 'project' ? text : text?.slice(0, frontMatterLength(text) ?? 0);
    // Front matter that names none is not read twice.
    if (!yaml?.includes('bibliography')) continue;
    const paths =
      input.kind === 'project' ? bibliographiesIn(yaml).map(({ value }) => value) : bibliographiesOf(readBrief(yaml));
    namings.push({ uri: input.uri, paths, inFolder: input.inFolder, config: input.config });
  }
  return namings;
}

async function read(
  path: string,
  namedIn: string,
  inFolder: boolean,
  config: ConfigFile | undefined,
  { roots, isTrusted }: { readonly roots: readonly string[]; readonly isTrusted: boolean },
  files: Map<string, BibliographyFile>,
): Promise<UnreadReason | undefined> {
  const from = namedIn === 'stdin:' ? `${toFileUri(process.cwd())}/-` : namedIn;
  const found = await findBibliography(path, from, {
    roots,
    isTrusted,
    home: toFileUri(homedir()),
    identityOf: (uri) => fileIdentity(uri),
    read: async (uri) => readTextSync(toPath(uri)),
    isCurrent: (uri) => files.has(uri),
  });
  if (found.uri !== undefined && isRegistryName(found.uri)) return undefined;
  if ('problem' in found) return found.problem;
  if ('isCurrent' in found) return undefined;
  const { uri, text } = found;
  const format = formatOfName(uri);
  if (!format) return 'unknown-format';
  const registry = runSync(readBibliography(text, await format.load())).finish();
  files.set(uri, { uri, name: displayName(toPath(uri)), text, registry, inFolder, config });
  return undefined;
}

/** The path from the current folder, if the file is below it. */
function displayName(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith('..') || isAbsolute(name) ? path : name;
}
