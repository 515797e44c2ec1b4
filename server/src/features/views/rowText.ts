/** Text from files for the rows of views: on one line and truncated. */

import { lazy } from '../../base/memo/lazy.ts';
import { oneLine } from '../../base/text/oneLine.ts';

/** In UTF-16 code units. */
const MAX_ROW_LENGTH = 160;
/** In a long line, this much text is shown before the span, unless the caller asks for less. */
const MAX_CONTEXT_BEFORE = 40;

/** The text on one line, truncated to fit into a row. */
export function rowText(text: string, maxLength = MAX_ROW_LENGTH): string {
  return oneLine(text, maxLength);
}

/** The line around a span of a text, truncated, and the offsets of the span in it. */
export function excerptAround(
  text: string,
  span: { readonly start: number; readonly end: number },
  maxBefore = MAX_CONTEXT_BEFORE,
) {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  let from = Math.max(lineStart, span.start - maxBefore);
  // Do not start in the middle of a word.
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

/** Compares as an index does: ignores case and accents, orders numbers by value. */
export const compareNames = (a: string, b: string): number => collator().compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
