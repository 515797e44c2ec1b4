import { commonEnds } from '../memo/commonEnds.ts';
import type { Edit } from './span.ts';

/** The edit that turns one text into another and leaves their common beginning and end alone. */
export function editBetween(before: string, after: string): Edit {
  const { start, tail } = commonEnds(before, after);
  return { start, end: before.length - tail, newLength: after.length - tail - start };
}
