/**
 * The names of months: English ones, those of the other languages of docs/format.md (`calendarNames.json`, made from CLDR by
 * `scripts/calendarNames.mjs`), and transliterated months of the Persian and the Islamic calendar, whose dates are kept as text.
 */

import { lazy } from '../../base/memo/lazy.ts';
import type { Calendar } from '../ast.ts';
import { isDash, isMark, type Token } from '../tokens.ts';
import { months } from './calendarNames.json';

/** English, in lower case, January first. */
export const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** A month as it is written at some token. */
export interface MonthMatch {
  /** 1–12; of another calendar the month of that calendar. */
  readonly value: number;
  /** The index of the token after the name and its stop. */
  readonly next: number;
  readonly calendar?: Calendar;
}

const englishMonths = new Map<string, number>([['sept', 9]]);
for (const [index, name] of MONTHS.entries()) englishMonths.set(name, index + 1).set(name.slice(0, 3), index + 1);

/** Forms in use that CLDR does not list. */
const FURTHER_FORMS: readonly (readonly [string, number])[] = [
  ['juill', 7],
  ['set', 9],
  ['maart', 3],
  ['okt', 10],
  ['mrz', 3],
  ['jänner', 1],
  ['feber', 2],
];

/** The 12 months, with the spellings that differ by more than apostrophes and hyphens. */
const PERSIAN_MONTHS =
  'farvardin ordibehesht khordad|khurdad tir mordad|amordad|murdad shahrivar mehr aban azar dey|dai bahman esfand|isfand';
const ISLAMIC_MONTHS =
  'muharram|moharram safar rabialawwal|rabiialawwal|rabiawal|rabii rabialthani|rabialakhir|rabiithani|rabiii jumadaalula|jumadaalawwal|jumadai jumadaalakhira|jumadaalthani|jumadaii ' +
  'rajab shaban|shaaban|shabaan ramadan|ramazan shawwal|shawal dhualqadah|dhualqidah|dhulqadah|dhulqada|dhualqada|zulqadah|zilqad dhualhijjah|dhualhijja|dhulhijjah|dhulhijja|zulhijjah|zilhajj';
/** `Dhu al-Qadah` is four tokens: two words, a hyphen, a word. */
const MAX_NAME_TOKENS = 4;

const foreignMonths = lazy(() => {
  const byName = new Map<string, number>(FURTHER_FORMS);
  for (const names of Object.values(months)) {
    for (const [index, forms] of names.entries()) {
      for (const form of forms.split('|')) {
        byName.set(form, index + 1).set(withoutAccents(form), index + 1);
      }
    }
  }
  return byName;
});

const otherCalendars = lazy(() => {
  const byName = new Map<string, { readonly calendar: Calendar; readonly value: number }>();
  const add = (calendar: Calendar, list: string) => {
    for (const [index, forms] of list.split(' ').entries())
      for (const form of forms.split('|')) byName.set(form, { calendar, value: index + 1 });
  };
  add('persian', PERSIAN_MONTHS);
  add('islamic', ISLAMIC_MONTHS);
  return byName;
});

/** Whether the word, in lower case, is an English month or its abbreviation. */
export function isEnglishMonth(lower: string): boolean {
  return englishMonths.has(lower);
}

/** The English month at a token. */
export function readEnglishMonth(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const token = tokens[at];
  const value = token?.kind === 'word' ? englishMonths.get(token.lower) : undefined;
  if (value === undefined) return undefined;
  // `May. 3` is a form error; the stop of `10 May.` belongs to the date.
  const isAbbreviation = !MONTHS.includes(token!.lower) || tokens[at + 2]?.kind === 'number';
  return { value, next: isAbbreviation ? afterStop(tokens, at + 1) : at + 1 };
}

/** The month of any language at a token. The caller has read a day before it: without one, `Mars` and `Set` are no months. */
export function readMonthAfterDay(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const english = readEnglishMonth(tokens, at);
  if (english || tokens[at]?.kind !== 'word') return english;
  return readForeignMonth(tokens, at) ?? readOtherCalendar(tokens, at);
}

function readForeignMonth(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const byName = foreignMonths();
  const word = normalize(tokens[at]!.lower);
  const next = tokens[at + 1];
  // `كانون الثاني` is January, and `كانون الأول` December.
  const pair = next?.kind === 'word' ? byName.get(`${word} ${normalize(next.lower)}`) : undefined;
  if (pair !== undefined) return { value: pair, next: at + 2 };
  const value = byName.get(word) ?? byName.get(withoutAccents(word));
  return value === undefined ? undefined : { value, next: afterStop(tokens, at + 1) };
}

function readOtherCalendar(tokens: readonly Token[], at: number): MonthMatch | undefined {
  const byName = otherCalendars();
  let name = '';
  let longest: MonthMatch | undefined;
  for (let next = at; next < at + MAX_NAME_TOKENS && next < tokens.length; next++) {
    const token = tokens[next]!;
    if (token.kind !== 'word' && !isDash(token)) break;
    name += withoutAccents(token.lower).replace(/[^\p{L}]/gu, '');
    const found = byName.get(name);
    if (found) longest = { ...found, next: next + 1 };
  }
  return longest;
}

/** The index after the stop of an abbreviation, where one is attached. */
function afterStop(tokens: readonly Token[], at: number): number {
  return isMark(tokens[at], '.') && !tokens[at]!.hasSpaceBefore ? at + 1 : at;
}

function normalize(word: string): string {
  return word.normalize('NFC');
}

function withoutAccents(word: string): string {
  // In capitals, the Turkish ı is an I.
  return word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ı', 'i');
}
