/** Files on the disk of this machine, for Node: the command line and the language server. */
// Node initializes `fs.promises` on first access, so importing it by name would slow down the start.
import { promises, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { ALWAYS_EXCLUDED_FOLDERS, isBriefName, isRegistryName } from '../protocol/fileNames.ts';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * The briefs and registries in a folder and below, sorted: paths relative to it, with forward slashes. `exclude` are lines of a
 * `.gitignore` in the folder. Hidden folders are not searched. Symbolic links are not followed: a registry that is found twice
 * would define everything twice, and links may form cycles.
 */
export async function findFilePaths(folder: string, exclude: readonly string[]): Promise<string[]> {
  const paths = await walkFolder(folder, '');
  return (exclude.length > 0 ? ignore().add(exclude).filter(paths) : paths).sort();
}

/** `prefix` is a path relative to the folder, with a slash at its end. Loading a glob library takes longer than reading a brief. */
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

/** The names of the registries directly in a folder; none if it cannot be read. */
export async function findRegistryNames(folder: string, exclude: readonly string[]): Promise<string[]> {
  const entries = await promises.readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && isRegistryName(entry.name)).map(({ name }) => name);
  return ignore().add(exclude).filter(names).sort();
}

/** Returns a filter of paths relative to a folder: whether one is not excluded by these lines of a `.gitignore`. */
export function createInclusionFilter(exclude: readonly string[]): (path: string) => boolean {
  const patterns = ignore().add([...exclude]);
  return (path) => !patterns.ignores(path);
}

/**
 * The text of a file, as in `readText`. Synchronous, because ten thousand small files take a third of the time; the indexer
 * yields between files.
 */
export function readTextSync(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/** A string that changes whenever the file does; undefined when there is no such file. */
export function fileStamp(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.mtimeMs}`;
}

/** The text of a file: UTF-8, without a byte order mark; invalid bytes become replacement characters. */
export async function readText(path: string): Promise<string> {
  return decodeText(await promises.readFile(path));
}

/** Bytes as text, as in `readText`. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What is at a path; rejects when there is nothing, or no permission. */
export async function kindOf(path: string): Promise<'file' | 'folder'> {
  return (await promises.stat(path)).isDirectory() ? 'folder' : 'file';
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  return promises.stat(path).then(
    () => true,
    () => false,
  );
}
