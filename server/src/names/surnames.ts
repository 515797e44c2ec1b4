/**
 * Family names as second mentions: after `Haider al-Abadi`, `Abadi` and `Prime Minister Abadi` mean the same person. What is
 * decided here depends on the words around a family name alone; `briefNames.ts` decides whom it stands for. See
 * docs/format.md, section 4.
 */

import { lazy } from '../base/memo/lazy.ts';
import type { Span } from '../base/text/span.ts';
import { isPlaceName } from '../syntax/citation/placeNames.ts';
import { foldText } from './charFolding.ts';
import { CALENDAR, COMMON, FOREIGN_TITLES, FUNCTION_WORDS, ORDINARY_NAMES, PARTICLES, TITLES } from './words.ts';

/** Shorter family names are not looked for alone. In letters, without the article. */
const MIN_LETTERS = 3;
/** As much of a text is looked at on each side of a family name, in UTF-16 units. */
const MAX_CONTEXT = 120;
const MAX_TITLE_WORDS = 5;

const suffix = /[\s,]+(?:jr|sr|ii|iii|iv|phd|md|qc|kc)\.?$/iu;
/** The Arabic article, which is often left out in front of a family name. */
const article = /^(?:al|el|as|ash|an|ar|at|az|ad)(?:-|\s+)(?=\p{L})/iu;
const letters = /\p{L}/gu;
const upper = /\p{Lu}/u;
/**
 * White space, a hyphen or `&` between two words of one name, with marks of emphasis; the word before, or behind. A lookbehind is
 * read from right to left, so that the time does not depend on the text before the word.
 */
