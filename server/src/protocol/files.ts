import type { FileNote } from './fileText.ts';

/**
 * What the server asks of the client, because only the client can reach files that are not on the disk of the server's
 * machine: in a browser, on a remote or virtual file system.
 */
export interface FileRequests {
  /** The URIs of all briefs and registries in these folders and below; `withTexts`: and of all other text files. */
  'briefmark/files': {
    params: { readonly folders: readonly string[]; readonly withTexts: boolean };
    result: readonly string[];
  };
  /** The text of a file, without a byte order mark, or why it is not read. An error when the file is gone. */
  'briefmark/read': { params: { readonly uri: string }; result: string | { readonly note: FileNote } };
}

/** Sent by the server when other documents are briefs because a folder includes them. */
export const INCLUDED_CHANGED = 'briefmark/includedChanged';
export interface IncludedDocuments {
  /** All of them that are open. */
  readonly uris: readonly string[];
}

/** Sent by the client when the user has come to trust the workspace. */
export const WORKSPACE_TRUSTED = 'briefmark/workspaceTrusted';

/** Sent by the client when files may have changed unnoticed: when its window gets the focus. */
export const FILES_MAY_HAVE_CHANGED = 'briefmark/filesMayHaveChanged';
