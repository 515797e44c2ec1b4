/** Finds the files that a command reads: named files, files in named folders, and the registries and configuration that apply to them. */

import { dirname, join, relative, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { createGlobFilter } from '../base/text/globs.ts';
import { describeFileNote } from '../host/fileNotes.ts';
import { createInclusionFilter, exists, findFiles, findRegistryNames, kindOf, readText } from '../host/nodeFiles.ts';
import { realPathOf, toFileUri } from '../host/nodeUris.ts';
import { CONFIG_NAME, isConfigName, isProjectName, isRegistryName } from '../protocol/fileNames.ts';
import { decodeText, type FileNote, type FileText } from '../protocol/fileText.ts';
import { type Config, readConfig } from '../rules/config/config.ts';
import { createUsageError, isUsageError } from './usageError.ts';

/** A file that a command reads. */
export interface Input {
  /** As the user would write it: relative if a relative path was given, with forward slashes. */
  readonly name: string;
  readonly uri: string;
  /** A project file is one of Quarto or Pandoc, which may name bibliographies. */
  readonly kind: 'brief' | 'registry' | 'config' | 'project';
  /** Whether the command is about this file, named by itself or with its folder; other registries are read for what they define. */
  readonly named: boolean;
  /** Whether it was found in a named folder, together with all briefs there. */
  readonly inFolder: boolean;
  /** The configuration that applies to it. */
  readonly config?: ConfigFile | undefined;
  /** The URI of the folder it belongs to: the one of its repository, or a named one. */
  readonly root?: string;
  readonly read: () => Promise<FileText>;
}

/** What a command reads, and what it does not. */
export interface Inputs {
  readonly files: readonly Input[];
  /** What was left out of named folders and could have been meant. */
  readonly passedOver: readonly { readonly name: string; readonly note: FileNote }[];
  /** Named folders without briefs and registries, and the files in them that may hold a brief. */
  readonly emptyFolders: readonly { readonly name: string; readonly documents: readonly string[] }[];
}

/** A `.briefmark.yaml`. */
export interface ConfigFile {
  readonly name: string;
  /** The real path of its folder. */
  readonly folder: string;
  readonly text: string;
  readonly config: Config;
}

/** Whether a path leads to one of the files that are read. */
export function isRead(path: string, inputs: readonly Input[]): boolean {
  const target = toFileUri(realPathOf(resolve(path)));
  return inputs.some(({ uri }) => uri === target);
}

/** The path that means standard input. */
export const STDIN = '-';

/**
 * The files that the paths lead to, each once, in the order of the paths. Folders are searched, without the files that `exclude`
 * and their configuration exclude. A named file is a brief whatever its name, unless it has the name of a registry; the
 * registries near it are read too. The nearest configuration applies, in the folder of the file or above it. Throws a usage
 * error if a path cannot be read.
 */
export async function findInputs(
  paths: readonly string[],
  exclude: readonly string[],
  stdin: () => Promise<Uint8Array>,
): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const passedOver: Inputs['passedOver'][number][] = [];
  const emptyFolders: Inputs['emptyFolders'][number][] = [];
  const configs = new Map<string, Promise<ConfigFile | undefined>>();
  const add = (path: string, name: string, about: Pick<Input, 'kind' | 'named' | 'inFolder' | 'config' | 'root'>) => {
    const before = inputs.get(path);
    if (before?.named || (before && !about.named)) {
      if (about.inFolder && !before.inFolder) inputs.set(path, { ...before, inFolder: true });
      return;
    }
    inputs.set(path, { ...about, name: toForwardSlashes(name), uri: toFileUri(path), read: () => readText(path) });
  };
  const findConfig = async (near: readonly NamedFolder[]): Promise<ConfigFile | undefined> => {
    for (const folder of near) {
      const pending = configs.get(folder.path) ?? readConfigIn(folder);
      configs.set(folder.path, pending);
      const found = await pending;
      if (found) return found;
    }
    return undefined;
  };
  const addRegistries = async (near: readonly NamedFolder[], config: ConfigFile | undefined) => {
    for (const { path, name } of near) {
      const files = await findRegistryNames(path, exclude);
      for (const file of files.filter((one) => isIncluded(config, join(path, one)))) {
        add(join(path, file), join(name, file), {
          kind: kindByName(file),
          named: false,
          inFolder: false,
          config,
          root: rootOf(near),
        });
      }
    }
  };
  for (const path of paths) {
    if (path === STDIN) {
      let bytes: Promise<Uint8Array> | undefined;
      const read = async () => {
        bytes ??= stdin();
        return decodeText(await bytes);
      };
      const near = await applicableFolders(realPathOf(process.cwd()), '');
      const config = await findConfig(near);
      const root = rootOf(near);
      inputs.set(STDIN, {
        name: '<stdin>',
        uri: 'stdin:',
        kind: 'brief',
        named: true,
        inFolder: false,
        config,
        root,
        read,
      });
      await addRegistries(near, config);
      continue;
    }
    const absolute = realPathOf(resolve(path));
    const kind = await kindOf(absolute).catch((error: unknown) => Promise.reject(unreadableError(path, error)));
    if (kind === 'folder') {
      const near = await applicableFolders(absolute, path);
      const config = await findConfig(near);
      const about = { named: true, inFolder: true, config, root: rootOf(near) };
      if (config?.folder === absolute)
        add(join(absolute, CONFIG_NAME), join(path, CONFIG_NAME), { ...about, kind: 'config' });
      const found = await findFiles(absolute, exclude);
      const isHere = (name: string) => isIncluded(config, join(absolute, name));
      const nameOf = (name: string) => toForwardSlashes(join(path, name));
      const texts = found.documents.filter((name) => isIncludedText(config, join(absolute, name)));
      const included = [...found.paths, ...texts].filter(isHere).sort();
      for (const name of included) add(join(absolute, name), nameOf(name), { ...about, kind: kindByName(name) });
      for (const { path: name, note } of found.passedOver)
        if (name === '' || isHere(name)) passedOver.push({ name: nameOf(name), note });
      if (included.every(isProjectName))
        emptyFolders.push({ name: nameOf(''), documents: found.documents.filter(isHere).map(nameOf) });
      continue;
    }
    if (kind === 'other') throw createUsageError(describeFileNote(path, 'no-file'));
    const near = await applicableFolders(dirname(absolute), dirname(path));
    const config = await findConfig(near);
    add(absolute, path, { kind: kindByName(path), named: true, inFolder: false, config, root: rootOf(near) });
    await addRegistries(near, config);
  }
  return { files: [...inputs.values()], passedOver, emptyFolders };
}

