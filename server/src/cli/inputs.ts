/** Which files a command reads: those that are named, those in named folders, and what belongs to them: registries, configuration. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as l10n from '@vscode/l10n';
import {
  createInclusionFilter,
  decodeText,
  exists,
  findFilePaths,
  findRegistryNames,
  kindOf,
  readText,
} from '../host/nodeFiles.ts';
import { CONFIG_NAME, isConfigName, isRegistryName } from '../protocol/fileNames.ts';
import { type Config, readConfig } from '../rules/config/config.ts';
import { createUsageError } from './usageError.ts';

/** A file that takes part in a command. */
export interface Input {
  /** As the user would write it: relative when a relative path was given, with forward slashes. */
  readonly name: string;
  readonly uri: string;
  readonly kind: 'brief' | 'registry' | 'config';
  /** Whether it was asked for, by itself or with its folder; a registry may be read just for what it defines. */
  readonly named: boolean;
  /** Whether it came with a folder, and with it all the briefs there. */
  readonly inFolder: boolean;
  /** The configuration that counts for it. */
  readonly config?: ConfigFile | undefined;
  readonly read: () => Promise<string>;
}

/** A `.briefmark.yaml` that was found. */
export interface ConfigFile {
  readonly name: string;
  /** The folder it stands in. */
  readonly folder: string;
  readonly text: string;
  readonly config: Config;
}

const STDIN = '-';

/**
 * The files behind the paths, each once, in order of the paths. A folder is searched, minus `exclude` and what its
 * configuration excludes. A file that is named is a brief whatever it is called, unless it has the name of a registry;
 * the registries near it are read too. The nearest configuration counts, in the folder itself or above it.
 */
export async function findInputs(
  paths: readonly string[],
  exclude: readonly string[],
  stdin: () => Promise<Uint8Array>,
): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  const configs = new Map<string, Promise<ConfigFile | undefined>>();
  const add = (path: string, name: string, about: Pick<Input, 'kind' | 'named' | 'inFolder' | 'config'>) => {
    const before = inputs.get(path);
    if (before?.named || (before && !about.named)) {
      if (about.inFolder && !before.inFolder) inputs.set(path, { ...before, inFolder: true });
      return;
    }
    const uri = pathToFileURL(path).href;
    inputs.set(path, { ...about, name: toForwardSlashes(name), uri, read: () => readText(path) });
  };
  const findConfig = async (near: readonly NamedFolder[]): Promise<ConfigFile | undefined> => {
    for (const place of near) {
      const known = configs.get(place.path) ?? readConfigIn(place);
      configs.set(place.path, known);
      const found = await known;
      if (found) return found;
    }
    return undefined;
  };
  const addRegistries = async (near: readonly NamedFolder[], config: ConfigFile | undefined) => {
    for (const { path, name } of near) {
      const files = await findRegistryNames(path, exclude);
      for (const file of files.filter((one) => isIncluded(config, join(path, one)))) {
        add(join(path, file), join(name, file), { kind: 'registry', named: false, inFolder: false, config });
      }
    }
  };
  for (const path of paths) {
    if (path === STDIN) {
      const read = async () => decodeText(await stdin());
      const near = await applicableFolders(process.cwd(), '');
      const config = await findConfig(near);
      inputs.set(STDIN, { name: '<stdin>', uri: 'stdin:', kind: 'brief', named: true, inFolder: false, config, read });
      await addRegistries(near, config);
      continue;
    }
    const absolute = resolve(path);
    const kind = await kindOf(absolute).catch((error: unknown) => Promise.reject(unreadableError(path, error)));
    if (kind === 'folder') {
      const config = await findConfig(await applicableFolders(absolute, path));
      const about = { named: true, inFolder: true, config };
      if (config?.folder === absolute)
        add(join(absolute, CONFIG_NAME), join(path, CONFIG_NAME), { ...about, kind: 'config' });
      for (const name of await findFilePaths(absolute, exclude)) {
        if (isIncluded(config, join(absolute, name)))
          add(join(absolute, name), join(path, name), { ...about, kind: kindByName(name) });
      }
      continue;
    }
    const near = await applicableFolders(dirname(absolute), dirname(path));
    const config = await findConfig(near);
    add(absolute, path, { kind: kindByName(path), named: true, inFolder: false, config });
    await addRegistries(near, config);
  }
  return [...inputs.values()];
}

/** Says of a path why it cannot be read, and what to do. */
export function unreadableError(path: string, error: unknown): Error {
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
 * The folder of a file and those above it whose registries count for it: up to the first one that is the current folder
 * or holds a `.git`. Where neither is above it, the registries of strangers (in a home folder, in /tmp) are none of its
 * business, and only its own folder counts.
 */
async function applicableFolders(folder: string, displayName: string): Promise<NamedFolder[]> {
  const folders: NamedFolder[] = [];
  let [path, name] = [folder, displayName];
  while (true) {
    folders.push({ path, name });
    if (path === process.cwd() || (await exists(join(path, '.git')))) return folders;
    const parent = dirname(path);
    if (parent === path) return folders.slice(0, 1);
    [path, name] = [parent, resolve(name) === name ? parent : join(name, '..')];
  }
}

async function readConfigIn({ path, name }: NamedFolder): Promise<ConfigFile | undefined> {
  const configPath = join(path, CONFIG_NAME);
  if (!(await exists(configPath))) return undefined;
  const displayName = toForwardSlashes(join(name, CONFIG_NAME));
  const text = await readText(configPath).catch((error: unknown) =>
    Promise.reject(unreadableError(displayName, error)),
  );
  return { name: displayName, folder: path, text, config: readConfig(text) };
}

/** Whether the configuration does not leave a file out; of what lies above its folder it has nothing to say. */
function isIncluded(file: ConfigFile | undefined, path: string): boolean {
  if (!file || file.config.exclude.length === 0) return true;
  const name = toForwardSlashes(relative(file.folder, path));
  return name.startsWith('../') || createInclusionFilter(file.config.exclude)(name);
}

function kindByName(name: string): Input['kind'] {
  return isConfigName(name) ? 'config' : isRegistryName(name) ? 'registry' : 'brief';
}

function toForwardSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
