/**
 * What a block may hold, by its own text alone: the brief as a whole decides (`brief/briefWide.ts`). docs/format.md, "Notes" and
 * "Author–date".
 */

import type { Located, Span } from '../base/text/span.ts';

/** How the notes of a list are counted. A bracket, a superscript and a bare number are of one system. */
export type NumberSystem = 'arabic' | 'roman' | 'letter' | 'sign' | 'name';

export interface NoteLabel {
  /** As written, without brackets: `12`, `iv`, `smith-2020`. */
  readonly text: string;
  /** All systems the label can be of: `i` is a Roman number and a letter. */
  readonly systems: readonly NumberSystem[];
  /** The label in each of the systems, for comparison: `arabic 12`. */
  readonly keys: readonly string[];
}

/** `caret`: `[^1]:`; `stop`: `12.`; `bare`: `12 …`; `parenthesis`: `(12)`, `12)`; `sign`: `*`, `†`; `table`: `| 12. | … |`; `word`: what Word and web pages leave; `definition`: `[1]: https://…`. */
export type OpenerForm =
  | 'caret'
  | 'bracket'
  | 'superscript'
  | 'stop'
  | 'bare'
  | 'parenthesis'
  | 'table'
  | 'sign'
  | 'word'
  | 'definition';

/** A line that may be a note, up to the next one in its paragraph. Spans count from the start of the paragraph. */
export interface NoteOpener {
  readonly form: OpenerForm;
  readonly label: NoteLabel;
  /** `[12]` or `12.` */
  readonly span: Span;
  /** What the note says, without white space around it. */
  readonly content: Span;
}

export type MarkerForm =
  | 'caret'
  | 'inline'
  | 'bracket'
  | 'superscript'
  | 'word'
  | 'parenthesized'
  | 'sign'
  | 'glued'
  | 'unclosed'
  | 'empty';

/** What may point to a note. */
export interface MarkerCandidate {
  readonly form: MarkerForm;
  /** `[3–4]` has two, `[]` and an inline note none. */
  readonly labels: readonly NoteLabel[];
  readonly span: Span;
  /** Whether it directly follows a word, a stop, a quotation mark, a closing bracket or another marker. */
  readonly isAttached: boolean;
  /** Whether a sentence ends before it. */
  readonly isBehindStop: boolean;
  /** Of a glued number: whether it stands behind the stop of a number, as in `rose to 29.14 The`, and may be its decimals. */
  readonly isBehindNumber?: boolean;
  /** Of a glued number, a number in parentheses or a sign: whether it ends a statement, as in `the yard.14 Then` and `the yard (14).` */
  readonly endsSentence?: boolean;
  /** Of a number in brackets or parentheses: whether it stands behind a space in a sentence that goes on: `three times [6] before`. */
  readonly isInSentence?: boolean;
  /** Of an empty one: the form it had. */
  readonly of?: 'superscript' | 'word';
  /** What an inline note `^[…]` says. */
  readonly content?: Span;
}

export interface NoteCandidates {
  readonly openers: readonly NoteOpener[];
  readonly markers: readonly MarkerCandidate[];
}

/** `[text][label]`: a link if the brief defines the label. The label of `[text][]` is its text. */
export interface LinkReference {
  readonly span: Span;
  readonly text: Located<string>;
  readonly label: string;
}

/** `Filiu 2009`. Spans count from the start of the block. */
export interface AuthorDateItem {
  readonly span: Span;
  /** The whole parenthesis. */
  readonly group: Span;
  /** As written: `Marchal and Sheikh`. Absent where it was lost. */
  readonly author?: string;
  readonly authorSpan?: Span;
  /** `2009`, `2010a`, `n.d.`, `undated`; one item a year. */
  readonly year: string;
  readonly yearSpan: Span;
  readonly locator?: Located<string>;
  /** Two authors, a letter behind the year, or a page: what a place or an event never has. */
  readonly isDistinctive: boolean;
  /** `(and Sheikh, 2015)`: without its first author it is a reference only in a brief that makes others. */
  readonly canBeText?: boolean;
  /** `Shaw (2014)`: with the author in the sentence it is a reference only if it is bound. */
  readonly isNarrative?: boolean;
}

/** An entry of a reference list: `Filiu, Jean-Pierre, “…,” Middle East Journal, 2009.` */
export interface ReferenceEntry {
  readonly span: Span;
  /** The words before the year or the title, for comparison with the authors of references. */
  readonly authors: string;
  readonly year: string;
}

/** All spans count from the start of the block. */
export interface BlockCandidates {
  readonly openers: readonly NoteOpener[];
  readonly markers: readonly MarkerCandidate[];
  readonly references: readonly LinkReference[];
  readonly authorDates: readonly AuthorDateItem[];
  /** Whether a line of it may be a label such as `Source:` with nothing behind it. */
  readonly hasEmptyLabel: boolean;
}
