/** Files on the disk of this machine, for Node: the command line and the language server. */
// Node initializes `fs.promises` on first access, so importing it by name would slow down the start.
import { existsSync, lstatSync, promises, readFileSync, realpathSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore from 'ignore';
import {
  ALWAYS_EXCLUDED_FOLDERS,
  isBriefName,
  isProjectName,
  isRegistryName,
  isTextName,
} from '../protocol/fileNames.ts';
import {
  decodeText,
  type FileNote,
  type FileText,
  isSurelyUtf8,
  MAX_FILE_MB,
  withLineFeeds,
} from '../protocol/fileText.ts';

/** What is in a folder and below: paths relative to it, with forward slashes. */
export interface FoundFiles {
  /** The briefs and registries, sorted. */
  readonly paths: readonly string[];
  /** What was left out and could have been meant: links, and folders that cannot be read; sorted. */
  readonly passedOver: readonly PassedOver[];
  /** Other files that may hold a brief, by their extension; sorted. */
  readonly documents: readonly string[];
}

export interface PassedOver {
  readonly path: string;
  readonly note: FileNote;
}

const BYTE_ORDER_MARK = 0xfeff;
const officeName = /\.(?:docx|pdf)$/i;

/**
 * Finds the briefs and registries in a folder and below. `exclude` are lines of a `.gitignore` in the folder. Hidden folders
 * are not searched. Symbolic links are not followed: they may leave the folder, or form cycles.
 */
export async function findFiles(folder: string, exclude: readonly string[]): Promise<FoundFiles> {
  const found = { paths: [] as string[], passedOver: [] as PassedOver[], documents: [] as string[] };
  const isIncluded = exclude.length > 0 ? createInclusionFilter(exclude) : () => true;
  await walkFolder(folder, '', found);
  return {
    paths: found.paths.filter(isIncluded).sort(),
    passedOver: found.passedOver
      .filter(({ path }) => path === '' || isIncluded(path))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    documents: found.documents.filter(isIncluded).sort(),
  };
}

/** `prefix` is a path relative to the folder, with a slash at its end. Loading a glob library takes longer than reading a brief. */
async function walkFolder(
  folder: string,
  prefix: string,
  found: { readonly paths: string[]; readonly passedOver: PassedOver[]; readonly documents: string[] },
): Promise<void> {
  const entries = await promises.readdir(join(folder, prefix), { withFileTypes: true }).catch((error: unknown) => {
    if (!isGone(error)) found.passedOver.push({ path: prefix.slice(0, -1), note: 'unreadable' });
    return [];
  });
  const below: Promise<void>[] = [];
  for (const entry of entries) {
    const { name } = entry;
    const path = prefix + name;
    if (name.startsWith('.') || ALWAYS_EXCLUDED_FOLDERS.includes(name)) continue;
    if (entry.isDirectory()) below.push(walkFolder(folder, `${path}/`, found));
    else if (!isBriefName(name) && !isRegistryName(name) && !isProjectName(name)) {
      if ((isTextName(name) || officeName.test(name)) && entry.isFile()) found.documents.push(path);
    } else if (entry.isFile()) found.paths.push(path);
    else if (!entry.isSymbolicLink()) found.passedOver.push({ path, note: 'no-file' });
    else if (!leadsToFileBelow(folder, path)) found.passedOver.push({ path, note: 'link' });
  }
  await Promise.all(below);
}

/** Whether a link leads to a file that is found itself. */
function leadsToFileBelow(folder: string, path: string): boolean {
  try {
    const target = realpathSync.native(join(folder, path));
    return target.startsWith(realpathSync.native(folder) + sep) && (isBriefName(target) || isRegistryName(target));
  } catch {
    return false;
  }
}

/** The names of the registries, and of the files of Quarto and Pandoc, directly in a folder; none if it cannot be read. */
export async function findRegistryNames(folder: string, exclude: readonly string[]): Promise<string[]> {
  const entries = await promises.readdir(folder, { withFileTypes: true }).catch(() => []);
  const isWanted = (name: string) => isRegistryName(name) || isProjectName(name);
  const names = entries.filter((entry) => entry.isFile() && isWanted(entry.name)).map(({ name }) => name);
  return ignore().add(exclude).filter(names).sort();
}

/** Returns a filter of paths relative to a folder: whether one is not excluded by these lines of a `.gitignore`. */
export function createInclusionFilter(exclude: readonly string[]): (path: string) => boolean {
  const patterns = ignore().add([...exclude]);
  return (path) => !patterns.ignores(path);
}

/**
 * The text of a file, if it is a regular file and not a link. Synchronous, because ten thousand small files take a third of the
 * time; the indexer yields between files.
 */
export function readTextSync(path: string): FileText {
  try {
    const note = noteOn(lstatSync(path));
    if (note) return { text: undefined, note };
    // Node reads UTF-8 faster than bytes.
    const text = readFileSync(path, 'utf8');
    if (!isSurelyUtf8(text)) return decodeText(readFileSync(path));
    return { text: withLineFeeds(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text) };
  } catch (error) {
    return isGone(error) ? { text: undefined } : { text: undefined, note: 'unreadable' };
  }
}

/** The text of a file, as in `readTextSync`; rejects when it cannot be read. */
export async function readText(path: string): Promise<FileText> {
  const note = noteOn(await promises.lstat(path));
  return note ? { text: undefined, note } : decodeText(await promises.readFile(path));
}

function noteOn(stats: Stats): FileNote | undefined {
  if (stats.isSymbolicLink()) return 'link';
  if (!stats.isFile()) return 'no-file';
  return stats.size > MAX_FILE_MB * 2 ** 20 ? 'too-large' : undefined;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** A string that changes whenever the file does; undefined when there is no such file, or it cannot be looked up. */
export function fileStamp(path: string): string | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(path);
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch {
    return undefined;
  }
}

/** What is at a path, through links; rejects when there is nothing, or no permission. */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
  const stats = await promises.stat(path);
  return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  return promises.stat(path).then(
    () => true,
    () => false,
  );
}

/** A folder and those above it, up to the first with a `.git`; only the folder itself, if there is none. */
export function foldersUpToRepository(folder: string): string[] {
  const folders = [folder];
  while (!existsSync(join(folders.at(-1)!, '.git'))) {
    const parent = dirname(folders.at(-1)!);
    if (parent === folders.at(-1)) return [folder];
    folders.push(parent);
  }
  return folders;
}
