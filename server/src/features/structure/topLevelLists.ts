import type { Span } from '../../base/text/span.ts';

const topLevelKey = /^["'\p{L}_]/gmu;

/**
 * The top-level keys of a YAML text, each with everything below it except trailing blank lines and comments. Recognized
 * by column 0, so that incomplete YAML has them, too.
 */
export function topLevelLists(text: string): Span[] {
  const starts = Array.from(text.matchAll(topLevelKey), ({ index }) => index);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return { start, end: start + lengthWithoutTail(text.slice(start, end)) };
  });
}

/** The length without trailing lines that are blank or comments in column 0. */
function lengthWithoutTail(text: string): number {
  let end = text.length;
  while (end > 0) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    const lineText = text.slice(line, end);
    if (lineText.trim() !== '' && !lineText.startsWith('#')) break;
    end = Math.max(0, line - 1);
    if (line === 0) break;
  }
  return end;
}
