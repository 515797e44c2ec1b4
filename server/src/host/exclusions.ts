import ignore from 'ignore';
import type { Root } from './host.ts';

/** Folders that never contain briefs, at any depth. */
const alwaysExcluded = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/** Returns a filter of URIs: whether one is inside a folder, and not excluded by it or always. */
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
