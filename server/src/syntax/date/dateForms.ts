/** The forms of a single date in a citation. Each function reads tokens from an index on, as far as the date goes. */

// cspell:ignore wednes frühjahr frühling sommer herbst printemps automne hiver verano otoño invierno
import { words } from '../../base/text/phrases.ts';
import type { Mutable, Span } from '../../base/text/span.ts';
import type { Calendar, CalendarDate, CitedDate, NumericOrder } from '../ast.ts';
import { isDash, isMark, isWord, type Token } from '../tokens.ts';
import { weekdays as foreignWeekdays } from './calendarNames.json';
import { isEnglishMonth, type MonthMatch, readEnglishMonth, readMonthAfterDay } from './monthNames.ts';

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const weekdays = new Set(['tues', 'wednes', 'thur', 'thurs']);
for (const name of WEEKDAYS) weekdays.add(name).add(name.slice(0, 3));
/** Of other languages only in full: `mar` is March, too. */
const otherWeekdays = new Set(Object.values(foreignWeekdays).flatMap((names) => names.split('|')));
/** Between two days or dates. */
const andWords = new Set(['and', '&', 'und', 'et', 'y', 'e', 'en', 'i', 'и', 'і', 'та', 've']);
const ordinals = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª']);
/** Between day and month, and between month and year: `3 de mayo del 2022`. */
const ofWords = new Set(['of', 'de', 'del']);
/** After a year: `15 марта 2022 г.`, `3 maja 2022 r.` */
const yearWords = new Set(['г', 'года', 'р', 'року', 'r', 'roku']);

/** In English, German, French, Spanish, Russian: `Spring 2021`, `été 2021`. */
const seasons = new Set(
  words`spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver primavera verano otoño invierno весна лето осень зима`,
);

/** Two-digit years up to this one belong to this century, as in POSIX. */
const TWO_DIGIT_YEAR_PIVOT = 68;

/** Dates, and the index of the token after them. */
export interface DateMatch {
  readonly dates: readonly CitedDate[];
  readonly next: number;
}

/** Whether a date may begin with this word: an English month or a day of the week. */
export function isDateWord(lower: string): boolean {
  return isEnglishMonth(lower) || weekdays.has(lower) || otherWeekdays.has(lower) || seasons.has(lower);
}

/** `and` in the languages of dates. */
export function isAnd(token: Token | undefined): boolean {
  return token !== undefined && andWords.has(token.lower);
}

/** A day of the week; behind a capitalized word one of another language is part of a name: `Le Jeudi, 3 mai`. */
function isWeekday(tokens: readonly Token[], at: number): boolean {
  const { kind, lower } = tokens[at] ?? {};
  if (kind !== 'word' || lower === undefined) return false;
  return weekdays.has(lower) || (otherWeekdays.has(lower) && !/^\p{Lu}/u.test(tokens[at - 1]?.text ?? ''));
}

/** One date or range, or the days of `18, 28 October`, with a weekday before it or not. */
export function readDates(tokens: readonly Token[], from: number): DateMatch | undefined {
  let at = from;
  if (isWeekday(tokens, at)) {
    at++;
    if (isMark(tokens[at], '.')) at++;
    if (isMark(tokens[at], ',')) at++;
  }
  return (
    readMonthFirst(tokens, at) ??
    readNumeric(tokens, at) ??
    readDayFirst(tokens, at) ??
    readChinese(tokens, at) ??
    readYears(tokens, seasons.has(tokens[at]?.lower ?? '') ? at + 1 : at, at)
  );
}

/** `May 10`, `Sept. 6–12`, `May 30–June 2`, `May 10 2015`, `May 2023`, `May–June 2015`. */
function readMonthFirst(tokens: readonly Token[], from: number): DateMatch | undefined {
  const month = readEnglishMonth(tokens, from);
  if (!month) return undefined;
  let at = month.next;
  const day = readDay(tokens, at);
  let until: CalendarDate | undefined;
  if (day) {
    at = day.next;
    if (isDash(tokens[at])) {
      const untilMonth = readEnglishMonth(tokens, at + 1);
      const untilDay = readDay(tokens, untilMonth?.next ?? at + 1);
      if (!untilDay) return undefined;
      until = { month: untilMonth?.value ?? month.value, day: untilDay.value };
      at = untilDay.next;
    }
  } else if (isDash(tokens[at])) {
    const untilMonth = readEnglishMonth(tokens, at + 1);
    if (!untilMonth) return undefined;
    until = { month: untilMonth.value };
    at = untilMonth.next;
  }
  const year = readYear(tokens[at]);
  if (!day && year === undefined) return undefined;
  if (year !== undefined) at++;
  return singleDate(tokens, from, at, createDate(undefined, month.value, day?.value), until, year);
}

