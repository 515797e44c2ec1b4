/** Converts between lines of the file and positions on the page, interpolating between known positions. */

export interface LinePosition {
  readonly line: number;
  readonly top: number;
}

/** The vertical position of a line on the page, in pixels. */
export function topOfLine(line: number, positions: readonly LinePosition[]): number {
  if (line <= 0) return 0;
  const before = positions.findLast((position) => position.line <= line);
  const after = positions.find((position) => position.line > line);
  if (!before) return 0;
  if (!after) return before.top;
  return before.top + ((after.top - before.top) * (line - before.line)) / (after.line - before.line);
}

/** The line at a vertical position, fractional between two lines. */
export function lineAtTop(top: number, positions: readonly LinePosition[]): number {
  if (top <= 0) return 0;
  const before = positions.findLast((position) => position.top <= top);
  const after = positions.find((position) => position.top > top);
  if (!before) return 0;
  if (!after || after.line <= before.line) return before.line;
  return before.line + ((after.line - before.line) * (top - before.top)) / (after.top - before.top);
}
