import ignore from 'ignore';
import type { Root } from './host.ts';

/** Folders that hold no briefs of anybody, wherever they are. */
const alwaysExcluded = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/** Tells of a URI whether it lies in one of the folders and neither this folder nor the house rules leave it out. */
export function createInclusionFilter(roots: readonly Root[]): (uri: string) => boolean {
  const folders = roots.map((root) => ({
    base: withTrailingSlash(root.uri),
    patterns: ignore().add([...root.exclude]),
  }));
  return (uri) =>
    folders.some(({ base, patterns }) => {
      if (!uri.startsWith(base) || uri.length === base.length) return false;
      const path = decodePath(uri.slice(base.length));
      return !alwaysExcluded.test(path) && !patterns.ignores(path);
    });
}

/** The URI of a folder with the slash that the URIs of its files go on after. */
export function withTrailingSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** A path of a URI as people write it; one that is badly encoded stays as it is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
