/** Which files a command reads: those that are named, those in named folders, and the registries that belong to them. */
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRegistryName } from '../host/fileNames.ts';
import { decode, exists, findNames, findRegistriesIn, kindOf, readText } from '../host/nodeFiles.ts';
import { couldNotRun } from './stop.ts';

/** A file that takes part in a command. */
export interface Input {
  /** As the user would write it: relative when a relative path was given, with forward slashes. */
  readonly name: string;
  readonly uri: string;
  readonly kind: 'brief' | 'registry';
  /** Whether it was asked for, by itself or with its folder; a registry may be read just for what it defines. */
  readonly named: boolean;
  readonly read: () => Promise<string>;
}

const STDIN = '-';

/**
 * The files behind the paths, each once, in order of the paths. A folder is searched, minus `exclude`. A file that is
 * named is a brief whatever it is called, unless it has the name of a registry; the registries near it are read too.
 */
export async function findInputs(
  paths: readonly string[],
  exclude: readonly string[],
  stdin: () => Promise<Uint8Array>,
): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  const add = (path: string, name: string, kind: Input['kind'], named: boolean) => {
    const before = inputs.get(path);
    if (before?.named || (before && !named)) return;
    const uri = pathToFileURL(path).href;
    inputs.set(path, { name: slashes(name), uri, kind, named, read: () => readText(path) });
  };
  const addNear = async (folder: string, shown: string) => {
    for (const [near, name] of await foldersNear(folder, shown)) {
      for (const file of await findRegistriesIn(near, exclude)) {
        add(join(near, file), join(name, file), 'registry', false);
      }
    }
  };
  for (const path of paths) {
    if (path === STDIN) {
      const read = async () => decode(await stdin());
      inputs.set(STDIN, { name: '<stdin>', uri: 'stdin:', kind: 'brief', named: true, read });
      await addNear(process.cwd(), '');
      continue;
    }
    const absolute = resolve(path);
    const kind = await kindOf(absolute).catch((error: unknown) => Promise.reject(unreadable(path, error)));
    if (kind === 'folder') {
      for (const name of await findNames(absolute, exclude)) {
        add(join(absolute, name), join(path, name), isRegistryName(name) ? 'registry' : 'brief', true);
      }
      continue;
    }
    add(absolute, path, isRegistryName(path) ? 'registry' : 'brief', true);
    await addNear(dirname(absolute), dirname(path));
  }
  return [...inputs.values()];
}

/** Says of a path why it cannot be read, and what to do. */
export function unreadable(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const where = resolve(path) === path ? '' : ` in ${process.cwd()}`;
    return couldNotRun(`There is no file or folder “${path}”${where}. Check the spelling, or name another path.`);
  }
  const reason = code === 'EACCES' || code === 'EPERM' ? 'you have no permission to read it' : describe(error);
  return couldNotRun(`“${path}” cannot be read: ${reason}. Make it readable, or leave it out with --exclude.`);
}

/**
 * The folder of a file and those above it whose registries count for it, each with the name to show: up to the first
 * one that is the current folder or holds a `.git`. Where neither is above it, the registries of strangers (in a home
 * folder, in /tmp) are none of its business, and only its own folder counts.
 */
async function foldersNear(folder: string, shown: string): Promise<[path: string, name: string][]> {
  const folders: [string, string][] = [];
  let [path, name] = [folder, shown];
  while (true) {
    folders.push([path, name]);
    if (path === process.cwd() || (await exists(join(path, '.git')))) return folders;
    const above = dirname(path);
    if (above === path) return folders.slice(0, 1);
    [path, name] = [above, resolve(name) === name ? above : join(name, '..')];
  }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
