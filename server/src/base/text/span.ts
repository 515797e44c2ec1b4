/**
 * Places in a text. Everywhere inside Briefmark an offset counts UTF-16 code units from the start of the
 * text; lines and columns exist only at the edge (LSP, terminal).
 */

/** Half open: `start` is inside, `end` is the first offset outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place it was written at. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A value while it is put together: its fields one by one, in one order, which V8 reads faster than spread ones. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The span moved by `by` code units, e.g. from a place in a paragraph to a place in the file. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The text a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether a cursor at `offset` touches the span; both ends count, as an editor's cursor stands between characters. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The spans that lie in no other one, in order of place; of two that overlap the first stays. */
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

/** Of two that begin together the longer one comes first. */
function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The same text in memory of its own: a slice keeps alive what it was cut from, a whole file perhaps. */
export function detach(text: string): string {
  // Putting two together makes a new string, and what is cut from that one keeps nothing larger alive.
  return ` ${text}`.slice(1);
}

/** A replacement of the text between `start` and `end` (offsets before the edit) by `length` new code units. */
export interface Edit extends Span {
  readonly newLength: number;
}
