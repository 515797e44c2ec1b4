/** Days that prose writes without a year: `On February 27`, `4 March`, `(August 12–20)`. What may be something else is none. */
import type { Span } from '../../base/text/span.ts';
import { isDash, isMark, isWord, type Token, tokenize } from '../tokens.ts';
import { isEnglishMonth, readEnglishMonth, readMonthAfterDay } from './monthNames.ts';
import { daysInMonth } from './writtenDate.ts';

/** A day, or the first of several. */
export interface YearlessDay {
  readonly month: number;
  readonly day: number;
  readonly span: Span;
}

const ordinals = new Set(['st', 'nd', 'rd', 'th']);
const weekdays = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
/** Before a day, these say that it is one, whatever follows. */
const dayPrepositions = new Set('on by since until till before after from through'.split(' '));
/** These may stand before a day at the beginning of a sentence; `Theresa May 3 times` has a name there. */
const wordsBefore = new Set([
  ...dayPrepositions,
  ...'the this last next between late early and to around as for of'.split(' '),
]);
/** `In May 20 soldiers died`. */
const monthPrepositions = new Set(['in', 'during', 'throughout']);
/** `May 5 percent` is no day. */
const unitsAfter = new Set('percent per million billion thousand hundred dozen times km'.split(' '));
/** Days that name an event of some year: `the September 11 attacks`. */
const namedDays = new Set(['9-11', '10-7']);

/** The days in a text, in order. Days with a year are left out. */
export function* findYearlessDays(text: string): Generator<YearlessDay> {
  const tokens = tokenize(text, { start: 0, end: text.length }, []);
  for (let at = 0; at < tokens.length; at++) {
    const found = readMonthAndDay(tokens, at) ?? readDayAndMonth(tokens, at);
    if (!found || !isDay(tokens, at, found)) continue;
    const next = afterRange(tokens, found.next);
    if (hasYear(tokens, next)) continue;
    const { month, day } = found;
    yield { month, day, span: { start: tokens[at]!.start, end: tokens[next - 1]!.end } };
    at = next - 1;
  }
}

interface Found {
  readonly month: number;
  readonly day: number;
  /** The index of the token behind it. */
  readonly next: number;
}

function readMonthAndDay(tokens: readonly Token[], at: number): Found | undefined {
  const month = isCapitalized(tokens[at]) ? readEnglishMonth(tokens, at) : undefined;
  const day = month && readDay(tokens, month.next);
  return day && tokens[month.next]!.hasSpaceBefore ? { month: month.value, day: day.value, next: day.next } : undefined;
}

function readDayAndMonth(tokens: readonly Token[], at: number): Found | undefined {
  const day = readDay(tokens, at);
  if (!day) return undefined;
  let next = day.next;
  if (isMark(tokens[next], '.') || isWord(tokens[next], 'de') || isWord(tokens[next], 'of')) next++;
  const word = tokens[next];
  if (word?.kind !== 'word' || !word.hasSpaceBefore || !isMonthLike(word)) return undefined;
  const month = readMonthAfterDay(tokens, next);
  return month && !month.calendar ? { month: month.value, day: day.value, next: next + 1 } : undefined;
}

/** Whether a word that is a month in some language can be meant: `5 out of 10` and `2 set off` have none. */
function isMonthLike(word: Token): boolean {
  if (isEnglishMonth(word.lower)) return isCapitalized(word);
  return (
    isCapitalized(word) ||
    word.text.length > 4 ||
    /^[^a-z]/.test(word.lower) ||
    ['mai', 'maj', 'mayo', 'juin'].includes(word.lower)
  );
}

function readDay(tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2) return undefined;
  const value = Number(token.text);
  if (value < 1 || value > 31) return undefined;
  const suffix = tokens[at + 1];
  if (suffix?.kind !== 'word' || suffix.hasSpaceBefore) return { value, next: at + 1 };
  return ordinals.has(suffix.lower) ? { value, next: at + 2 } : undefined;
}

/** Whether what was read at `at` is a day, by what stands before and behind it. */
function isDay(tokens: readonly Token[], at: number, { month, day, next }: Found): boolean {
  if (day > daysInMonth(month)) return false;
  const [before, after] = [tokens[at - 1], tokens[next]];
  const startsWithMonth = tokens[at]!.kind === 'word';
  if (before && !tokens[at]!.hasSpaceBefore && !isMark(before, '(') && !isDash(before)) return false;
  if (before?.kind === 'word') {
    if (startsWithMonth && monthPrepositions.has(before.lower)) return false;
    if (startsWithMonth && isCapitalized(before) && !weekdays.has(before.lower) && !wordsBefore.has(before.lower))
      return false;
    if (before.lower === 'the' && namedDays.has(`${month}-${day}`)) return false;
  }
  if (before?.kind === 'number') return false;
  if (!after) return true;
  const isAttached = !after.hasSpaceBefore;
  // `March 4,000`, `May 5.5`, `May 5%`, `March 4:15`.
  if (isAttached && tokens[next + 1]?.kind === 'number' && !tokens[next + 1]!.hasSpaceBefore && !isDash(after))
    return false;
  if (isAttached && /[%/:°$€£]/.test(after.text)) return false;
  if (after.kind !== 'word') return after.kind !== 'number';
  if (unitsAfter.has(after.lower)) return false;
  // `the February 17 Brigade`.
  return !isCapitalized(after) || (before !== undefined && dayPrepositions.has(before.lower));
}

/** The index behind the rest of a range: `–20`, `to 20`, `– September 2`. */
function afterRange(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!isDash(token) && !isWord(token, 'to')) return at;
  const further = readMonthAndDay(tokens, at + 1) ?? readDay(tokens, at + 1);
  return further?.next ?? at;
}

/** `, 2021`, ` 2021`. */
function hasYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[isMark(tokens[at], ',') ? at + 1 : at];
  return token?.kind === 'number' && token.text.length === 4;
}

function isCapitalized(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}
