/**
 * Dates as registries write them: ISO 8601 calendar dates with a year, a month if known, and a day if known.
 */

import type { CalendarDate } from '../ast.ts';

const isoPattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; surrounding blanks are not allowed.
 * Returns undefined for any other text and for days that the calendar does not have (2021-02-30, the year 0000).
 */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = isoPattern.exec(text);
  if (!match) return undefined;
  const date: { year: number; month?: number; day?: number } = { year: Number(match[1]) };
  if (match[2] !== undefined) date.month = Number(match[2]);
  if (match[3] !== undefined) date.day = Number(match[3]);
  return isValidDate(date) ? date : undefined;
}

/**
 * Formats a date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, up to its first absent part.
 * Returns undefined if the year is absent, because ISO 8601 has no form for that.
 */
export function formatIsoDate(date: CalendarDate): string | undefined {
  if (date.year === undefined) return undefined;
  const parts = [String(date.year).padStart(4, '0')];
  if (date.month !== undefined) {
    parts.push(String(date.month).padStart(2, '0'));
    if (date.day !== undefined) parts.push(String(date.day).padStart(2, '0'));
  }
  return parts.join('-');
}

/**
 * Whether the calendar has this date, judged by the parts it has: years 1 to 9999, integers only.
 * February 29 without a year is valid, and so is a day up to 31 without a month.
 */
export function isValidDate({ year, month, day }: CalendarDate): boolean {
  if (year !== undefined && !isIntegerUpTo(year, 9999)) return false;
  if (month !== undefined && !isIntegerUpTo(month, 12)) return false;
  if (day === undefined) return true;
  if (!isIntegerUpTo(day, month === undefined ? 31 : (DAYS_IN_MONTH[month - 1] ?? 31))) return false;
  return !(month === 2 && day === 29 && year !== undefined && !isLeapYear(year));
}

function isIntegerUpTo(value: number, highest: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= highest;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
