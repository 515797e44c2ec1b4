/** The folders of a session: those that the client has open and, where there are none, those beside the open files. */
import { URI } from 'vscode-uri';
import { withTrailingSlash } from '../host/exclusions.ts';
import type { Spellings } from './spellings.ts';

/** Where files are that can be opened without a folder. */
const sourceSchemes: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

export interface SessionFolders {
  /** The folders that the client has open. */
  open(): readonly string[];
  /** Where no folder is open, the folders of the open files: the registries there apply. */
  loose(): readonly string[];
  /** Follows the client, with its own spellings. */
  change(added: readonly string[], removed: readonly string[]): void;
  /** Follows which files are open. Returns whether the loose folders have changed. */
  followFiles(uris: () => readonly string[]): boolean;
  /** A file as the user knows it: its path below the folder, or its name. */
  nameOf(uri: string): string;
  /** Whether a document is a file, or a new one; not the other side of a comparison, or an older version. */
  isSourceFile(spelling: string): boolean;
}

/** `foldersFor`: where the registries of a file without a folder may be. */
export function createSessionFolders(
  initial: readonly string[],
  spellings: Spellings,
  foldersFor: (uri: string) => readonly string[],
): SessionFolders {
  let written = initial;
  let folders = spellings.setFolders(written);
  let looseFolders: readonly string[] = [];
  let openUris = '';
  return {
    open: () => folders,
    loose: () => looseFolders,
    change(added, removed) {
      written = [...written.filter((uri) => !removed.includes(uri)), ...added];
      folders = spellings.setFolders(written);
    },
    followFiles(files) {
      const uris = folders.length > 0 ? [] : files();
      if (uris.join('\n') === openUris) return false;
      openUris = uris.join('\n');
      const next = [...new Set(uris.flatMap(foldersFor))].sort();
      if (next.join('\n') === looseFolders.join('\n')) return false;
      looseFolders = next;
      return true;
    },
    nameOf(uri) {
      const folder = folders.map(withTrailingSlash).find((base) => uri.startsWith(base));
      return URI.parse(folder ? `file:///${uri.slice(folder.length)}` : uri).path.slice(1);
    },
    isSourceFile(spelling) {
      const scheme = schemeOf(spelling);
      return sourceSchemes.has(scheme) || folders.some((folder) => schemeOf(folder) === scheme);
    },
  };
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':')).toLowerCase();
}
