/** Rewrites the dates of a citation in a house style without changing their meaning. */

import type { Span } from '../../base/text/span.ts';
import type { CalendarDate, CitedDate, When } from '../../syntax/ast.ts';
import { compareDates, inferYear } from '../../syntax/date/calendar.ts';
import { daysInMonth, monthName } from '../../syntax/date/writtenDate.ts';

/** A date format: month and day in either order, with the month in full or abbreviated, or ISO 8601. */
export interface DateFormat {
  readonly order: 'month first' | 'day first' | 'ISO';
  readonly abbreviated: boolean;
}

/** The abbreviations of The Associated Press Stylebook, which also leaves March to July in full. */
const ABBREVIATIONS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

const numeric = /^\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?$/;
/** A hyphen may be part of a numeric date, so unambiguous separators are tried first. */
const rangeSeparators = [/^(.*?)( ?[–—] ?| - | (?:to|through|till|until) )(.*)$/i, /^(.*?)(-)(.*)$/];
const yearPattern = /(?<!\d)[12]\d{3}(?!\d)/;
const dayOnly = /^\d{1,2}(?:st|nd|rd|th)?(?:,? [12]\d{3})?$/i;
const monthFirst = /^\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? [12]\d{3})?$/iu;
const dayFirst = /^\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3,9}\.?(?:,? [12]\d{3})?$/iu;
const monthOnly = /^\p{L}{3,9}\.?(?:,? [12]\d{3})?$/iu;

/** The form of a date, or of one end of a range. */
type DateShape = 'numeric' | 'named' | 'month' | 'bare';

/** A date of a citation as it is written. */
interface DateText {
  readonly date: CitedDate;
  /** The text with runs of white space folded into one space. */
  readonly text: string;
  readonly shape: DateShape;
  readonly hasYear: boolean;
  /** The other end of a range, and the text that joins them. */
  readonly end?: { readonly shape: DateShape; readonly hasYear: boolean; readonly joiner: string };
}

/**
 * The dates of a citation in another format. `textOf` returns the text of a span in `when`. A year is written if it was
 * written before; ISO dates always get one, inferred from the date of the brief. Undefined if the format cannot express
 * one of the dates.
 */
export function reformatDates(
  textOf: (span: Span) => string,
  when: When,
  style: DateFormat,
  briefDate: CalendarDate | undefined,
): string | undefined {
  const dateTexts = when.dates.map((date) => parseDateText(textOf(date.span), date));
  const first = when.dates[0]!;
  const last = when.dates.at(-1)!;
  let result = textOf({ start: when.span.start, end: first.span.start });
  // No house writes `Monday, 2021-09-06`.
  if (style.order === 'ISO' && hasWeekday(result)) return undefined;
  for (let from = 0; from < dateTexts.length; ) {
    const monthGroup = monthGroupAt(dateTexts, from);
    if (!monthGroup) return undefined;
    const ends = monthGroup.map(({ date }) => date.span.end);
    const gaps = ends.map((start, index) => textOf({ start, end: when.dates[from + index + 1]?.span.start ?? start }));
    if (style.order === 'ISO' && gaps.some(hasWeekday)) return undefined;
    const after = gaps.pop() ?? '';
    const formatted =
      style.order === 'ISO' ? formatIsoGroup(monthGroup, gaps, briefDate) : formatMonthGroup(monthGroup, gaps, style);
    if (formatted === undefined) return undefined;
    result += formatted + after;
    from += monthGroup.length;
  }
  return result + textOf({ start: last.span.end, end: when.span.end });
}

