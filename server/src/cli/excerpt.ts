/** The line of a finding, with its span underlined. */

import { displayWidth, escapeControls } from '../base/text/escapeControls.ts';
import type { Span } from '../base/text/span.ts';

export interface Excerpt {
  readonly line: string;
  /** Spaces up to the span, then `^~~~`. */
  readonly underline: string;
}

/** One character of the line. */
interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly offset: number;
}

/** Tabs become spaces, so that the underline is aligned whatever the tab width of the terminal. */
const TAB = '    ';
const FIRST_PRINTABLE = 0x20;
const LAST_ASCII = 0x7e;
/** The share of the columns before the span when the line is too long. */
const BEFORE_RATIO = 0.4;

/**
 * The line that begins at `lineStart` with `span` underlined, both in UTF-16 offsets of `text`. A line longer than `columns` is
 * clipped around the span, since a paragraph is often one long line. If the span covers several lines, only the first is shown.
 */
export function createExcerpt(text: string, lineStart: number, span: Span, columns: number): Excerpt {
  // Only as far as can be shown, so that a finding in a line of five megabytes costs no more than any other.
  const searchRange = { start: Math.max(lineStart, span.start - columns * 2), end: span.start + columns * 2 };
  const toLineEnd = text.slice(span.start, searchRange.end).search(/[\r\n]/);
  const end = toLineEnd < 0 ? Math.min(searchRange.end, text.length) : span.start + toLineEnd;
  const [cutBefore, cutAfter] = [searchRange.start > lineStart, toLineEnd < 0 && searchRange.end < text.length];
  const cells = cellsOf(text, { start: searchRange.start, end });
  const markIndex = cells.findIndex((cell) => cell.offset >= span.start);
  const isWhole = !cutBefore && !cutAfter && totalWidth(cells) <= columns;
  const from = isWhole ? 0 : startOfWindow(cells, markIndex < 0 ? cells.length : markIndex, columns);
  const until = isWhole ? cells.length : endOfWindow(cells, from, columns);
  const shown = cells.slice(from, until);
  const head = from > 0 || cutBefore ? '…' : '';
  const tail = until < cells.length || cutAfter ? '…' : '';
  const before = shown.filter((cell) => cell.offset < span.start);
  const marked = shown.filter((cell) => cell.offset >= span.start && cell.offset < Math.max(span.end, span.start + 1));
  return {
    line: head + shown.map((cell) => cell.shown).join('') + tail,
    underline: `${' '.repeat(head.length + totalWidth(before))}^${'~'.repeat(Math.max(0, totalWidth(marked) - 1))}`,
  };
}

function cellsOf(text: string, { start, end }: Span): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at)!;
    const char = String.fromCodePoint(code);
    if (code >= FIRST_PRINTABLE && code <= LAST_ASCII) {
      cells.push({ shown: char, width: 1, offset: at++ });
      continue;
    }
    const shown = char === '\t' ? TAB : escapeControls(char);
    cells.push({ shown, width: displayWidth(shown), offset: at });
    at += char.length;
  }
  return cells;
}

/** The index of the first cell to show: as many cells before the mark as fit, more if few follow it. */
function startOfWindow(cells: readonly Cell[], markIndex: number, columns: number): number {
  const after = totalWidth(cells.slice(markIndex));
  let room = Math.max(columns * BEFORE_RATIO, columns - 1 - after);
  let from = markIndex;
  while (from > 0 && room - cells[from - 1]!.width >= 1) room -= cells[--from]!.width;
  while (from < markIndex && cells[from]!.width === 0) from++;
  return from;
}

function endOfWindow(cells: readonly Cell[], from: number, columns: number): number {
  let room = columns - 2;
  let until = from;
  while (until < cells.length && room - cells[until]!.width >= 0) room -= cells[until++]!.width;
  return until;
}

function totalWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
