/**
 * Calendar dates as people write them in citations, with the parts that are written.
 * docs/format.md, section 5: `when`, `date-list`.
 */

import type { Mutable } from '../../base/text/span.ts';
import type { CitedDate, When } from '../ast.ts';
import { isDash, isMark, isWord, type Token } from '../tokens.ts';
import { isAnd, isDateWord, readDates, readFurtherDay, readYear, spanOf, withYear } from './dateForms.ts';
import { MONTHS, readMonthAfterDay } from './monthNames.ts';
import { readTime } from './time.ts';

export const accessVerbs = new Set(['accessed', 'retrieved', 'visited']);
const timePrepositions = new Set(['at', 'à', 'um', 'om', 'alle', 'в', 'о']);
const rangeWords = new Set(['to', 'through', 'till', 'until']);

/** Limits the length of the time part of a citation, because each token in it may be tried as its start. */
const MAX_WHEN_TOKENS = 60;

/** `September`; `month` counts from 1. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many days the month has; February of an unknown year has 29. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2) return year === undefined || isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a number ends a name, as the 4 of `Channel 4, 10 May` does, where dates are looked for in running words. */
export function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [before, number, comma] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  return (
    number.kind === 'number' &&
    number.text.length < 4 &&
    number.hasSpaceBefore &&
    before?.kind === 'word' &&
    /^[\p{Lu}\p{Lo}]/u.test(before.text) &&
    isMark(comma, ',')
  );
}

const MIN_MONTH_LENGTH = 4;

/** The last tokens as a month and a year: behind a comma, as in `SWP, Januar 2022`, a month of another language needs no day. */
export function readMonthAndYear(tokens: readonly Token[], from: number): When | undefined {
  const [comma, word, next] = [tokens[from - 1], tokens[from], tokens[from + 1]];
  if (!isMark(comma, ',') || word?.kind !== 'word' || word.text.length < MIN_MONTH_LENGTH) return undefined;
  const at = isWord(next, 'de') ? from + 2 : from + 1;
  const year = tokens.length === at + 1 ? readYear(tokens[at]) : undefined;
  const month = year === undefined ? undefined : readMonthAfterDay(tokens, from);
  if (!month || month.calendar || month.next !== from + 1) return undefined;
  const span = spanOf(tokens, from, at + 1);
  return { span, dates: [{ value: { year: year!, month: month.value }, span }], accessed: false };
}

/** Reads the tokens from `from` to the last one as the time part of a citation; undefined when they are anything else. */
export function readWhen(tokens: readonly Token[], from: number): When | undefined {
  const first = tokens[from];
  if (!first || !canStartWhen(first) || tokens.length - from > MAX_WHEN_TOKENS) return undefined;
  let at = from;
  if (isWord(first, 'last')) at++;
  const accessed = accessVerbs.has(tokens[at]?.lower ?? '');
  if (accessed) {
    at++;
    if (isWord(tokens[at], 'on')) at++;
  } else if (at > from) return undefined;

  const dates: CitedDate[] = [];
  let firstYearless = 0;
  while (true) {
    let year = dates.length > firstYearless ? readYear(tokens[at]) : undefined;
    if (year !== undefined) {
      const { value, span, until } = dates.at(-1)!;
      const extendedSpan = { start: span.start, end: tokens[at]!.end };
      dates[dates.length - 1] = until ? { value, span: extendedSpan, until } : { value, span: extendedSpan };
      at++;
    } else {
      const read = readDates(tokens, at) ?? (dates.length > 0 ? readFurtherDay(tokens, at, dates.at(-1)!) : undefined);
      if (!read) return undefined;
      dates.push(...read.dates);
      at = read.next;
      year = dates.at(-1)!.value.year;
    }
    if (year !== undefined) {
      for (let i = firstYearless; i < dates.length; i++) dates[i] = withYear(dates[i]!, year);
      firstYearless = dates.length;
    }
    const range = readRangeEnd(tokens, at, dates.at(-1)!);
    if (range) {
      dates[dates.length - 1] = range.date;
      at = range.next;
      if (range.date.until?.year === undefined) firstYearless = dates.length - 1;
    }
    const end = at;
    const fromTime = isMark(tokens[at], ',') || timePrepositions.has(tokens[at]?.lower ?? '') ? at + 1 : at;
    const afterTime = readTime(tokens, fromTime);
    const time = afterTime && spanOf(tokens, fromTime, afterTime);
    at = afterTime ?? afterDateLetter(tokens, at);
    const token = tokens[at];
    if (!token || (isMark(token, '.') && at === tokens.length - 1)) {
      const when: Mutable<When> = { span: spanOf(tokens, from, Math.max(at, end)), dates, accessed };
      if (token) when.strayStop = { start: token.start, end: token.end };
      if (time) when.time = time;
      return when;
    }
    if (time) return undefined;
    if (isMark(token, ',')) {
      at++;
      if (isAnd(tokens[at])) at++;
    } else if (isAnd(token)) at++;
    else return undefined;
  }
}

/** The `a` of `KII 22/03/2022 a`, which counts the interviews of a day. */
function afterDateLetter(tokens: readonly Token[], at: number): number {
  const letter = tokens[at];
  const isLetter = letter?.kind === 'word' && /^[a-z]$/.test(letter.text) && tokens[at - 1]?.kind === 'number';
  return isLetter && at === tokens.length - 1 ? at + 1 : at;
}

/** Whether the time part of a citation may begin with this token: most tokens are told apart here, at little cost. */
export function canStartWhen({ kind, lower }: Token): boolean {
  return kind === 'number' || (kind === 'word' && (isDateWord(lower) || accessVerbs.has(lower) || lower === 'last'));
}

/** Extends a date to a range by the `– March 5, 2021` or `to June 4` after it; undefined if there is none. */
function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  startDate: CitedDate,
): { date: CitedDate; next: number } | undefined {
  if (startDate.until || !(isDash(tokens[at]) || rangeWords.has(tokens[at]?.lower ?? ''))) return undefined;
  const read = readDates(tokens, at + 1);
  const [last] = read?.dates ?? [];
  if (!read || !last || last.until || read.dates.length > 1) return undefined;
  const date = { value: startDate.value, span: { start: startDate.span.start, end: last.span.end }, until: last.value };
  return { date: last.value.year === undefined ? date : withYear(date, last.value.year), next: read.next };
}
