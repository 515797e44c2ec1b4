import type { Span } from '../../base/text/span.ts';

interface Search {
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** Whether a match counts where it is. */
  readonly accepts?: (match: Span) => boolean;
}

/**
 * The matches of several patterns in order of position, without those that overlap one of `skipped` (in order of position) or a
 * match of an earlier pattern.
 */
export function findOutside(text: string, skipped: readonly Span[], searches: readonly Search[]): Span[] {
  let found: Span[] = [];
  for (const { pattern, accepts = () => true } of searches) {
    const isFree = [createOverlapCheck(skipped), createOverlapCheck(found)];
    const matches: Span[] = [];
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (isFree.every((check) => check(span)) && accepts(span)) matches.push(span);
    }
    if (matches.length > 0) found = [...found, ...matches].sort((a, b) => a.start - b.start);
  }
  return found;
}

/** A check for spans in order of position: whether one overlaps none of `spans`. */
export function createOverlapCheck(spans: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while (next < spans.length && spans[next]!.end <= start) next++;
    return next === spans.length || spans[next]!.start >= end;
  };
}
