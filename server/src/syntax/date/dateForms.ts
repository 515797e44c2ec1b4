/** The forms of a single date in a citation. Each function reads tokens from an index on, as far as the date goes. */

import type { Mutable, Span } from '../../base/text/span.ts';
import type { CalendarDate, CitedDate } from '../ast.ts';
import { isDash, isMark, isWord, type Token } from '../tokens.ts';

/** In lower case, January first. */
export const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const monthNumbers = new Map<string, number>([['sept', 9]]);
for (const [index, name] of MONTHS.entries()) {
  monthNumbers.set(name, index + 1).set(name.slice(0, 3), index + 1);
}
const weekdays = new Set(['tues', 'wednes', 'thur', 'thurs']);
for (const name of WEEKDAYS) weekdays.add(name).add(name.slice(0, 3));
const ordinals = new Set(['st', 'nd', 'rd', 'th']);

/** Two-digit years up to this one belong to this century, as in POSIX. */
const TWO_DIGIT_YEAR_PIVOT = 68;

/** Dates, and the index of the token after them. */
export interface DateMatch {
  readonly dates: readonly CitedDate[];
  readonly next: number;
}

/** Whether a date may begin with this word: a month or a day of the week. */
export function isDateWord(lower: string): boolean {
  return monthNumbers.has(lower) || weekdays.has(lower);
}

/** One date or range, or the days of `18, 28 October`, with a weekday before it or not. */
export function readDates(tokens: readonly Token[], from: number): DateMatch | undefined {
  let at = from;
  if (tokens[at]?.kind === 'word' && weekdays.has(tokens[at]!.lower)) {
    at++;
    if (isMark(tokens[at], '.')) at++;
    if (isMark(tokens[at], ',')) at++;
  }
  return readMonthFirst(tokens, at) ?? readNumeric(tokens, at) ?? readDayFirst(tokens, at) ?? readYears(tokens, at);
}

/** `May 10`, `Sept. 6–12`, `May 30–June 2`, `May 10 2015`, `May 2023`, `May–June 2015`. */
function readMonthFirst(tokens: readonly Token[], from: number): DateMatch | undefined {
  const month = readMonth(tokens, from);
  if (!month) return undefined;
  let at = month.next;
  const day = readDay(tokens, at);
  let until: CalendarDate | undefined;
  if (day) {
    at = day.next;
    if (isDash(tokens[at])) {
      const untilMonth = readMonth(tokens, at + 1);
      const untilDay = readDay(tokens, untilMonth?.next ?? at + 1);
      if (!untilDay) return undefined;
      until = { month: untilMonth?.value ?? month.value, day: untilDay.value };
      at = untilDay.next;
    }
  } else if (isDash(tokens[at])) {
    const untilMonth = readMonth(tokens, at + 1);
    if (!untilMonth) return undefined;
    until = { month: untilMonth.value };
    at = untilMonth.next;
  }
  const year = readYear(tokens[at]);
  if (!day && year === undefined) return undefined;
  if (year !== undefined) at++;
  return singleDate(tokens, from, at, createDate(undefined, month.value, day?.value), until, year);
}

/** `10 May`, `10 May 2015`, `3rd of May`, `6–12 September`, `30 May–2 June`, `18, 28 October`. */
function readDayFirst(tokens: readonly Token[], from: number): DateMatch | undefined {
  const days: { value: number; next: number; from: number; until?: CalendarDate }[] = [];
  let at = from;
  let month: { value: number; next: number } | undefined;
  while (!month) {
    const day = readDay(tokens, at);
    if (!day) return undefined;
    days.push({ ...day, from: at });
    at = day.next;
    if (isDash(tokens[at])) {
      const last = readDay(tokens, at + 1);
      if (!last) return undefined;
      days.at(-1)!.until = { day: last.value };
      at = last.next;
    }
    if (isWord(tokens[at], 'of')) at++;
    month = readMonth(tokens, at);
    if (!month) {
      if (isMark(tokens[at], ',') || isWord(tokens[at], 'and')) at++;
      else return undefined;
    }
  }
  at = month.next;
  const last = days.at(-1)!;
  const firstMonth = month.value;
  if (!last.until && isDash(tokens[at])) {
    const untilDay = readDay(tokens, at + 1);
    const untilMonth = untilDay && readMonth(tokens, untilDay.next);
    if (!untilDay || !untilMonth) return undefined;
    last.until = { day: untilDay.value, month: untilMonth.value };
    at = untilMonth.next;
  }
  const year = readYear(tokens[at]);
  if (year !== undefined) at++;
  const dates = days.flatMap((day, index) => {
    const end = index === days.length - 1 ? at : day.next;
    const until = day.until && createDate(undefined, day.until.month ?? firstMonth, day.until.day);
    return singleDate(tokens, day.from, end, createDate(undefined, firstMonth, day.value), until, year).dates;
  });
  return { dates, next: at };
}