const wordBefore = /(?<=([\p{L}\p{N}][\p{L}\p{M}\p{N}.’'-]{0,60})([*_]{0,3}(?:\s{1,4}[*_]{0,3}|[-‐‑–]|\s?&\s?)))/uy;
const hyphen = /[-‐‑–&]\s?$/u;
const capitalBehind = /^[*_]{0,3}(?:\s{1,4}(?:(?:\p{Ll}{1,3}[-’'])?\p{Lu})|[-‐‑–]\p{Lu}|\s?&)/u;
const possessive = /[’']s?$/u;
const initial = /^(?:\p{Lu}\.?-?){1,3}$/u;
/** A list item, a heading, a quotation or a cell of a table begins. */
const lineOpening = /(?:^|\n)[ \t>]*(?:(?:[-*+•–—#|]+|\(?[\p{L}\p{N}]{1,3}[.)])[ \t]+)?$/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const openingMarks = /[*_“"‘'«„([]+$/u;
const quotationMark = /[“"‘'«„]/u;
const stopBefore = /([.!?…。！？])[’”"'»)\]*_]*\s+$/u;

const lists = lazy(() => ({
  titles: split(`${TITLES}|${FOREIGN_TITLES}`),
  particles: split(`${PARTICLES}|as|ash|an|ar|at|az|ad`),
  ordinary: new Set([...split(CALENDAR), ...words(COMMON), ...words(FUNCTION_WORDS), ...words(ORDINARY_NAMES)]),
  functionWords: new Set([...words(FUNCTION_WORDS), ...words(COMMON)]),
}));

/** These link the parts of one name; the others may also be prepositions: `la política de Sánchez`. */
const PATRONYMICS: ReadonlySet<string> = new Set([
  'bin',
  'ibn',
  'bint',
  'ben',
  'ould',
  'abu',
  'umm',
  'abd',
  'van',
  'von',
]);
const ROMANCE_ARTICLES =
  /(?:^|[^\p{L}])(?:el|la|los|las|le|les|lo|il|o|a|do|da|au|du|al|del)\s+\p{Lu}[\p{L}\p{M}]*\s+$/u;

function split(list: string): Set<string> {
  return new Set(list.split(/\|\s*/).map(foldText));
}

function words(list: string): string[] {
  return list.trim().split(/\s+/).map(foldText);
}

/** The family name in a full name: its last word and the particles before it. Undefined for a name of one word. */
export function surnameOf(name: string): string | undefined {
  const parts = name.trim().replace(suffix, '').split(/\s+/);
  const { particles } = lists();
  let first = parts.length - 1;
  while (first > 1 && particles.has(foldText(parts[first - 1]!))) first--;
  const hasGivenName = parts.slice(0, first).some((part) => !particles.has(foldText(part)));
  return hasGivenName ? parts.slice(first).join(' ') : undefined;
}

/** A family name without the Arabic article, folded: the same for all its spellings. */
export function surnameKey(surname: string): string {
  return foldText(surname).replace(article, '');
}

/** The forms of a family name that are looked for; none if it is too short or an ordinary word. */
export function surnameForms(surname: string): string[] {
  const bare = surname.replace(article, '');
  const key = foldText(bare);
  const isOrdinary = lists().ordinary.has(key) || lists().titles.has(key) || isPlaceName(bare);
  if (isOrdinary || (bare.match(letters)?.length ?? 0) < MIN_LETTERS || !upper.test(bare)) return [];
  const [found] = article.exec(surname) ?? [];
  if (!found) return [surname];
  const prefix = found.trim().replace(/-$/, '');
  return [bare, `${prefix}-${bare}`, `${prefix} ${bare}`];
}

/** The words of a full name beside the family name, folded: given names. */
export function givenNamesOf(name: string, surname: string): string[] {
  const own = new Set(foldText(surname).split(/[\s-]+/));
  return foldText(name)
    .split(/\s+/)
    .filter((word) => !own.has(word) && !lists().titles.has(word.replace(/\.$/, '')));
}

/** Whether a name is a full one: the family name and further words. */
export function isFullName(words: string, surname: string): boolean {
  const parts = foldText(words).split(/[\s-]+/);
  const own = surnameKey(surname).split(/[\s-]+/);
  return (
    own.every((part) => parts.includes(part)) && parts.some((one) => !own.includes(one) && !lists().particles.has(one))
  );
}

/** Whether a title stands right before an offset: `President `, `Lt. Gen. `, `Secretary of State `. */
export function isAfterTitle(text: string, at: number): boolean {
  const before = findWordBefore(text, at);
  return before !== undefined && upper.test(before.word) && isTitle(before.word, text, at);
}

/** The word of the same name that ends before an offset, its offset, and what stands between. */
function findWordBefore(text: string, at: number) {
  wordBefore.lastIndex = at;
  const [, word, between] = wordBefore.exec(text) ?? [];
  return word === undefined || between === undefined
    ? undefined
    : { word, between, start: at - between.length - word.length };
}

/** A family name that stands alone, behind a title, or behind a given name. */
export interface LoneSurname extends Span {
  readonly key: string;
  /** The word before it, if that may be a given name. */
  readonly given: string | undefined;
}

/** A family name in a text, by the words around it; undefined if it is a part of some other name, or may be no name at all. */
export function readSurname(text: string, { start, end }: Span): LoneSurname | undefined {
  const name = text.slice(start, end);
  if (!upper.test(name) || capitalBehind.test(text.slice(end, end + MAX_CONTEXT))) return undefined;
  const before = text.slice(Math.max(0, start - MAX_CONTEXT), start);
  if (isSentenceStart(before)) return undefined;
  const alone = { start, end, key: surnameKey(name), given: undefined };
  const found = findWordBefore(text, start);
  if (!found) return alone;
  const { word, between, start: wordStart } = found;
  if (!upper.test(word)) return isNameParticle(foldText(word), text, wordStart) ? undefined : alone;
  if (possessive.test(word) || isTitle(word, text, start)) return alone;
  const folded = foldText(word).replace(/\.$/, '');
  if (lists().functionWords.has(folded) && isSentenceStart(text.slice(Math.max(0, wordStart - MAX_CONTEXT), wordStart)))
    return alone;
  const isAcronym = word.length > 1 && word === word.toUpperCase();
  return isAcronym || hyphen.test(between) ? undefined : { ...alone, given: word };
}

/** Whether a word before a family name is one of these given names, folded, or the initial of one. */
export function isGivenName(word: string, given: readonly string[]): boolean {
  const folded = foldText(word).replace(/\.$/, '');
  return given.some((name) => name === folded || (initial.test(word) && name[0] === folded[0]));
}

const connectiveWord = /\s(?:of|for)(?:\s|$)/;

/** Whether a word, or the last word of a longer title that ends at `at`, is a title: `Minister`, `Secretary of State`. */
function isTitle(word: string, text: string, at: number): boolean {
  const { titles } = lists();
  const folded = foldText(word).replace(/\.$/, '');
  if (titles.has(folded) || titles.has(folded.slice(folded.lastIndexOf('-') + 1))) return true;
  const context = text.slice(Math.max(0, at - MAX_CONTEXT), at);
  if (!connectiveWord.test(context)) return false;
  const before = context.trim().split(/\s+/).slice(-MAX_TITLE_WORDS);
  const connective = before.findLastIndex((one) => one === 'of' || one === 'for');
  const title = before[connective - 1];
  if (title === undefined || !titles.has(foldText(title)) || !upper.test(title)) return false;
  return before.slice(connective + 1).every((one) => /^(?:the|and|\p{Lu}\S*)$/u.test(one) && !/[.,;:!?)”]$/u.test(one));
}

/** Whether a lower-case word before a family name is a part of a longer name: `Mohammed bin Salman`, `Hernando de Soto`. */
function isNameParticle(word: string, text: string, at: number): boolean {
  if (PATRONYMICS.has(word)) return true;
  if (!lists().particles.has(word)) return false;
  const before = text.slice(Math.max(0, at - MAX_CONTEXT), at);
  return /\p{Lu}[\p{L}\p{M}’'-]*\s+$/u.test(before) && !ROMANCE_ARTICLES.test(before);
}

/** Whether a sentence begins behind `before`, the text in front of a word up to the start of its block. */
function isSentenceStart(before: string): boolean {
  if (wordCharacter.test(before.trimEnd().at(-1) ?? '')) return false;
  const marks = openingMarks.exec(before)?.[0] ?? '';
  const outside = before.slice(0, before.length - marks.length);
  if (outside.trim() === '' && before.length < MAX_CONTEXT) return true;
  if (lineOpening.test(outside) && (marks !== '' || /[-*+•–—#|.)>]\s*$/u.test(outside))) return true;
  if (quotationMark.test(marks) && /[,:]\s*$/u.test(outside)) return true;
  const stop = stopBefore.exec(outside)?.[1];
  return stop !== undefined && !(stop === '.' && isAbbreviated(outside));
}

/** Whether the word before the last stop is an initial or an abbreviated title: its stop ends no sentence. */
function isAbbreviated(before: string): boolean {
  const word = /([\p{L}.]+)\.\s+$/u.exec(before)?.[1] ?? '';
  return /^\p{Lu}(?:\.\p{Lu})*$/u.test(word) || lists().titles.has(foldText(word));
}
