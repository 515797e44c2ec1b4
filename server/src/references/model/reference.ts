/** What the readers of bibliographies answer: references in the fields of CSL-JSON, with the places where they are written. */

import type { Steps } from '../../base/memo/steps.ts';
import type { Located, Span } from '../../base/text/span.ts';
import type { RegistryProblem } from '../../syntax/ast.ts';

/** The fields of a source as in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), without its id. */
export type CslFields = Readonly<Record<string, unknown>>;

/** A reference in a bibliography. */
export interface Reference {
  readonly id: Located<string>;
  /** The whole entry. */
  readonly span: Span;
  /** Dates are texts as CSL-YAML and EDTF write them (`2021-09-05`, `2004-06-01/..`), or as CSL-JSON writes them. */
  readonly fields: CslFields;
  /** Where the values of fields are written. A field without a place is written in several, or derived from others. */
  readonly places: Readonly<Record<string, Span>>;
}

/** A piece of a bibliography: what holds one reference. Its value depends on its text and its context alone. */
export interface Piece extends Span {
  /** What its value depends on besides its own text, such as abbreviations that are defined elsewhere in the file. */
  readonly context?: string;
  /** Reads it. Spans are relative to the start of the piece. */
  readonly read: () => ReadPiece;
}

export interface ReadPiece {
  /** Undefined for a piece that defines no source, or is too damaged to read. */
  readonly reference?: Reference | undefined;
  readonly problems: readonly RegistryProblem[];
}

/** A bibliography, cut into its pieces. */
export interface Cut {
  /** In text order. */
  readonly pieces: readonly Piece[];
  /** What is wrong outside the pieces. Spans are those of the file. */
  readonly problems: readonly RegistryProblem[];
}

/** Cuts a text, one piece a step. Any text can be cut; what is wrong is a problem. */
export type CutBibliography = (text: string) => Steps<Cut>;

/** A format of bibliographies. A new one is one file and one line in `formats.ts`. */
export interface BibliographyFormat {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Loads its reader. */
  readonly load: () => Promise<CutBibliography>;
}
