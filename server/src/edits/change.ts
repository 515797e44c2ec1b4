/** Changes to files, as plain data. */
import type { Span } from '../base/text/span.ts';

/** Replaces a span of a file by a text. The spans of a list of changes do not overlap. */
export interface Change {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
}

/** Creates a file with the given text. */
export interface NewFile {
  readonly uri: string;
  readonly create: string;
}
