import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withTrailingSlash } from './exclusions.ts';

/** Names that are the same in a URI. */
const unescapedPath = /^[\w./-]+$/;

/** The URIs of files in a folder, by their paths relative to it with forward slashes. */
export function toFileUris(folder: string, names: readonly string[]): string[] {
  const base = withTrailingSlash(pathToFileURL(folder).href);
  // For ten thousand files it shows how long `pathToFileURL` takes.
  return names.map((name) => (unescapedPath.test(name) ? base + name : pathToFileURL(join(folder, name)).href));
}
