import type { Span } from '../../base/text/span.ts';

const topLevelKey = /^["'\p{L}_]/gmu;

/**
 * The top-level keys of YAML with all that stands below each, comments and blank lines before the next one left out.
 * Found by their place in column 0, so that a list somebody is writing is one, too.
 */
export function topLevelLists(text: string): Span[] {
  const starts = Array.from(text.matchAll(topLevelKey), ({ index }) => index);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return { start, end: start + lengthWithoutTail(text.slice(start, end)) };
  });
}

/** The length without the lines at the end that are blank or comments in column 0. */
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
