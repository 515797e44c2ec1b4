/** One URI for each file of this machine, whichever way a client spells it. */
import { realpathSync } from 'node:fs';
import nodePath, { type PlatformPath } from 'node:path';
import { URI } from 'vscode-uri';
import { withTrailingSlash } from './exclusions.ts';
import { normalizeUri } from './uris.ts';

/** What differs between file systems. */
export interface FileSystem {
  readonly path: PlatformPath;
  /** The path that a path leads to, spelled as on the disk; throws when there is nothing. */
  readonly realpath: (path: string) => string;
}

/** Paths that need no escaping in a URI. */
const unescapedPath = /^[\w./-]+$/;

const thisFileSystem: FileSystem = { path: nodePath, realpath: realpathSync.native };

/** The path of a `file:` URI. */
export function toPath(uri: string, path: PlatformPath = nodePath): string {
  return path.normalize(URI.parse(uri).fsPath);
}

/** The URI of an absolute path. */
export function toFileUri(path: string, { sep }: PlatformPath = nodePath): string {
  return URI.file(sep === '/' ? path : path.replaceAll(sep, '/')).toString();
}

/** The URIs of files in a folder. `paths` are relative to it, with forward slashes. */
export function toFileUris(folder: string, paths: readonly string[], path: PlatformPath = nodePath): string[] {
  const base = withTrailingSlash(toFileUri(folder, path));
  // Ten thousand files that are encoded one by one take long enough to be noticed.
  return paths.map((name) => (unescapedPath.test(name) ? base + name : toFileUri(path.join(folder, name), path)));
}

/**
 * The one URI of a file: of the path that it leads to, without links, spelled as on the disk. Of a file that is gone, the
 * folders above it are looked up. Other URIs are normalized.
 */
export function fileIdentity(uri: string, system: FileSystem = thisFileSystem): string {
  if (!uri.startsWith('file:')) return normalizeUri(uri);
  try {
    return toFileUri(realPathOf(toPath(uri, system.path), system), system.path);
  } catch {
    return uri;
  }
}

/** The real path of the nearest folder above that exists, with the rest as it is. */
export function realPathOf(path: string, system: FileSystem = thisFileSystem): string {
  // macOS writes é as two characters, and other systems keep the name as it was copied from there.
  for (const form of new Set([path, path.normalize('NFC'), path.normalize('NFD')])) {
    try {
      return system.realpath(form);
    } catch {
      // The next form, or the folder above.
    }
  }
  const folder = system.path.dirname(path);
  return folder === path ? path : system.path.join(realPathOf(folder, system), system.path.basename(path));
}
