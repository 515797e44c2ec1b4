/** Dates of CSL in the forms that the writers need. */

/** What both ends of a date are, as far as they are known: numbers of year, month and day. */
export interface DateEnds {
  readonly start: readonly number[];
  /** Empty for an open end; undefined if it is no range. */
  readonly end?: readonly number[];
  readonly isUncertain: boolean;
  readonly season?: number;
}

const isoDate = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/;

/** The ends of a date as CSL-YAML (`2021-09-05`, `2004/..`) or CSL-JSON (`date-parts`) writes it; undefined for words. */
export function dateEnds(value: unknown): DateEnds | undefined {
  if (typeof value === 'number') return dateEnds(String(value));
  if (typeof value === 'string') return endsOfText(value.trim());
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'date-parts': parts, circa, season } = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(parts)) return undefined;
  const [start, end] = parts.map(numbersOf);
  if (!start || start.length === 0) return undefined;
  return {
    start,
    ...(end && { end }),
    isUncertain: Boolean(circa),
    ...(season !== undefined && Number(season) > 0 && { season: Number(season) }),
  };
}

function numbersOf(parts: unknown): number[] {
  const numbers = (Array.isArray(parts) ? parts : []).map(Number);
  const known = numbers.findIndex((number) => !Number.isInteger(number) || number === 0);
  return known < 0 ? numbers : numbers.slice(0, known);
}

function endsOfText(text: string): DateEnds | undefined {
  const [from = '', to] = text.split('/');
  const start = endOf(from);
  if (!start) return undefined;
  const end = to === undefined ? undefined : to === '..' || to === '' ? [] : endOf(to)?.parts;
  if (to !== undefined && !end) return undefined;
  return {
    start: start.parts,
    ...(end && { end }),
    isUncertain: /[~?%]/.test(text),
    ...(start.season !== undefined && { season: start.season }),
  };
}

function endOf(text: string): { readonly parts: number[]; readonly season?: number } | undefined {
  const match = isoDate.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1).flatMap((part) => (part === undefined ? [] : Number(part)));
  const month = parts[1] ?? 0;
  return month > 20 && month < 25 ? { parts: [parts[0]!], season: month - 20 } : { parts };
}

/** A date as CSL-JSON has it. */
export function toDateParts(value: unknown): unknown {
  const ends = dateEnds(value);
  if (!ends) return typeof value === 'string' ? { literal: value } : value;
  const { start, end, isUncertain, season } = ends;
  return {
    'date-parts': end ? [start, end.length > 0 ? end : [0]] : [start],
    ...(season !== undefined && { season }),
    ...(isUncertain && { circa: true }),
  };
}

/** A date as EDTF and CSL-YAML have it, for example `2021-09-05`; undefined for words. */
export function toEdtf(value: unknown): string | undefined {
  const ends = dateEnds(value);
  if (!ends) return undefined;
  const { start, end, isUncertain, season } = ends;
  const mark = isUncertain ? '~' : '';
  const first = season === undefined ? formatParts(start) : formatParts([start[0]!, 20 + season]);
  if (!end) return first + mark;
  return `${first}${mark}/${end.length > 0 ? formatParts(end) + mark : '..'}`;
}

/** The words of a date that names no day. */
export function dateWords(value: unknown): string {
  const { literal, raw } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return [value, literal, raw].find((one): one is string => typeof one === 'string') ?? '';
}

function formatParts([year = 0, ...others]: readonly number[]): string {
  const sign = year < 0 ? '-' : '';
  return [
    `${sign}${String(Math.abs(year)).padStart(4, '0')}`,
    ...others.map((part) => String(part).padStart(2, '0')),
  ].join('-');
}
