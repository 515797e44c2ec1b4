/** Labels of nodes: whole names, on as many lines as they need. */

/** A longer line is broken between words. */
const MAX_LINE_LENGTH = 22;

/** The lines of a name. A word is never broken. */
export function labelLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= MAX_LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Where a label begins: centered at `middle`, but inside a view of this width, unless it is wider. */
export function leftOfLabel(middle: number, labelWidth: number, viewWidth: number): number {
  return Math.max(0, Math.min(middle - labelWidth / 2, viewWidth - labelWidth));
}

/** The top of a label below a node, or above it where there is no room below. */
export function topOfLabel(center: number, radius: number, labelHeight: number, viewHeight: number): number {
  const [below, above] = [center + radius + 3, center - radius - 3 - labelHeight];
  return below + labelHeight <= viewHeight || above < 0 ? below : above;
}
