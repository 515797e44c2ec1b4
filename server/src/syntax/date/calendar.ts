/** Inference of missing years, and comparison and formatting of dates. docs/format.md, section 2, "Year". */

import * as l10n from '@vscode/l10n';
import type { CalendarDate } from '../ast.ts';
import { daysInMonth, monthName } from './writtenDate.ts';

/** A leap day is at most this many years away: eight around a year such as 1900, which is not a leap year. */
const MAX_LEAP_GAP = 8;

/**
 * The date with its year: a date without one is the latest such day on or before `briefDate`. If the year cannot be
 * inferred (the brief has no date, or the date has no month), the date is returned unchanged.
 */
export function inferYear(date: CalendarDate, briefDate: CalendarDate | undefined): CalendarDate {
  const year = inferredYear(date, briefDate);
  // With its century decided it is a date like any other.
  if (date.hasShortYear) {
    const { hasShortYear: _, ...decided } = date;
    return { ...decided, ...(year !== undefined && { year }) };
  }
  return year === date.year || year === undefined ? date : { ...date, year };
}

/** The year that `inferYear` adds, or the one of the date; undefined if it is unknown. */
export function inferredYear(
  { year, month, day, hasShortYear }: CalendarDate,
  briefDate: CalendarDate | undefined,
): number | undefined {
  // `16 Nov 52` in a brief of 1989 is of 1952: nothing cited is later than the brief.
  if (hasShortYear && briefDate?.year !== undefined && year! > briefDate.year && year! >= 2000) return year! - 100;
  if (year !== undefined || month === undefined || briefDate?.year === undefined) return year;
  const [lastMonth, lastDay] = [briefDate.month ?? 12, briefDate.day ?? 31];
  const isLater = month > lastMonth || (month === lastMonth && (day ?? 1) > lastDay);
  let latest = isLater ? briefDate.year - 1 : briefDate.year;
  if (month === 2 && day === 29) {
    const first = latest;
    while (daysInMonth(2, latest) < 29 && first - latest < MAX_LEAP_GAP) latest--;
  }
  return latest;
}

/** Whether the calendar has such a day; parts that are absent are not checked. */
export function isPossibleDate({ year, month, day }: CalendarDate): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(month ?? 1, year));
}

/** Whether two dates can be the same day: all parts that both have are equal, and both have a month. */
export function areCompatibleDates(a: CalendarDate, b: CalendarDate): boolean {
  if (a.month === undefined || a.month !== b.month) return false;
  return isUndefinedOrEqual(a.year, b.year) && isUndefinedOrEqual(a.day, b.day);
}

function isUndefinedOrEqual(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Negative if `a` is certainly before `b`, positive if it is certainly after, 0 if equal or undecided. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  for (const part of ['year', 'month', 'day'] as const) {
    const [left, right] = [a[part], b[part]];
    if (left === undefined || right === undefined) return 0;
    if (left !== right) return left - right;
  }
  return 0;
}

/** Whether two dates have the same parts with the same values. */
export function isSameDate(a: CalendarDate | undefined, b: CalendarDate | undefined): boolean {
  return a === b || (a?.year === b?.year && a?.month === b?.month && a?.day === b?.day);
}

/** The date in the language of the user: `September 5, 2021`, `5 de septiembre de 2021`. For briefs: `formatDateForBrief`. */
export function formatDateForDisplay({ year, month, day }: CalendarDate): string {
  const name = month === undefined ? '' : localizedMonthName(month);
  if (month === undefined || (day === undefined && name === '')) return year === undefined ? '' : String(year);
  // There is no such month: its number is all that it has.
  if (name === '') return [year, month, day].filter((part) => part !== undefined).join('-');
  if (day === undefined) {
    if (year === undefined) return name;
    return l10n.t({ message: '{0} {1}', args: [name, year], comment: ['month, year, as in September 2016'] });
  }
  if (year === undefined)
    return l10n.t({ message: '{0} {1}', args: [name, day], comment: ['month, day, as in September 22'] });
  return l10n.t({
    message: '{0} {1}, {2}',
    args: [name, day, year],
    comment: ['month, day, year, as in September 22, 2016'],
  });
}

function localizedMonthName(month: number): string {
  const names = l10n.t({
    message: 'January February March April May June July August September October November December',
    args: [],
    comment: ['the months as they stand in dates, with spaces between'],
  });
  return names.split(' ')[month - 1] ?? '';
}

/** The date as briefs write it, always in English: `September 5, 2021`, `September 2021`, `September 5`, `2021`. */
export function formatDateForBrief({ year, month, day }: CalendarDate): string {
  const monthAndDay = month === undefined ? '' : monthName(month) + (day === undefined ? '' : ` ${day}`);
  if (year === undefined) return monthAndDay;
  if (monthAndDay === '') return String(year);
  return day === undefined ? `${monthAndDay} ${year}` : `${monthAndDay}, ${year}`;
}
