/** Dates of bibliographies as CSL-YAML writes them. EDTF: https://www.loc.gov/standards/datetime/ */

import { readCslDate } from '../../syntax/date/cslDate.ts';

/** A date, and whether it was understood; a date that was not is kept as a text that names no day. */
export interface ReadDate {
  readonly value: string | { readonly literal: string };
  readonly isUnderstood: boolean;
}

const OPEN_ENDS: ReadonlySet<string> = new Set(['', '..', 'open', 'unknown', '*']);
const SEASONS: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A day, month or year; unspecified days and months; a mark of doubt; a time, which CSL does not keep. */
const edtfDate = /^(\d{4}(?:-\d{2}){0,2})(?:-[Xu]{2}){0,2}(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?([?~%]{0,2})$/;
const yearRange = /^(\d{4})\s?[-–—]{1,3}\s?(\d{4})$/;
const aboutYear = /^(?:\[|(?:c|ca|circa)\.?\s?)(\d{4})\]?$/i;
const zeros: readonly number[] = [0x660, 0x6f0, 0x966, 0xff10];

/** Reads a date as it stands in a bibliography; undefined for an empty one. */
export function readDate(written: string): ReadDate | undefined {
  const text = asciiDigits(written.replace(/\s+/g, ' ').trim());
  if (text === '') return undefined;
  const value = readEdtf(text) ?? readLoosely(text);
  // `forthcoming` is understood: there is no date.
  return value === undefined
    ? { value: { literal: written.trim() }, isUnderstood: !/\d/.test(text) }
    : { value, isUnderstood: true };
}

/** Reads the parts of a date that are fields of their own. `month` is a number or a name, also with a day (`10 jan`). */
export function readDateParts(year: string, month: string, day: string): ReadDate | undefined {
  const [digits, words] = [asciiDigits(year.trim()), asciiDigits(month.trim())];
  if (words === '' || !/^\d{4}$/.test(digits)) return readDate(year);
  const [first = '', last] = words.split(/\s?(?:\/|-{1,3}|–|—)\s?/, 2).map(monthOf);
  if (first === '') return readDate(`${day || '1'} ${month} ${year}`) ?? readDate(year);
  if (last) return readDate(`${digits}-${first}/${digits}-${last}`);
  const dayInMonth = asciiDigits(day.trim()) || (/\p{L}/u.test(words) ? /\d{1,2}/.exec(words)?.[0] : undefined);
  return readDate([digits, first, ...(dayInMonth ? [dayInMonth.padStart(2, '0')] : [])].join('-'));
}

function monthOf(written: string): string {
  if (/^\d{1,2}$/.test(written)) return written.padStart(2, '0');
  const word = /\p{L}{3,}/u.exec(written)?.[0].toLowerCase() ?? '';
  const month = MONTHS.indexOf(word.slice(0, 3));
  return month < 0 ? (SEASONS[word] ?? '') : String(month + 1).padStart(2, '0');
}

function readEdtf(text: string): string | undefined {
  const [start = '', end, ...more] = text.split('/');
  const first = readOne(start);
  if (first === undefined || more.length > 0) return undefined;
  if (end === undefined) return first;
  if (OPEN_ENDS.has(end)) return `${first}/..`;
  const last = readOne(end);
  return last === undefined ? undefined : `${first}/${last}`;
}

/** One end of a range, or a date. */
function readOne(text: string): string | undefined {
  const [, date, doubt = ''] = edtfDate.exec(text) ?? [];
  if (date === undefined || readCslDate(date).date === undefined) return undefined;
  return date + (doubt.length > 1 ? '%' : doubt);
}

function readLoosely(text: string): string | undefined {
  const [, from, to] = yearRange.exec(text) ?? [];
  if (from !== undefined) return `${from}/${to}`;
  const year = aboutYear.exec(text)?.[1];
  return year === undefined ? readCslDate(text).iso : `${year}~`;
}

/** Arabic, Persian, Devanagari and full-width digits as those of ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = zeros.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
