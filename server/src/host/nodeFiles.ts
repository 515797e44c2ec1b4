/** Files on the disk of this machine, for Node: the command line and the language server. */
// Node makes the promises of its file system ready when they are first used, which is after a start.
import { promises, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { ALWAYS_EXCLUDED_FOLDERS, isBriefName, isRegistryName } from '../protocol/fileNames.ts';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * The briefs and registries in a folder and the folders below it, in order: paths relative to it, with forward slashes.
 * `exclude` are lines as in a `.gitignore` that stands in the folder. Hidden folders are not searched. Symbolic links
 * are not followed: a registry that is found twice would define everything twice, and links may run in circles.
 */
export async function findFilePaths(folder: string, exclude: readonly string[]): Promise<string[]> {
  const paths = await walkFolder(folder, '');
  return (exclude.length > 0 ? ignore().add(exclude).filter(paths) : paths).sort();
}

/** `below` is a path relative to the folder, with a slash at its end. Loading a library for this took longer than reading a brief. */
async function walkFolder(folder: string, prefix: string): Promise<string[]> {
  const entries = await promises.readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
  const visibleEntries = entries.filter(({ name }) => !name.startsWith('.') && !ALWAYS_EXCLUDED_FOLDERS.includes(name));
  const names = visibleEntries.filter((entry) => entry.isFile()).map(({ name }) => prefix + name);
  const folders = visibleEntries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => walkFolder(folder, `${prefix}${name}/`));
  const found = names.filter((name) => isBriefName(name) || isRegistryName(name));
  return [...found, ...(await Promise.all(folders)).flat()];
}

/** The names of the registries that stand in a folder itself; none where it cannot be read. */
export async function findRegistryNames(folder: string, exclude: readonly string[]): Promise<string[]> {
  const entries = await promises.readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && isRegistryName(entry.name)).map(({ name }) => name);
  return ignore().add(exclude).filter(names).sort();
}

/** Tells of a path relative to a folder whether the lines of a `.gitignore` there keep it. */
export function createInclusionFilter(exclude: readonly string[]): (path: string) => boolean {
  const patterns = ignore().add([...exclude]);
  return (path) => !patterns.ignores(path);
}

/**
 * The text of a file of an index, as `readText` has it. At once: ten thousand small files take a third of the time that
 * way, and whoever reads many lets others have their turn in between.
 */
export function readTextSync(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/** Something about a file that changes whenever it does; undefined when there is none. */
export function fileStamp(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.size} ${found.mtimeMs}`;
}

/** The text of a file: UTF-8, without a byte order mark; bytes that are none become replacement characters. */
export async function readText(path: string): Promise<string> {
  return decodeText(await promises.readFile(path));
}

/** Bytes as text, in the way of `readText`. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What a path leads to; rejects when there is nothing or it cannot be looked at. */
export async function kindOf(path: string): Promise<'file' | 'folder'> {
  return (await promises.stat(path)).isDirectory() ? 'folder' : 'file';
}

/** Whether a path leads anywhere. */
export async function exists(path: string): Promise<boolean> {
  return promises.stat(path).then(
    () => true,
    () => false,
  );
}
