import type { Located } from '../../base/text/span.ts';
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

/** All dates with year, month and day in a text, in order, without ranges and days of access. */
export function* findFullDates(text: string): Generator<Located<CalendarDate>> {
  const tokens = tokenize(text, { start: 0, end: text.length }, []);
  for (let from = 0; from < tokens.length; from++) {
    for (let to = Math.min(tokens.length, from + MAX_DATE_TOKENS); to > from; to--) {
      const when = readWhen(tokens.slice(from, to), 0);
      const date = when?.dates[0];
      if (when?.dates.length !== 1 || date?.until) continue;
      const { year, month, day } = date!.value;
      const isFull = year !== undefined && month !== undefined && day !== undefined;
      if (!when.accessed && !isFull) continue;
      if (!when.accessed) yield { value: date!.value, span: when.span };
      from = to - 1;
      break;
    }
  }
}
