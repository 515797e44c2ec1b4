/** What is set apart in a brief that another program renders as Markdown. */

/** A stretch of the source of a Markdown text, in UTF-16 offsets. Marks do not overlap. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'missing' | 'marker' | 'number' | 'key';
  /** What stands before it on the page. */
  readonly lead?: string;
  /** What the page has instead of it, where it is plain text. */
  readonly words?: string;
}

/** What the reader of briefs has found. */
export interface Reading {
  /** In text order. */
  readonly marks: readonly Mark[];
  /** The types of its tags, those of registries among them. */
  readonly types: readonly string[];
}

/** The types of tags that every brief knows; a test compares them with those of `syntax/ast.ts`. */
export const TAG_TYPES: readonly string[] = 'person org group place event weapon media doc src'.split(' ');
