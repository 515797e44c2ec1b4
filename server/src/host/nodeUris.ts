import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withTrailingSlash } from './exclusions.ts';

/** Paths that need no escaping in a URI. */
const unescapedPath = /^[\w./-]+$/;

/** The URIs of files in a folder. `paths` are relative to it, with forward slashes. */
export function toFileUris(folder: string, paths: readonly string[]): string[] {
  const base = withTrailingSlash(pathToFileURL(folder).href);
  // `pathToFileURL` is slow enough to be noticed with ten thousand files.
  return paths.map((path) => (unescapedPath.test(path) ? base + path : pathToFileURL(join(folder, path)).href));
}
