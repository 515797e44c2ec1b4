import { partitionPoint } from '../memo/search.ts';

const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Turns offsets in UTF-16 code units into numbers of code points; half a surrogate pair alone counts as one. */
export function codePointsBefore(text: string): (offset: number) => number {
  const pairs = Array.from(text.matchAll(pair), ({ index }) => index);
  return (offset) => offset - partitionPoint(pairs.length, (at) => pairs[at]! < offset - 1);
}
