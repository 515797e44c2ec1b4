/** Where the bibliographies are that briefs, configurations and the files of Quarto and Pandoc name. */

import { URI } from 'vscode-uri';
import type { FileText } from '../protocol/fileText.ts';
import { withTrailingSlash } from './exclusions.ts';

/** Why a bibliography that a file names is not read. */
export type BibliographyProblem = 'missing' | 'outside' | 'unknown-format' | 'unreadable' | 'too-large' | 'remote';

/** A bibliography as it is now, or why it is not read. */
export type FoundBibliography =
  | { readonly uri: string; readonly text: string }
  | { readonly uri: string; readonly isCurrent: true }
  | { readonly uri?: string; readonly problem: BibliographyProblem };

export interface BibliographyAccess {
  /** The URIs of the folders that the files in them may be read of. */
  readonly roots: readonly string[];
  /** Whether files outside of these folders may be read, because the user trusts those who wrote the paths. */
  readonly isTrusted: boolean;
  /** The URI of the home folder, for `~`. */
  readonly home?: string | undefined;
  readonly identityOf: (uri: string) => string;
  readonly read: (uri: string) => Promise<FileText>;
  /** Whether a file need not be read, because it was and has not changed. */
  readonly isCurrent?: (uri: string) => boolean;
}

const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i;
const isWindowsPath = /^[a-z]:[\\/]/i;

/**
 * The files that a path in the file `namedIn` may mean, the likeliest first. A relative path counts from the folder of that file,
 * as in Quarto, or from a root, where Pandoc is run; so does one that begins with a slash, as in Quarto, unless it is absolute.
 */
export function candidateUris(path: string, namedIn: string, roots: readonly string[], home?: string): string[] {
  const written = path.trim().replace(/^\$\{\.\}[\\/]/, '');
  if (written === '' || isAddress.test(written)) return [];
  if (/^~[\\/]/.test(written)) return home === undefined ? [] : [joinUri(home, written.slice(2))];
  const folder = namedIn.slice(0, namedIn.lastIndexOf('/'));
  const containing = roots.filter((root) => namedIn.startsWith(withTrailingSlash(root)));
  if (isWindowsPath.test(written)) return [joinUri(folder.replace(/^([a-z0-9+.-]+:\/\/[^/]*).*$/i, '$1'), written)];
  if (/^[\\/]/.test(written))
    return [
      joinUri(folder.replace(/^([a-z0-9+.-]+:\/\/[^/]*).*$/i, '$1'), written),
      ...containing.map((root) => joinUri(root, written)),
    ];
  return [...new Set([folder, ...containing].map((base) => joinUri(base, written)))];
}

/** A file below a folder; `..` leads out of it. */
function joinUri(folder: string, path: string): string {
  const base = URI.parse(folder);
  const parts = base.path.split('/').filter((part) => part !== '');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return base.with({ path: `/${parts.join('/')}` }).toString();
}

/** Finds and reads a bibliography. It reads nothing outside of the roots, also not through links, unless the roots are trusted. */
export async function findBibliography(
  path: string,
  namedIn: string,
  { roots, isTrusted, home, identityOf, read, isCurrent }: BibliographyAccess,
): Promise<FoundBibliography> {
  if (isAddress.test(path.trim())) return { problem: 'remote' };
  let problem: BibliographyProblem = 'missing';
  let first: string | undefined;
  for (const candidate of candidateUris(path, namedIn, roots, home)) {
    const uri = identityOf(candidate);
    const isInside = roots.some((root) => uri.startsWith(withTrailingSlash(root)));
    if (!isInside && !isTrusted) {
      problem = 'outside';
      first ??= uri;
      continue;
    }
    if (isCurrent?.(uri)) return { uri, isCurrent: true };
    const { text, note } = await read(uri);
    if (text !== undefined) return { uri, text };
    if (note) return { uri, problem: note === 'too-large' ? 'too-large' : 'unreadable' };
    first ??= uri;
  }
  return { ...(first !== undefined && { uri: first }), problem };
}