const MAX_DAY = 31;

/** `10 May`, `10 May 2015`, `3rd of May`, `6–12 September`, `30 May–2 June`, `18, 28 October`, `15. März`, `3 de mayo de 2022`, `16 Nov 89`. */
function readDayFirst(tokens: readonly Token[], from: number): DateMatch | undefined {
  const days: { value: number; next: number; from: number; until?: CalendarDate }[] = [];
  let at = from;
  let month: MonthMatch | undefined;
  while (!month) {
    const day = readDay(tokens, at);
    if (!day) return undefined;
    days.push({ ...day, from: at });
    at = afterDayStop(tokens, day.next);
    if (isDash(tokens[at])) {
      const last = readDay(tokens, at + 1);
      if (last) {
        days.at(-1)!.until = { day: last.value };
        at = afterDayStop(tokens, last.next);
      } else if (tokens[at]!.hasSpaceBefore || days.length > 1) return undefined;
      // `16-Nov-89`
      else at++;
    }
    if (ofWords.has(tokens[at]?.lower ?? '')) at++;
    month = readMonthAfterDay(tokens, at);
    if (!month) {
      if (isMark(tokens[at], ',') || isAnd(tokens[at])) at++;
      else return undefined;
    }
  }
  at = month.next;
  const last = days.at(-1)!;
  // In `L67, 2 March` and `France 24, 4 March` the first number counts no days.
  if (days.slice(0, -1).some(({ value }, index) => value > MAX_DAY || value >= days[index + 1]!.value))
    return undefined;
  const firstMonth = month.value;
  if (month.calendar) return days.length > 1 ? undefined : otherCalendarDate(tokens, from, at, month.calendar);
  if (!last.until && isDash(tokens[at])) {
    const untilDay = readDay(tokens, at + 1);
    const untilMonth = untilDay && readMonthAfterDay(tokens, afterDayStop(tokens, untilDay.next));
    if (untilDay && untilMonth) {
      last.until = { day: untilDay.value, month: untilMonth.value };
      at = untilMonth.next;
    } else if (readYear(tokens[at + 1]) === undefined && !isShortYear(tokens, at + 1)) return undefined;
    else at++;
  }
  const year = readYearAfterMonth(tokens, at);
  if (year) at = year.next;
  const dates = days.flatMap((day, index) => {
    const end = index === days.length - 1 ? at : day.next;
    const until = day.until && createDate(undefined, day.until.month ?? firstMonth, day.until.day);
    const date = createDate(undefined, firstMonth, day.value);
    return singleDate(tokens, day.from, end, date, until, year?.value, year?.isShort).dates;
  });
  return { dates, next: at };
}

/** The stop of `15. März`: German and others write the day as an ordinal. */
function afterDayStop(tokens: readonly Token[], at: number): number {
  const stop = tokens[at];
  return isMark(stop, '.') && !stop!.hasSpaceBefore && tokens[at + 1]?.kind === 'word' ? at + 1 : at;
}

interface YearMatch {
  readonly value: number;
  readonly isShort: boolean;
  readonly next: number;
}

/** `2015`, `de 2015`, `2022 г.`, and the `89` of `16 Nov 89`, which is never a day. */
function readYearAfterMonth(tokens: readonly Token[], from: number): YearMatch | undefined {
  const at = ofWords.has(tokens[from]?.lower ?? '') ? from + 1 : from;
  const year = readYear(tokens[at]);
  if (year === undefined) {
    if (at > from || !isShortYear(tokens, at)) return undefined;
    return { value: fullYear(Number(tokens[at]!.text)), isShort: true, next: at + 1 };
  }
  return { value: year, isShort: false, next: afterYearWord(tokens, at + 1) };
}

function afterYearWord(tokens: readonly Token[], at: number): number {
  if (!yearWords.has(tokens[at]?.lower ?? '')) return at;
  return isMark(tokens[at + 1], '.') ? at + 2 : at + 1;
}

/** Two digits that are a year. Before `:` they are a time: `4 May 10:15`. */
function isShortYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length === 2 && !isMark(tokens[at + 1], ':');
}

function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits <= TWO_DIGIT_YEAR_PIVOT ? 2000 : 1900);
}

/** `12 Mehr 1400`, `30 Dhu al-Qadah 1443`: recognized, and kept as text. */
function otherCalendarDate(tokens: readonly Token[], from: number, at: number, calendar: Calendar): DateMatch {
  const next = readYear(tokens[at]) === undefined ? at : at + 1;
  return { dates: [{ value: {}, span: spanOf(tokens, from, next), calendar }], next };
}

