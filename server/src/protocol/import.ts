/** The custom requests that turn foreign files and what was copied elsewhere into briefs. */

import type { WorkspaceEdit } from 'vscode-languageserver';

/** The file extensions that `briefmark/import` reads, in lower case, without the dot. */
export const IMPORT_EXTENSIONS: readonly string[] = ['docx', 'html', 'htm', 'xhtml'];

/** A form in which something that was copied can be inserted. */
export interface PastedForm {
  /**
   * `link`: the selected words as a link to the address; `sources`: prose with links and notes; `registry`: the same, with its
   * sources in the registry; `record`: a record of a source in the registry, and its key.
   */
  readonly kind: 'link' | 'sources' | 'registry' | 'record';
  readonly text: string;
  /** Notes, for the end of the brief; empty if there are none. */
  readonly notes: string;
  /** The edit of the registry. */
  readonly edit?: WorkspaceEdit;
}

/** By method: the parameters and the result. */
export interface ImportRequests {
  /** A file as a brief. `name` is its name, which tells its kind; `content` is base64. */
  'briefmark/import': {
    params: { readonly name: string; readonly content: string };
    result: {
      /** The text of the brief; absent if the file cannot be read: `problems` say why. */
      readonly text?: string;
      /** The text of a registry with the sources that it cites by keys; absent if there are none. */
      readonly registry?: string;
      /** What could not be read, what was left out, and what was decided for the reader. */
      readonly problems: readonly string[];
    };
  };
  /** What was copied elsewhere, in the forms that keep its sources, the best first; none if plain text loses nothing. */
  'briefmark/paste': {
    params: {
      readonly uri: string;
      /** The contents of the clipboard: `text/html` and `text/plain`. */
      readonly html?: string;
      readonly text?: string;
      /** The words that are selected, and replaced. */
      readonly replaced: string;
    };
    result: { readonly forms: readonly PastedForm[] };
  };
}

export type ImportRequest = <Method extends keyof ImportRequests>(
  method: Method,
  params: ImportRequests[Method]['params'],
) => Promise<ImportRequests[Method]['result'] | null>;
