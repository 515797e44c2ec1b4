/** Lines of the file and places on the page: between two that are known, in proportion. */

export interface LinePlace {
  readonly line: number;
  readonly top: number;
}

/** How far down the page a line is. */
export function placeOf(line: number, places: readonly LinePlace[]): number {
  if (line <= 0) return 0;
  const before = places.findLast((place) => place.line <= line);
  const after = places.find((place) => place.line > line);
  if (!before) return 0;
  if (!after) return before.top;
  return before.top + ((after.top - before.top) * (line - before.line)) / (after.line - before.line);
}

/** The line that stands at a place of the page, with a fraction. */
export function lineAt(top: number, places: readonly LinePlace[]): number {
  if (top <= 0) return 0;
  const before = places.findLast((place) => place.top <= top);
  const after = places.find((place) => place.top > top);
  if (!before) return 0;
  if (!after || after.line <= before.line) return before.line;
  return before.line + ((after.line - before.line) * (top - before.top)) / (after.top - before.top);
}
