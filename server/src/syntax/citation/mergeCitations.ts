import type { Citation } from '../ast.ts';

/**
 * Both lists in order of position. Of citations that overlap, one of `found` wins where it covers the whole group of others, unless
 * one of them names an id, or has lost a source that the other does not lack.
 */
export function mergeCitations(before: readonly Citation[], found: readonly Citation[]): readonly Citation[] {
  const merged: Citation[] = [];
  let next = 0;
  for (const citation of [...found].sort(byPosition)) {
    const { start, end } = citation.span;
    while (next < before.length && before[next]!.span.end <= start) merged.push(before[next++]!);
    let first = next;
    while (first < before.length && canReplace(citation, before[first]!)) first++;
    const isTaken = first < before.length && before[first]!.span.start < end;
    const covered = merged.at(-1)?.span ?? { start: 0, end: 0 };
    if (isTaken || covered.end > start) continue;
    next = first;
    merged.push(citation);
  }
  return [...merged, ...before.slice(next)];
}

function canReplace(found: Citation, one: Citation): boolean {
  const { span } = found;
  const { id, group } = one;
  return (
    id === undefined &&
    span.start <= group.start &&
    group.end <= span.end &&
    (!hasLostSource(one) || hasLostSource(found))
  );
}

/** `(, May 3)` */
function hasLostSource({ source, url, title, author, isRepeat, loss }: Citation): boolean {
  return !loss && !isRepeat && !source && !url && !title && !author;
}

/** Compares by position. */
export function byPosition(a: Citation, b: Citation): number {
  return a.span.start - b.span.start;
}
