import ignore from 'ignore';

/** Folders that hold no briefs of anybody, wherever they are. */
const NEVER = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/**
 * Tells of a URI whether it lies in one of the folders and neither `exclude` (`.gitignore` patterns, seen from the
 * folder) nor the house rules leave it out.
 */
export function wantedIn(folders: readonly string[], exclude: readonly string[]): (uri: string) => boolean {
  const patterns = ignore().add([...exclude]);
  const bases = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
  return (uri) =>
    bases.some((base) => {
      if (!uri.startsWith(base) || uri.length === base.length) return false;
      const path = decodePath(uri.slice(base.length));
      return !NEVER.test(path) && !patterns.ignores(path);
    });
}

/** A path of a URI as people write it; one that is badly encoded stays as it is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
