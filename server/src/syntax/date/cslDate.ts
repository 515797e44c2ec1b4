import * as l10n from '@vscode/l10n';
import { quote } from '../../base/text/quote.ts';
import type { CalendarDate } from '../ast.ts';
import { tokenize } from '../tokens.ts';
import { formatIsoDate, isValidDate, parseIsoDate } from './isoDate.ts';
import { readWhen } from './writtenDate.ts';

/** Longer texts are no date, in UTF-16 units. */
const MAX_LOOSE_LENGTH = 40;

/** `date` is absent if no date is given (`literal: in press`), `problem` if nothing is wrong. */
export interface CslDateResult {
  readonly date?: CalendarDate;
  readonly problem?: string;
  /** The date as CSL writes it, if it is written otherwise but certain: `2021/05/03`, `5 March 2026`. `date` is set, too. */
  readonly iso?: string;
}

const formatHint = l10n.t('Write YYYY-MM-DD, such as 2021-09-05; YYYY-MM or YYYY if no more is known.');

/**
 * An ISO date, and what CSL and EDTF allow after it: a mark of doubt, a time, the end of a range.
 * https://docs.citationstyles.org/en/stable/specification.html, https://www.loc.gov/standards/datetime/
 */
const isoStart = /^(\d{4}(?:-\d{2}){0,2})(?:[~?%]|[T ].*|\/(?:\d{4}(?:-\d{2}){0,2}[~?%]?|\.\.)?)?$/s;
/** EDTF numbers the seasons after the months. */
const yearOfSeason = /^(\d{4})-2[1-4]$/;
/** The basic format of ISO 8601: `20210503`. */
const withoutSeparators = /^(\d{4})(\d\d)(\d\d)$/;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/;

/**
 * Reads a date from plain values as YAML and CSL write it: ISO text, a year as a number, `{date-parts: [[2021, 9, 5]]}`,
 * `{year, month, day}`, a list of these, `{raw}`. The date of a range is its first day. Any other input yields a problem,
 * worded for the person who wrote it.
 */
export function readCslDate(input: unknown): CslDateResult {
  if (typeof input === 'number') return readDateText(String(input));
  if (typeof input === 'string') return readDateText(input.trim());
  const value: unknown = Array.isArray(input) ? input[0] : input;
  if (typeof value !== 'object' || value === null) return unreadableDate();
  if ('date-parts' in value) {
    const list = value['date-parts'];
    const first: unknown = Array.isArray(list) ? list[0] : undefined;
    return Array.isArray(first) ? readDateParts(first[0], first[1], first[2]) : unreadableDate();
  }
  if ('year' in value) {
    return readDateParts(
      value.year,
      'month' in value ? value.month : undefined,
      'day' in value ? value.day : undefined,
    );
  }
  if ('raw' in value && typeof value.raw === 'string') return readDateText(value.raw.trim());
  if (!('literal' in value)) return unreadableDate();
  // Words stand for the date; those that are one count as such.
  const date = typeof value.literal === 'string' ? readDateText(value.literal.trim()).date : undefined;
  return date ? { date } : {};
}

function readDateText(text: string): CslDateResult {
  const start = isoStart.exec(text)?.[1];
  if (start === undefined) {
    const date = readLooseDate(text);
    const iso = date && formatIsoDate(date);
    if (date && iso !== undefined)
      return { date, iso, problem: l10n.t('{0} is not a date of CSL. Write {1}.', quote(text), iso) };
    return { problem: `${l10n.t('{0} cannot be read as a date.', quote(text))} ${formatHint}` };
  }
  const season = yearOfSeason.exec(start)?.[1];
  if (season !== undefined) return { date: { year: Number(season) } };
  const date = parseIsoDate(start);
  return date ? { date } : { problem: notInCalendarMessage(start) };
}

/** A date that can be meant in one way only, though CSL writes it otherwise: year first, or with the name of the month. */
function readLooseDate(text: string): CalendarDate | undefined {
  const [, year, , month, day] = yearFirst.exec(text.replace(withoutSeparators, '$1-$2-$3')) ?? [];
  if (year !== undefined) {
    const date = { year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }) };
    return isValidDate(date) ? date : undefined;
  }
  if (text.length > MAX_LOOSE_LENGTH || !/\p{L}/u.test(text)) return undefined;
  const when = readWhen(tokenize(text, { start: 0, end: text.length }, []), 0);
  const [date] = when?.dates ?? [];
  const isWhole = when?.span.start === 0 && when.span.end === text.length && !when.accessed;
  if (!date || !isWhole || when.dates.length !== 1 || date.until) return undefined;
  return date.value.year !== undefined && date.value.month !== undefined && isValidDate(date.value)
    ? date.value
    : undefined;
}

function readDateParts(...written: unknown[]): CslDateResult {
  const presentParts = written.filter((part) => part !== undefined && part !== null && part !== '');
  const [year, month, day] = presentParts.map(Number);
  if (year === undefined || presentParts.some((part) => typeof part === 'object')) return unreadableDate();
  const isSeason = month !== undefined && month > 20 && month < 25;
  const date = {
    year,
    ...(month === undefined || isSeason ? {} : { month }),
    ...(day === undefined || isSeason ? {} : { day }),
  };
  return isValidDate(date) ? { date } : { problem: notInCalendarMessage(presentParts.map(String).join('-')) };
}

function notInCalendarMessage(written: string): string {
  return l10n.t('The calendar has no {0}. Correct the day or the month.', quote(written));
}

function unreadableDate(): CslDateResult {
  return { problem: `${l10n.t('This cannot be read as a date.')} ${formatHint}` };
}
