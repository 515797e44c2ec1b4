/**
 * Spans of text. All offsets inside Briefmark count UTF-16 code units from the start of the text; lines and columns
 * exist only at the edge (LSP, terminal).
 */

/** Half-open: `start` is inside, `end` is the first offset outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value and the span where it is written. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/**
 * A value under construction. Its fields are assigned one by one in a fixed order, since V8 reads such objects faster
 * than spread ones.
 */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The span moved by `by` code units, for example from its position in a paragraph to its position in the file. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The text a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The span without the white space at its ends; empty if there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  const words = slice(text, span);
  const start = span.start + words.length - words.trimStart().length;
  return { start, end: Math.max(start, span.start + words.trimEnd().length) };
}

/** Whether a cursor at `offset` touches the span. Both ends count, since a cursor is between characters. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The spans that are not inside another one, in text order; of two that overlap, the first remains. */
export function outermostSpans(spans: readonly Span[]): Span[] {
  const outer: Span[] = [];
  let end = 0;
  for (const span of isSorted(spans) ? spans : [...spans].sort(compareSpans)) {
    if (span.end <= end) continue;
    outer.push(span);
    end = span.end;
  }
  return outer;
}

function isSorted(spans: readonly Span[]): boolean {
  for (let index = 1; index < spans.length; index++) {
    if (compareSpans(spans[index - 1]!, spans[index]!) > 0) return false;
  }
  return true;
}

/** If two begin together, the longer one comes first. */
function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * A copy of the text in memory of its own. A slice keeps the string alive that it was cut from, possibly a whole file.
 */
export function detach(text: string): string {
  // Concatenation creates a new string, and a slice of that keeps nothing larger alive.
  return ` ${text}`.slice(1);
}

/** A replacement of the text between `start` and `end` (offsets before the edit) by `newLength` code units. */
export interface Edit extends Span {
  readonly newLength: number;
}
