/** Lines and columns, for output such as terminals and reports. As in LSP, both count from zero. */

import { partitionPoint } from '../memo/search.ts';

/** `character` counts UTF-16 code units from the start of the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offsets at which the lines of a text begin. Lines end with `\n`, `\r\n` or a lone `\r`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    const end = /\r\n?|\n/g;
    while (end.test(text)) starts.push(end.lastIndex);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** The line and column of an offset. */
export function positionAt(starts: ArrayLike<number>, offset: number): Position {
  const line = Math.max(0, partitionPoint(starts.length, (index) => starts[index]! <= offset) - 1);
  return { line, character: offset - (starts[line] ?? 0) };
}
