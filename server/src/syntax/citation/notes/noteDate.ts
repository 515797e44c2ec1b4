/** The date of a citation in a note: the last one. docs/format.md, "Notes". */

import type { When } from '../../ast.ts';
import { isPartOfName, readMonthAndYear, readWhen } from '../../date/writtenDate.ts';
import type { Token } from '../../tokens.ts';

/** A date takes at most this many tokens: `Friday , 3 rd of Sept . , 2021 , 10 : 12 AM`. */
export const MAX_DATE_TOKENS = 16;

/** A date with the offsets where it begins and ends. */
export interface DatedPart {
  readonly when: When;
  readonly from: number;
  readonly next: number;
}

/** The last date of the tokens, with where it begins and ends. */
export function lastDate(tokens: readonly Token[]): DatedPart | undefined {
  let last: DatedPart | undefined;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind === 'atom' || isPartOfName(tokens, at)) continue;
    for (let to = Math.min(tokens.length, at + MAX_DATE_TOKENS); to > at; to--) {
      const when = readWhen(tokens.slice(at, to), 0);
      if (!when || when.accessed || isYearBeforeDate(when)) continue;
      const isBareYear = when.dates.every(({ value, calendar }) => value.month === undefined && !calendar);
      const month = isBareYear ? readMonthAndYear(tokens.slice(0, at + 1), at - 1) : undefined;
      if (month) last = { when: month, from: month.span.start, next: tokens[to - 1]!.end };
      else if (!isBareYear || (isFinal(tokens, to) && isPlausibleYear(when)))
        last = { when, from: tokens[at]!.start, next: tokens[to - 1]!.end };
      at = to - 1;
      break;
    }
  }
  return last;
}

/** `Fall 2021, January 2022`: two things. */
function isYearBeforeDate({ dates: [first, ...rest] }: When): boolean {
  return first!.value.month === undefined && rest.some(({ value }) => value.month !== undefined);
}

/** Four digits are often a code: `commodity 2523`. */
function isPlausibleYear({ dates }: When): boolean {
  return dates.every(({ value: { year } }) => year === undefined || (year >= 1500 && year < 2100));
}

/** Whether nothing but a locator and punctuation follows. A bare year is a date only there. */
function isFinal(tokens: readonly Token[], from: number): boolean {
  const next = tokens.slice(from).find(({ kind }) => kind !== 'mark');
  return (
    next === undefined ||
    /^(?:pp?|s|с|str|стр|págs?|paras?|section|chapter|vol|no|http|https|www|ch|url|accessed|available|retrieved|doi|isbn)$/.test(
      next.lower,
    )
  );
}
