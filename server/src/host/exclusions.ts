import ignore from 'ignore';
import { isRegistryName } from '../protocol/fileNames.ts';
import type { Root } from './host.ts';

/** What is never read, at any depth: hidden files and folders, and packages of Node. */
const alwaysExcluded = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;

/** Returns a filter of URIs: whether one is inside a folder, and not excluded by it or always. */
export function createInclusionFilter(roots: readonly Root[]): (uri: string) => boolean {
  const folders = roots.map((root) => ({
    base: withTrailingSlash(root.uri),
    isShallow: root.isShallow === true,
    patterns: ignore().add([...root.exclude]),
  }));
  return (uri) =>
    folders.some(({ base, isShallow, patterns }) => {
      if (!uri.startsWith(base) || uri.length === base.length) return false;
      const path = decodePath(uri.slice(base.length));
      if (isShallow && (path.includes('/') || !isRegistryName(path))) return false;
      return !alwaysExcluded.test(path) && !patterns.ignores(path);
    });
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