function hasWeekday(gap: string): boolean {
  return /(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*/iu.test(gap);
}

function parseDateText(text: string, date: CitedDate): DateText | undefined {
  const normalized = text.replace(/\s+/g, ' ');
  const single = parseShape(normalized);
  if (!date.until) return single && { date, text: normalized, ...single };
  for (const separator of rangeSeparators) {
    const [, left = '', between = '', right = ''] = separator.exec(normalized) ?? [];
    const [start, end] = [parseShape(left), parseShape(right)];
    if (start && end) return { date, text: normalized, ...start, end: { ...end, joiner: between } };
  }
  return undefined;
}

function parseShape(text: string): Pick<DateText, 'shape' | 'hasYear'> | undefined {
  if (numeric.test(text)) return { shape: 'numeric', hasYear: true };
  const hasYear = yearPattern.test(text);
  if (dayOnly.test(text)) return { shape: 'bare', hasYear };
  if (monthFirst.test(text) || dayFirst.test(text)) return { shape: 'named', hasYear };
  return monthOnly.test(text) ? { shape: 'month', hasYear } : undefined;
}

/** The dates from index `from` that share a month name: `October 18, 28`, `18, 28 October`; undefined if that is unclear. */
function monthGroupAt(dateTexts: readonly (DateText | undefined)[], from: number): DateText[] | undefined {
  const group: DateText[] = [];
  let hasMonth = false;
  for (let at = from; at < dateTexts.length; at++) {
    const dateText = dateTexts[at];
    if (!dateText) return undefined;
    const namesMonth = dateText.shape !== 'bare' || (dateText.end !== undefined && dateText.end.shape !== 'bare');
    if (namesMonth && hasMonth) break;
    group.push(dateText);
    // Days before their month: the group ends with it.
    if (namesMonth && group.length > 1) return isValidMonthGroup(group) ? group : undefined;
    hasMonth ||= namesMonth;
  }
  return hasMonth && isValidMonthGroup(group) ? group : undefined;
}

function isValidMonthGroup(group: readonly DateText[]): boolean {
  const { month } = group[0]!.date.value;
  const isSameMonth = ({ date: { value, until } }: DateText) =>
    value.month === month && (until?.month ?? month) === month;
  return (
    group.length === 1 ||
    group.every((piece) => piece.shape !== 'month' && piece.shape !== 'numeric' && isSameMonth(piece))
  );
}

function formatMonthGroup(group: readonly DateText[], gaps: readonly string[], style: DateFormat): string | undefined {
  const [head] = group as [DateText];
  if (group.length === 1 && (!canShareMonthName(head) || head.shape === 'month')) return formatFullDate(head, style);
  if (group.slice(0, -1).some((piece) => piece.hasYear || piece.end?.hasYear) && group.length > 1) return undefined;
  if (group.some(({ shape, end: to }) => to && shape !== 'bare' && to.shape !== 'bare' && shape !== 'numeric'))
    return undefined;
  const days = group.map(({ date, end: to }) => {
    const until = date.until?.day;
    return `${date.value.day}${until === undefined ? '' : `${to?.joiner.trim()}${until}`}`;
  });
  const list = days.map((day, index) => day + (gaps[index] ?? '')).join('');
  const last = group.at(-1)!;
  const showsYear = last.hasYear || last.end?.hasYear;
  const { month, year } = { ...last.date.value, year: last.date.until?.year ?? last.date.value.year };
  const named =
    style.order === 'month first'
      ? `${formatMonthName(month!, style)} ${list}`
      : `${list} ${formatMonthName(month!, style)}`;
  if (!showsYear || year === undefined) return named;
  return `${named}${style.order === 'month first' ? ',' : ''} ${year}`;
}

/** Whether a range has its month name once, or could: `September 6–12`. */
function canShareMonthName({ date: { value, until }, shape, end: to }: DateText): boolean {
  if (!to || !until) return shape === 'named';
  const isDashed = /[-–—]/.test(to.joiner);
  if (shape === 'bare' || to.shape === 'bare') return isDashed;
  const sameMonth = value.year === until.year && value.month === until.month;
  return shape === 'numeric' && to.shape === 'numeric' && isDashed && sameMonth && value.day !== undefined;
}

/** Formats a date, or a range with a month at both ends. */
function formatFullDate(
  { date: { value, until }, text, shape, hasYear, end: to }: DateText,
  style: DateFormat,
): string | undefined {
  // Styles that abbreviate months before a day do not agree on months without one.
  if (shape === 'month' && style.abbreviated) return text;
  const sameYear = until?.year !== undefined && value.year === until.year;
  const sharesYear = shape === 'numeric' && to?.shape === 'numeric' && sameYear;
  const start = formatSingleDate(value, hasYear && !sharesYear, style);
  if (!to || !until) return start;
  const end = formatSingleDate(until, to.hasYear, style);
  return start === undefined || end === undefined ? undefined : start + to.joiner + end;
}

function formatSingleDate(
  { year, month, day }: CalendarDate,
  withYear: boolean,
  style: DateFormat,
): string | undefined {
  if (month === undefined) return undefined;
  const name = day === undefined ? monthName(month) : formatMonthName(month, style);
  const dayAndMonth = day === undefined ? name : style.order === 'month first' ? `${name} ${day}` : `${day} ${name}`;
  if (!withYear || year === undefined) return dayAndMonth;
  return `${dayAndMonth}${style.order === 'month first' && day !== undefined ? ',' : ''} ${year}`;
}

function formatMonthName(month: number, { abbreviated }: DateFormat): string {
  return abbreviated ? ABBREVIATIONS[month - 1]! : monthName(month);
}

function formatIsoGroup(
  group: readonly DateText[],
  gaps: readonly string[],
  briefDate: CalendarDate | undefined,
): string | undefined {
  let result = '';
  for (const [index, { date, shape, end: to }] of group.entries()) {
    const value = inferYear(date.value, briefDate);
    const until = date.until && inferYear(date.until, briefDate);
    const start = formatIso(value);
    const end = until && formatIso(until);
    if (start === undefined || (until && (end === undefined || compareDates(value, until) > 0))) return undefined;
    const isIso = shape === 'numeric' && to?.shape === 'numeric';
    const between = isIso || !to || !/[-–—]/.test(to.joiner) ? to?.joiner : ' – ';
    result += `${start}${end === undefined ? '' : between + end}${gaps[index] ?? ''}`;
  }
  return result;
}

function formatIso({ year, month, day }: CalendarDate): string | undefined {
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(month, year))) return undefined;
  return [
    String(year),
    ...[month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0'))),
  ].join('-');
}
