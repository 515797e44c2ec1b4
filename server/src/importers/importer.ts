/** What an importer is: it reads a foreign file as prose, as registry entries, or as both. */

import type { Span } from '../base/text/span.ts';

/** A source in a foreign file. */
export interface ImportedEntry {
  /** Its fields as in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html). */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Its position in the decoded text, in UTF-16 offsets; undefined for a binary file. */
  readonly span?: Span;
}

/** Something the importer could not read, or left out. */
export interface ImportProblem {
  readonly message: string;
  /** Its position in the decoded text, in UTF-16 offsets; undefined for a binary file. */
  readonly span?: Span;
}

export interface ImportResult {
  /** The prose of a document, as the text of a brief. */
  readonly text?: string;
  readonly entries?: readonly ImportedEntry[];
  readonly problems: readonly ImportProblem[];
}

export interface Importer {
  readonly id: string;
  /** The file extensions it reads, in lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Reads a file. It never throws on bad input: what is wrong is a problem. Imports its parser dynamically. */
  readonly read: (bytes: Uint8Array) => Promise<ImportResult>;
}