/** The usage error for a path that cannot be read: why, and what to do. */
export function unreadableError(path: string, error: unknown): Error {
  if (isUsageError(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return createUsageError(
      resolve(path) === path
        ? l10n.t('There is no file or folder “{0}”. Check the spelling, or name another path.', path)
        : l10n.t(
            'There is no file or folder “{0}” in {1}. Check the spelling, or name another path.',
            path,
            process.cwd(),
          ),
    );
  }
  const problem =
    code === 'EACCES' || code === 'EPERM'
      ? l10n.t('“{0}” cannot be read: you have no permission to read it.', path)
      : l10n.t('“{0}” cannot be read: {1}.', path, errorMessage(error));
  return createUsageError(`${problem} ${l10n.t('Make it readable, or leave it out with --exclude.')}`);
}

/** A folder, and its name as the user would write it. */
interface NamedFolder {
  readonly path: string;
  readonly name: string;
}

/**
 * The folders whose registries and configuration apply to a file, the nearest first: its own folder and those above it, up to
 * the current folder or the first one with a `.git`. If there is neither, only its own folder, so that files of other people
 * above it (in a home folder, in /tmp) do not apply.
 */
async function applicableFolders(folder: string, displayName: string): Promise<NamedFolder[]> {
  const current = realPathOf(process.cwd());
  const folders: NamedFolder[] = [];
  let [path, name] = [folder, displayName];
  while (true) {
    folders.push({ path, name });
    if (path === current || (await exists(join(path, '.git')))) return folders;
    const parent = dirname(path);
    if (parent === path) return folders.slice(0, 1);
    [path, name] = [parent, resolve(name) === name ? parent : join(name, '..')];
  }
}

function rootOf(near: readonly NamedFolder[]): string {
  return toFileUri(near.at(-1)!.path);
}

async function readConfigIn({ path, name }: NamedFolder): Promise<ConfigFile | undefined> {
  const configPath = join(path, CONFIG_NAME);
  if (!(await exists(configPath))) return undefined;
  const displayName = toForwardSlashes(join(name, CONFIG_NAME));
  // A link may lead to a file beside it. What is outside its folder is not read: its text would be quoted.
  const target = realPathOf(configPath);
  const { text, note } = await readText(target.startsWith(path + sep) ? target : configPath).catch((error: unknown) =>
    Promise.reject(unreadableError(displayName, error)),
  );
  if (text === undefined) throw createUsageError(describeFileNote(displayName, note ?? 'unreadable'));
  return { name: displayName, folder: path, text, config: readConfig(text) };
}

/** Whether the configuration includes a file. It applies only below its folder. */
function isIncluded(file: ConfigFile | undefined, path: string): boolean {
  if (!file || file.config.exclude.length === 0) return true;
  const name = toForwardSlashes(relative(file.folder, path));
  return name.startsWith('../') || createInclusionFilter(file.config.exclude)(name);
}

/** Whether the configuration includes a text file as a brief. */
function isIncludedText(file: ConfigFile | undefined, path: string): boolean {
  if (!file || file.config.include.length === 0) return false;
  const name = toForwardSlashes(relative(file.folder, path));
  return !name.startsWith('../') && createGlobFilter(file.config.include)(name);
}

function kindByName(name: string): Input['kind'] {
  return isConfigName(name) ? 'config' : isRegistryName(name) ? 'registry' : isProjectName(name) ? 'project' : 'brief';
}

function toForwardSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
