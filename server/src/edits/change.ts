/** Changes to files as plain data. */
import type { Span } from '../base/text/span.ts';

/** The text of a span of a file gives way to another. Spans of one list never overlap. */
export interface Change {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
}

/** A file that does not exist yet, with all its text. */
export interface NewFile {
  readonly uri: string;
  readonly create: string;
}
