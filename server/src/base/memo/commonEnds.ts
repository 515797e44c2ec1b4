/**
 * The number of items that two lists have in common at their start, and of the remaining items at their end; an edit
 * lies between. Each item is compared at most once.
 */
export function commonEnds<T>(
  before: ArrayLike<T>,
  after: ArrayLike<T>,
  isSame: (one: T, other: T) => boolean = isIdentical,
): { start: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start]!, after[start]!)) start++;
  let tail = 0;
  while (tail < shorter - start && isSame(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail++;
  return { start, tail };
}

function isIdentical(one: unknown, other: unknown): boolean {
  return one === other;
}
