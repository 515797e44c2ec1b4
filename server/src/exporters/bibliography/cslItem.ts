/** A source as an item of CSL-JSON. https://github.com/citation-style-language/schema */

import { formatGrades } from '../../analysis/sourcing/grades.ts';
import { readCslDate } from '../../syntax/date/cslDate.ts';
import { parseIsoDate } from '../../syntax/date/isoDate.ts';
import { CSL_DATE_FIELDS, CSL_NAME_FIELDS } from '../../syntax/registry/csl.ts';
import type { UsedSource } from './usedSources.ts';

export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
}

/** What people of the house write about a source. */
const HOUSE_FIELDS: ReadonlySet<string> = new Set(['note', 'annote']);
const NAME_PARTS = 'family given suffix literal dropping-particle non-dropping-particle'.split(' ');
const isoInText = /^(\d{4}(?:-\d{2}){0,2})([~?%]?)(?:[T ].*)?$/s;

/** The item: the fields of CSL in the entry, with dates and names as the schema has them; `custom` has what CSL does not. */
export function toCslItem({ entry, scope, release }: UsedSource): CslItem {
  const fields = Object.entries(entry.csl).flatMap(([name, value]) => {
    if (HOUSE_FIELDS.has(name) && !release.isInternal) return [];
    const written = CSL_DATE_FIELDS.has(name)
      ? toDate(value)
      : CSL_NAME_FIELDS.has(name)
        ? toNames(value)
        : toText(value);
    return written === undefined ? [] : [[name, written] as const];
  });
  const rating = release.isInternal ? formatGrades(entry, scope) : '';
  const custom = {
    ...(entry.archive && { archive: entry.archive.value }),
    ...(entry.sha256 && { sha256: entry.sha256.value }),
    ...(rating && { rating }),
    ...(release.isInternal && entry.tlp && { tlp: entry.tlp.value }),
  };
  return {
    ...Object.fromEntries(fields),
    id: entry.id.value,
    type: entry.type ?? 'document',
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** Texts and numbers; what is neither is left out. */
function toText(value: unknown): string | number | undefined {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** The names of an item in the form of the schema. */
function toNames(value: unknown): readonly CslName[] {
  return (Array.isArray(value) ? value : [value]).flatMap((name: unknown): CslName[] => {
    if (typeof name === 'string') return name.trim() === '' ? [] : [{ literal: name.trim() }];
    if (typeof name !== 'object' || name === null) return [];
    const parts = Object.entries(name).flatMap(([part, text]) => {
      const key = part === 'name' ? 'literal' : part;
      const isText = typeof text === 'string' || typeof text === 'number';
      return NAME_PARTS.includes(key) && isText && text !== '' ? [[key, String(text)] as const] : [];
    });
    return parts.length > 0 ? [Object.fromEntries(parts)] : [];
  });
}

/** `date-parts`; the text, if it names no day, month or year. */
function toDate(value: unknown): object | undefined {
  if (typeof value === 'object' && value !== null && 'date-parts' in value) return value;
  const text = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : value;
  if (typeof text === 'string' || typeof text === 'number') return dateOfText(String(text).trim());
  const ends = (Array.isArray(value) ? value : [value]).flatMap((end: unknown) => readCslDate(end).date ?? []);
  if (ends.length > 0) return { 'date-parts': ends.map(({ year, month, day }) => partsOf(year, month, day)) };
  return typeof value === 'object' && value !== null && 'literal' in value
    ? { literal: String(value.literal) }
    : undefined;
}

function dateOfText(text: string): object | undefined {
  if (text === '') return undefined;
  const ends = text
    .split('/')
    .filter((end) => end !== '' && end !== '..')
    .map((end) => isoInText.exec(end));
  if (ends.length < 3 && ends.every((end) => end && parseIsoDate(end[1]!))) {
    const parts = ends.map((end) => end![1]!.split('-').map(Number));
    return { 'date-parts': parts, ...(ends.some((end) => end![2]) && { circa: true }) };
  }
  const { date } = readCslDate(text);
  return date ? { 'date-parts': [partsOf(date.year, date.month, date.day)] } : { literal: text };
}

function partsOf(...parts: readonly (number | undefined)[]): number[] {
  return parts.flatMap((part) => part ?? []);
}
