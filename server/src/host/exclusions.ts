import ignore from 'ignore';
import { createGlobFilter } from '../base/text/globs.ts';
import { isBriefName, isProjectName, isRegistryName, isTextName } from '../protocol/fileNames.ts';
import type { Root } from './host.ts';

/** What is never read, at any depth: hidden files and folders, and packages of Node. */
const alwaysExcluded = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;

/** Which files of folders are read. */
export interface FileFilter {
  /** Whether a file is inside a folder, and not excluded by it or always. */
  readonly isInside: (uri: string) => boolean;
  /** Whether it is a brief only because a folder includes it. */
  readonly isIncluded: (uri: string) => boolean;
  /** Whether it is a brief or a registry, and inside. */
  readonly isRead: (uri: string) => boolean;
}

export function createFileFilter(roots: readonly Root[]): FileFilter {
  const folders = roots.map((root) => ({
    base: withTrailingSlash(root.uri),
    isShallow: root.isShallow === true,
    patterns: ignore().add([...root.exclude]),
    isNamed: createGlobFilter(root.isShallow ? [] : root.include),
  }));
  type Folder = (typeof folders)[number];
  const someFolder = (uri: string, test: (folder: Folder, path: string) => boolean) =>
    folders.some((folder) => {
      const { base, isShallow, patterns } = folder;
      if (!uri.startsWith(base) || uri.length === base.length) return false;
      const path = decodePath(uri.slice(base.length));
      if (isShallow && (path.includes('/') || !(isRegistryName(path) || isProjectName(path)))) return false;
      return !alwaysExcluded.test(path) && !patterns.ignores(path) && test(folder, path);
    });
  const isInside = (uri: string) => someFolder(uri, () => true);
  const isIncluded = (uri: string) =>
    !isBriefName(uri) && isTextName(uri) && someFolder(uri, ({ isNamed }, path) => isNamed(path));
  return {
    isInside,
    isIncluded,
    isRead: (uri) => (isBriefName(uri) || isRegistryName(uri) || isProjectName(uri) ? isInside(uri) : isIncluded(uri)),
  };
}

/** The URI of a folder as a prefix of the URIs of its files. */
export function withTrailingSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** The percent-decoded path; an invalid encoding is returned unchanged. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
