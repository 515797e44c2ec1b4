/** Words of files, cut and put on one line for a row of a view. */

import { once } from '../../base/memo/lazy.ts';

/** A row is never wider than this. */
const LONGEST = 160;
/** So much of a long line is shown before the place it is about, unless less is asked for. */
const BEFORE = 40;

/** The words on one line, cut. */
export function oneLine(words: string, longest = LONGEST): string {
  const line = words
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The line around a span of a text, cut, and where in it the span is. */
export function lineAround(text: string, span: { readonly start: number; readonly end: number }, most = BEFORE) {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  let from = Math.max(lineStart, span.start - most);
  // A word that would be cut is left out.
  if (from > lineStart) from = text.indexOf(' ', from) + 1 || from;
  from = Math.min(from, span.start);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, from + LONGEST);
  const before = (from > lineStart ? '…' : '') + text.slice(from, span.start).replace(/\s+/g, ' ').trimStart();
  const placed = text.slice(span.start, Math.min(span.end, end)).replace(/\s+/g, ' ');
  const after = text.slice(Math.min(span.end, end), end).replace(/\s+/g, ' ').trimEnd();
  const mark: readonly [number, number] = [before.length, before.length + placed.length];
  return { words: before + placed + after, mark };
}

const collator = once(() => new Intl.Collator('en', { sensitivity: 'base', numeric: true }));

/** In the order of an index: capitals and accents aside, numbers by value. */
export const byName = (a: string, b: string): number => collator().compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
