// cspell:ignore aeious bdgmnprt eleccion elecciones elección mente soldad soldado soldados suii
/**
 * The words of a text as they are compared with those of another text: without endings, accents and case, and without
 * words that every text has. English and Spanish endings are removed alike, whatever the language of the text: both texts
 * are treated in the same way, so that an ending removed in error makes two words equal at worst.
 */

import { searchFold } from '../../base/text/searchFold.ts';
import type { Span } from '../../base/text/span.ts';
import { COMMON_WORDS } from './words/commonWords.ts';

/** A word of a text, and its stem. */
export interface StemmedWord extends Span {
  readonly stem: string;
  /** The word as it is written. */
  readonly word: string;
}

/** A stem has at least this many letters, except those of words that are as short themselves. */
const MIN_STEM = 3;
/** Shorter words are compared only if they are written in capitals (`UN`) or are numbers of two figures. */
const MIN_LETTERS = 3;
/** The words of a longer text are those of its start. */
const MAX_LENGTH = 4_000;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const isNumber = /^\p{N}{2,}$/u;
const isInCapitals = /^[\p{Lu}\p{N}]{2,}$/u;
const vowel = /[aeiouy]/;
const endsInEs = /(?:[^aeious]|ss)es$/;
const endsInS = /[^suii]s$/;
const doubled = /([bdgmnprt])\1$/;

/** The words of a text that tell what it is about, in order, with their stems. */
export function stemmedWords(text: string): StemmedWord[] {
  const found: StemmedWord[] = [];
  for (const { 0: word, index } of text.slice(0, MAX_LENGTH).matchAll(wordPattern)) {
    const folded = searchFold(word);
    if (COMMON_WORDS.has(folded) && !isAcronym(word)) continue;
    if (word.length < MIN_LETTERS && !isInCapitals.test(word) && !isNumber.test(word)) continue;
    found.push({ start: index, end: index + word.length, word, stem: stemOf(folded) });
  }
  return found;
}

/** `US`, `SE`: in capitals it is not the common word. */
function isAcronym(word: string): boolean {
  return word.length > 1 && isInCapitals.test(word);
}

/**
 * The stem of a folded word: `attacks`, `attacked` and `attacking` become `attack`, `soldados` and `soldado` `soldad`,
 * `elecciones` and `elección` `eleccion`.
 */
export function stemOf(folded: string): string {
  let stem = withoutEnding(folded, 'mente', MIN_STEM + 1);
  if (stem.endsWith('ies') && stem.length > MIN_STEM + 1) stem = stem.slice(0, -2);
  else if (endsInEs.test(stem)) stem = withoutEnding(stem, 'es');
  else if (endsInS.test(stem)) stem = withoutEnding(stem, 's');
  for (const ending of ['ing', 'ed']) {
    const rest = withoutEnding(stem, ending);
    if (rest === stem || !vowel.test(rest)) continue;
    stem = rest.length > MIN_STEM ? rest.replace(doubled, '$1') : rest;
    break;
  }
  for (const ending of ['e', 'o', 'a']) {
    const rest = withoutEnding(stem, ending);
    if (rest !== stem) return rest.replace(/y$/, 'i');
  }
  return stem.length > MIN_STEM ? stem.replace(/y$/, 'i') : stem;
}

function withoutEnding(word: string, ending: string, least = MIN_STEM): string {
  return word.endsWith(ending) && word.length - ending.length >= least ? word.slice(0, -ending.length) : word;
}
