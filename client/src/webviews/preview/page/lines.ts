/** Lines of the file and places on the page: between two that are known, in proportion. */

export interface LinePosition {
  readonly line: number;
  readonly top: number;
}

/** How far down the page a line is. */
export function topOfLine(line: number, positions: readonly LinePosition[]): number {
  if (line <= 0) return 0;
  const before = positions.findLast((position) => position.line <= line);
  const after = positions.find((position) => position.line > line);
  if (!before) return 0;
  if (!after) return before.top;
  return before.top + ((after.top - before.top) * (line - before.line)) / (after.line - before.line);
}

/** The line that stands at a place of the page, with a fraction. */
export function lineAtTop(top: number, positions: readonly LinePosition[]): number {
  if (top <= 0) return 0;
  const before = positions.findLast((position) => position.top <= top);
  const after = positions.find((position) => position.top > top);
  if (!before) return 0;
  if (!after || after.line <= before.line) return before.line;
  return before.line + ((after.line - before.line) * (top - before.top)) / (after.top - before.top);
}