/** `2022年5月3日`, `5月3日`, `2022年5月`. */
function readChinese(tokens: readonly Token[], from: number): DateMatch | undefined {
  let at = from;
  const part = (sign: string, maxLength: number) => {
    const [number, word] = [tokens[at], tokens[at + 1]];
    if (number?.kind !== 'number' || number.text.length > maxLength || !isWord(word, sign)) return undefined;
    at += 2;
    return Number(number.text);
  };
  const year = part('年', 4);
  const month = part('月', 2);
  const day = month === undefined ? undefined : part('日', 2);
  if (month === undefined || (year === undefined && day === undefined)) return undefined;
  return singleDate(tokens, from, at, createDate(undefined, month, day), undefined, year);
}

/** `2021-09-05`, `2021-09`, `2021/09/05`, `05/2021`, `06/14/04`, `14.06.2004`; month before day unless that is impossible or dots say otherwise. */
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
  // `05/2021`; a number before the year of a document has no leading zero: `5/2021`
  const monthYear = readYear(tokens[from + 2]);
  if (separator.text === '/' && a.length === 2 && c === undefined && monthYear !== undefined && value.a <= 12)
    return singleDate(tokens, from, at, createDate(undefined, value.a, undefined), undefined, monthYear);
  if (b.length === 0 || b.length > 2) return undefined;
  if (a.length === 4) {
    if (c === undefined && (b.length !== 2 || separator.text !== '-' || value.b > 12)) return undefined;
    if (c !== undefined && c.length > 2) return undefined;
    const day = c === undefined ? undefined : value.c;
    return singleDate(tokens, from, at, createDate(undefined, value.b, day), undefined, value.a);
  }
  if (a.length > 2 || c === undefined || (c.length !== 2 && c.length !== 4)) return undefined;
  const order = separator.text === '/' ? numericOrder(value.a, value.b) : undefined;
  const dayFirst = separator.text === '.' || order === 'day-first' || (value.a > 12 && value.b <= 12);
  const isShort = c.length === 2;
  const year = isShort ? fullYear(value.c) : value.c;
  const date = dayFirst ? createDate(undefined, value.b, value.a) : createDate(undefined, value.a, value.b);
  const { dates, next } = singleDate(tokens, from, afterYearWord(tokens, at), date, undefined, year, isShort);
  return order ? { dates: [{ ...dates[0]!, order }], next } : { dates, next };
}

function numericOrder(first: number, second: number): NumericOrder {
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  return 'ambiguous';
}

/** `2015`, `2001–2009`, `2014–15`, and `Spring 2015`, which is no more than its year. */
function readYears(tokens: readonly Token[], from: number, start: number): DateMatch | undefined {
  const year = readYear(tokens[from]);
  if (year === undefined) return undefined;
  let at = from + 1;
  const last = tokens[at + 1];
  const isSeason = start < from;
  const isJoint = isDash(tokens[at]) || (isSeason && isMark(tokens[at], '/'));
  if (!isJoint) return singleDate(tokens, start, at, {}, undefined, year);
  if (last?.kind !== 'number' || (last.text.length !== 4 && last.text.length !== 2)) return undefined;
  at += 2;
  if (isSeason) return singleDate(tokens, start, at, {}, undefined, year);
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
function createDate(year: number | undefined, month: number | undefined, day: number | undefined): CalendarDate {
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
  isShort = false,
): DateMatch {
  const span = spanOf(tokens, from, next);
  const cited = until ? { value: date, span, until } : { value: date, span };
  return { dates: [year === undefined ? cited : withYear(cited, year, isShort)], next };
}

/** The date in that year; a range over New Year begins in the year before. `isShort`: the year was written with two digits. */
export function withYear(cited: CitedDate, year: number, isShort = false): CitedDate {
  const { until } = cited;
  if (!until) return { ...cited, value: withDefaultYear(cited.value, year, isShort) };
  const spansNewYear = (until.month ?? 0) < (cited.value.month ?? 0);
  const first = withDefaultYear(cited.value, spansNewYear ? year - 1 : year, isShort);
  return { ...cited, value: first, until: withDefaultYear(until, year, isShort) };
}

/** The date in that year, unless it says another one. */
function withDefaultYear(date: CalendarDate, year: number, isShort: boolean): CalendarDate {
  if (date.year !== undefined) return date;
  const dated = createDate(year, date.month, date.day);
  return isShort ? { ...dated, hasShortYear: true } : dated;
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
