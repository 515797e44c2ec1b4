/** The lines around the cursor in a registry, reduced to columns and field names. */

import { firstOffset } from '../../base/text/byteOrderMark.ts';

export interface ParsedLine {
  /** The column of the first character after indentation and dashes. */
  readonly column: number;
  readonly dashes: readonly number[];
  /** The field at the start of the line. */
  readonly key: string | undefined;
  /** Whether the value of that field is on the following lines. */
  readonly hasNestedValue: boolean;
  readonly startsFlow: boolean;
  /** Whether nothing follows its dashes. */
  readonly isBareDash: boolean;
  /** All fields named on the line. */
  readonly allKeys: string[];
}

/** Entries have fewer lines than this; lines further away are not searched. */
const MAX_LINES = 300;
const MAX_LINE_LENGTH = 2_000;

const firstKey = /^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1[ \t]*:(?=\s|$)/u;
const anyKey = /([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:(?=\s|$)/gu;

/** The start of the line at `offset`; a line end belongs to its line. */
export function lineStartAt(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The lines above the line that starts at `at`, nearest first; without blank lines and comments. */
export function* linesAbove(text: string, from: number, at: number): Generator<ParsedLine> {
  let end = at - 1;
  for (let count = 0; end >= from && count < MAX_LINES; count++) {
    const start = Math.max(from, lineStartAt(text, end));
    if (isContent(text, start, end)) yield parseLine(text.slice(start, end));
    end = start - 1;
  }
}

/** The lines from offset `from` to `to`, without blank lines and comments. */
export function* linesFrom(text: string, from: number, to: number): Generator<ParsedLine> {
  let start = from;
  for (let count = 0; start < to && count < MAX_LINES; count++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    if (isContent(text, start, end)) yield parseLine(text.slice(start, end));
    start = end + 1;
  }
}

/** Reads one line, including its indentation. */
export function parseLine(line: string): ParsedLine {
  const head = line.slice(0, MAX_LINE_LENGTH);
  const { column, dashes } = indentationOf(head);
  const content = head.slice(column).replace('\uFEFF', '');
  const match = firstKey.exec(content);
  const value = match ? content.slice(match[0].length).trim() : '';
  return {
    column,
    dashes,
    key: match?.[2],
    hasNestedValue: match !== null && (value === '' || value.startsWith('#')),
    startsFlow: content.startsWith('{'),
    isBareDash: dashes.length > 0 && content.trim() === '',
    allKeys: [...content.matchAll(anyKey)].map((key) => key[1]!),
  };
}

/** The column of the first character of a line after indentation and dashes, and the columns of the dashes. */
export function indentationOf(line: string): { column: number; dashes: number[] } {
  const dashes: number[] = [];
  const first = firstOffset(line);
  let at = first;
  for (; at < line.length; at++) {
    if (line[at] === '-' && /^\s?$/.test(line[at + 1] ?? '')) dashes.push(at - first);
    else if (line[at] !== ' ' && line[at] !== '\t') break;
  }
  return { column: at - first, dashes };
}

function isContent(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + MAX_LINE_LENGTH)).trim();
  return line !== '' && !line.startsWith('#');
}
