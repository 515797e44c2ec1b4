/**
 * How many items two lists begin with alike, and how many of the others they end with: an edit lies between. Each item is
 * looked at once at most.
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