/** `2021-09-05`, `2021-09`, `2021/09/05`, `06/14/04`, `14.06.2004`; month before day unless that is impossible or dots say otherwise. */
function readNumeric(tokens: readonly Token[], from: number): DateMatch | undefined {
  const separator = tokens[from + 1];
  if (separator?.kind !== 'mark' || !['-', '/', '.'].includes(separator.text)) return undefined;
  const parts: string[] = [];
  let at = from;
  while (tokens[at]?.kind === 'number' && (at === from || !tokens[at]!.hasSpaceBefore)) {
    parts.push(tokens[at]!.text);
    at++;
    if (parts.length === 3 || !isMark(tokens[at], separator.text) || tokens[at]!.hasSpaceBefore) break;
    if (tokens[at + 1]?.kind !== 'number') break;
    at++;
  }
  const [a = '', b = '', c] = parts;
  const value = { a: Number(a), b: Number(b), c: Number(c) };
  if (b.length === 0 || b.length > 2) return undefined;
  if (a.length === 4) {
    if (c === undefined && (b.length !== 2 || separator.text !== '-' || value.b > 12)) return undefined;
    if (c !== undefined && c.length > 2) return undefined;
    const day = c === undefined ? undefined : value.c;
    return singleDate(tokens, from, at, createDate(undefined, value.b, day), undefined, value.a);
  }
  if (a.length > 2 || c === undefined || (c.length !== 2 && c.length !== 4)) return undefined;
  const dayFirst = separator.text === '.' || (value.a > 12 && value.b <= 12);
  const year = c.length === 4 ? value.c : value.c + (value.c <= TWO_DIGIT_YEAR_PIVOT ? 2000 : 1900);
  const date = dayFirst ? createDate(undefined, value.b, value.a) : createDate(undefined, value.a, value.b);
  return singleDate(tokens, from, at, date, undefined, year);
}

/** `2015`, `2001–2009`, `2014–15`. */
function readYears(tokens: readonly Token[], from: number): DateMatch | undefined {
  const year = readYear(tokens[from]);
  if (year === undefined) return undefined;
  let at = from + 1;
  if (!isDash(tokens[at])) return singleDate(tokens, from, at, {}, undefined, year);
  const last = tokens[at + 1];
  if (last?.kind !== 'number' || (last.text.length !== 4 && last.text.length !== 2)) return undefined;
  at += 2;
  const until = last.text.length === 4 ? Number(last.text) : year - (year % 100) + Number(last.text);
  return { dates: [{ value: { year }, span: spanOf(tokens, from, at), until: { year: until } }], next: at };
}

/** The `28` of `October 18, 28`: a further day of the month before. */
export function readFurtherDay(tokens: readonly Token[], from: number, previous: CitedDate): DateMatch | undefined {
  const day = readDay(tokens, from);
  const month = previous.until?.month ?? previous.value.month;
  if (!day || previous.value.day === undefined || month === undefined) return undefined;
  let at = day.next;
  let until: CalendarDate | undefined;
  if (isDash(tokens[at])) {
    const last = readDay(tokens, at + 1);
    if (!last) return undefined;
    until = { month, day: last.value };
    at = last.next;
  }
  const year = readYear(tokens[at]);
  if (year !== undefined) at++;
  return singleDate(tokens, from, at, createDate(undefined, month, day.value), until, year);
}

/** A date with the parts that were written, always in the same order, because V8 reads objects of one shape faster. */
export function createDate(year: number | undefined, month: number | undefined, day: number | undefined): CalendarDate {
  const date: Mutable<CalendarDate> = {};
  if (year !== undefined) date.year = year;
  if (month !== undefined) date.month = month;
  if (day !== undefined) date.day = day;
  return date;
}

function singleDate(
  tokens: readonly Token[],
  from: number,
  next: number,
  date: CalendarDate,
  until: CalendarDate | undefined,
  year: number | undefined,
): DateMatch {
  const span = spanOf(tokens, from, next);
  const cited = until ? { value: date, span, until } : { value: date, span };
  return { dates: [year === undefined ? cited : withYear(cited, year)], next };
}

/** The date in that year; a range over New Year begins in the year before. */
export function withYear(cited: CitedDate, year: number): CitedDate {
  const { value, until, span } = cited;
  if (!until) return { value: withDefaultYear(value, year), span };
  const spansNewYear = (until.month ?? 0) < (value.month ?? 0);
  return { value: withDefaultYear(value, spansNewYear ? year - 1 : year), span, until: withDefaultYear(until, year) };
}

/** The date in that year, unless it has a year of its own. */
function withDefaultYear(date: CalendarDate, year: number): CalendarDate {
  return createDate(date.year ?? year, date.month, date.day);
}

function readMonth(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const token = tokens[at];
  const value = token?.kind === 'word' ? monthNumbers.get(token.lower) : undefined;
  if (value === undefined) return undefined;
  const stop = tokens[at + 1];
  // In `May. 3` the stop belongs to the month by mistake; in `10 May.` it is a stray stop after the date.
  const isAbbreviation = !MONTHS.includes(token!.lower) || tokens[at + 2]?.kind === 'number';
  return { value, next: isMark(stop, '.') && !stop!.hasSpaceBefore && isAbbreviation ? at + 2 : at + 1 };
}

/** One or two digits with an optional ordinal ending. Impossible days are read, too: a rule reports them. */
function readDay(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  const ending = tokens[at + 1];
  const isOrdinal = ending?.kind === 'word' && !ending.hasSpaceBefore && ordinals.has(ending.lower);
  return { value: Number(token.text), next: isOrdinal ? at + 2 : at + 1 };
}

/** Four digits that are a year from 1000 to 2999. */
export function readYear(token: Token | undefined): number | undefined {
  return token?.kind === 'number' && /^[12]\d{3}$/.test(token.text) ? Number(token.text) : undefined;
}

/** The span of the tokens from `from` to before `next`. */
export function spanOf(tokens: readonly Token[], from: number, next: number): Span {
  const last = tokens[Math.min(next, tokens.length) - 1]!;
  return { start: tokens[from]!.start, end: last.end };
}
