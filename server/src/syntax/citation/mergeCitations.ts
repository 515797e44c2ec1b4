import type { Citation } from '../ast.ts';

/**
 * Both lists in order of position. Of citations that overlap, one of `found` wins where it covers the whole group of others, unless
 * one of them names an id.
 */
export function mergeCitations(before: readonly Citation[], found: readonly Citation[]): readonly Citation[] {
  const merged: Citation[] = [];
  let next = 0;
  for (const citation of [...found].sort(byPosition)) {
    const { start, end } = citation.span;
    while (next < before.length && before[next]!.group.end <= start) merged.push(before[next++]!);
    let first = next;
    while (
      first < before.length &&
      !before[first]!.id &&
      before[first]!.group.start >= start &&
      before[first]!.group.end <= end
    )
      first++;
    if (first < before.length && before[first]!.group.start < end) continue;
    next = first;
    merged.push(citation);
  }
  return [...merged, ...before.slice(next)];
}

/** Compares by position. */
export function byPosition(a: Citation, b: Citation): number {
  return a.span.start - b.span.start;
}
