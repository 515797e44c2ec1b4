/** Words of files, cut and put on one line for a row of a view. */

import { lazy } from '../../base/memo/lazy.ts';

/** A row is never wider than this. */
const MAX_ROW_LENGTH = 160;
/** So much of a long line is shown before the place it is about, unless less is asked for. */
const MAX_CONTEXT_BEFORE = 40;

/** The words on one line, cut. */
export function oneLine(text: string, maxLength = MAX_ROW_LENGTH): string {
  const line = text
    .slice(0, 4 * maxLength)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}

/** The line around a span of a text, cut, and where in it the span is. */
export function excerptAround(
  text: string,
  span: { readonly start: number; readonly end: number },
  maxBefore = MAX_CONTEXT_BEFORE,
) {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  let from = Math.max(lineStart, span.start - maxBefore);
  // A word that would be cut is left out.
  if (from > lineStart) from = text.indexOf(' ', from) + 1 || from;
  from = Math.min(from, span.start);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, from + MAX_ROW_LENGTH);
  const before = (from > lineStart ? '…' : '') + text.slice(from, span.start).replace(/\s+/g, ' ').trimStart();
  const marked = text.slice(span.start, Math.min(span.end, end)).replace(/\s+/g, ' ');
  const after = text.slice(Math.min(span.end, end), end).replace(/\s+/g, ' ').trimEnd();
  const highlight: readonly [number, number] = [before.length, before.length + marked.length];
  return { excerpt: before + marked + after, highlight };
}

const collator = lazy(() => new Intl.Collator('en', { sensitivity: 'base', numeric: true }));

/** In the order of an index: capitals and accents aside, numbers by value. */
export const compareNames = (a: string, b: string): number => collator().compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
