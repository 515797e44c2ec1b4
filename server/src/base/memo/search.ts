/**
 * The first index from 0 to `count` for which `isBefore` is false, by binary search; `count` if it is true for all. It must be
 * true for all indexes below some index and false for all others.
 */
export function partitionPoint(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
