/** What a citation form is. A new one is a file in `forms/` and a line in `forms/index.ts`. */

import type { Span } from '../../base/text/span.ts';
import type { CalendarDate, Citation, CitationFormId, Inline, Inlines, Parenthetical, SourceEntry } from '../ast.ts';
import type { KnownNames } from '../knownNames.ts';

/**
 * One way to write a citation. Whatever differs between forms is a member here; everything else in Briefmark works on
 * `Citation` and never compares its `form`. Spans and offsets count UTF-16 code units, as those of the citation do.
 */
export interface CitationForm {
  readonly id: CitationFormId;
  /** The id of the form that lists show, where several forms are one for the reader. */
  readonly listedAs?: CitationFormId;
  readonly read: FormReader;
  /** How an item names the id of its source, as a role of occurrences; undefined in forms that name no id. */
  readonly idRole: 'key' | 'tag' | undefined;
  /** Whether an item takes a line of its own, which then is no heading. */
  readonly isLine?: true;
  /** Which rule reports an item that has lost its source. */
  readonly lostRule: LostRule;
  /** The two characters around a group of items; undefined without a group. Forms with the same brackets may share a group. */
  readonly brackets: string | undefined;
  /** The title of the refactoring that rewrites a group in this form; undefined if there is none. */
  readonly conversionTitle: string | undefined;
  /** Where the item names its source: the key with its `@`, the surface of a tag with its `[`, the outlet. */
  readonly idSpan: (citation: Citation) => Span | undefined;
  /**
   * An item that cites the entry in a brief of that date, without brackets. `suffix` follows the name of the source
   * (`, p. 3`). Undefined if the form cannot express it.
   */
  readonly write: (entry: SourceEntry, briefDate: CalendarDate | undefined, suffix: string) => string | undefined;
  /** What to color. `text` is the text that the spans count in. Tags inside the item are left to the reader of tags. */
  readonly tokens: (citation: Citation, text: string) => readonly CitationToken[];
  /** The item in one line of prose, for lists. `text` is the text that the spans count in. */
  readonly outlineLabel: (citation: Citation, text: string) => string;
}

export type LostRule = 'missing-source' | 'placeholder-source' | 'assistant-leftover';

/** A part of an item that has a color of its own. `missing`: what is left of an item that lost its source. */
export interface CitationToken extends Span {
  readonly role: 'source' | 'date' | 'key' | 'missing';
}

/**
 * Where the block reader asks a form, in its one forward pass over a block. It asks the forms in the order of the list,
 * and the first answer wins. A form implements one or more of these. Each must take linear time over the whole block.
 */
export interface FormReader {
  /** For what begins with one of these characters and is no tag, link, code or comment. */
  readonly opening?: {
    readonly characters: string;
    /** Undefined if no citation begins at `at`. */
    readonly read: (text: string, at: number) => OpenedCitations | undefined;
  };
  /** For each balanced parenthesis, brackets included; `atoms` are the tags, links and code spans inside it, in order. */
  readonly parenthesis?: (text: string, group: Span, atoms: readonly Inline[], known: KnownNames) => Parenthetical;
  /** For each tag, link or code span that is in no citation of another kind. Undefined if it is no citation. */
  readonly atom?: (atom: Inline) => Citation | undefined;
  /**
   * For the whole block, once everything else has been read; not for headings. A citation that covers the group of others
   * replaces them; one that is in such a group or in a citation of an earlier form is dropped.
   */
  readonly block?: (text: string, inlines: Inlines, known: KnownNames) => readonly Citation[];
  /** For the whole block, like `block`: what is a citation only if a registry has its id. */
  readonly keys?: (text: string, inlines: Inlines) => readonly Citation[];
}

/** Citations that were found by an opening character, in order of position. */
export interface OpenedCitations {
  /** Where reading goes on. Nothing before it is read again. */
  readonly end: number;
  readonly citations: readonly Citation[];
}
