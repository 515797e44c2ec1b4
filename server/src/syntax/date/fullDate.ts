import { type Located, slice } from '../../base/text/span.ts';
import type { CalendarDate } from '../ast.ts';
import { tokenize } from '../tokens.ts';
import { readWhen } from './writtenDate.ts';

/** A date takes at most this many tokens: `Friday , 3 rd of Sept . , 2021`. */
const MAX_DATE_TOKENS = 10;

/**
 * The first date with year, month and day in a line such as `TM_September 24 2021.PDF` or `Publication Date: 04/10/2026`;
 * undefined if there is none.
 */
export function findFullDate(line: string): Located<CalendarDate> | undefined {
  for (const date of findFullDates(line)) return date;
  return undefined;
}

/**
 * All dates with year, month and day in a text, in order, without days of access. `withRanges`: also ranges, by their last day.
 */
export function* findFullDates(text: string, withRanges = false): Generator<Located<CalendarDate>> {
  const tokens = tokenize(text, { start: 0, end: text.length }, []);
  for (let from = 0; from < tokens.length; from++) {
    for (let to = Math.min(tokens.length, from + MAX_DATE_TOKENS); to > from; to--) {
      const when = readWhen(tokens.slice(from, to), 0);
      const date = when?.dates[0];
      if (when?.dates.length !== 1 || (date!.until && !(withRanges && isRange(slice(text, when.span))))) continue;
      const value = date!.until ?? date!.value;
      const isFull = value.year !== undefined && value.month !== undefined && value.day !== undefined;
      if (!when.accessed && !isFull) continue;
      if (!when.accessed) yield { value, span: when.span };
      from = to - 1;
      break;
    }
  }
}

/** `Issue 18 – 24 September 2021` has no range. */
function isRange(words: string): boolean {
  return !/^\d{1,2}\s+[-–—]/.test(words);
}
