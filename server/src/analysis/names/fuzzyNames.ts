/** Finds the registry names that a writer most likely meant: with a typo, another transliteration or another hyphen. */
// cspell:ignore ians ists ites
import { distance } from 'fastest-levenshtein';
import { foldText } from '../../names/nameFinder.ts';
import { isLink, transliterationKey } from './transliteration.ts';
import {
  edgeKeys,
  type KnownName,
  keysWithoutWord,
  MIN_NAME_LENGTH,
  MIN_WORD_LENGTH,
  type VariantIndex,
} from './variantIndex.ts';

/** In words of at least this length two typos are allowed. */
const MIN_TWO_TYPOS_LENGTH = 10;
/** Endings of inflected forms: Nigeria, Nigerian, Nigerians; Petrov, Petrova. */
const inflectionEndings = new Set(
  [
    '',
    's',
    'es',
    'n',
    'an',
    'ans',
    'ian',
    'ians',
    'ean',
    'i',
    'is',
    'ni',
    'ese',
    'ish',
    'ic',
    'y',
    'ies',
    'e',
    'er',
    'ers',
    'ed',
    'd',
  ].concat([
    'a',
    'ia',
    'aya',
    'ya',
    'o',
    'os',
    'as',
    'ist',
    'ists',
    'ism',
    'ite',
    'ites',
    'ly',
    'al',
    'ing',
    'us',
    'um',
    'in',
    'ina',
  ]),
);
const directionPrefix = /^(?:north|south|east|west|inter|intra)(?:east|west)?/;
/** Words that are correct although they resemble some name. */
const REAL_WORDS: ReadonlySet<string> = new Set(
  'columbia colombia alexandra alexandria christina christiana mauretania dominican independence victoria victorias'.split(
    ' ',
  ),
);
const NONE: readonly KnownName[] = [];

/**
 * The names that `written`, which consists of `words`, most likely stands for. `unknown` has the indexes of the words that no
 * name contains. The names differ from it in one word, by one typo (in a long word two), in transliteration, or only in
 * hyphens, spaces and accents. An inflected form is not a variant, nor is a word that some name contains.
 */
export function findVariants(
  written: string,
  words: readonly string[],
  unknown: readonly number[],
  index: VariantIndex,
  isPerson: (id: string) => boolean,
): readonly KnownName[] {
  const letters = words.length === 1 ? words[0]! : words.join('');
  if (letters.length < MIN_NAME_LENGTH) return NONE;
  const same = index.namesWith(letters);
  if (same.length > 0) {
    if (same.some((name) => name.text === written)) return NONE;
    const folded = foldText(written);
    return same.some((name) => name.folded === folded) ? NONE : same;
  }
  if (unknown.length === 0 || unknown.some((at) => REAL_WORDS.has(words[at]!))) return NONE;
  const misspelled = unknown.length === 1 ? misspelledNames(words, unknown[0]!, index, isPerson) : NONE;
  if (misspelled.length > 0) return misspelled;
  return index
    .namesWith(transliterationKey(words))
    .filter((name) => isTransliteration(words, unknown, name, isPerson(name.id)));
}

/** The names that differ in one word by a typo. */
function misspelledNames(
  words: readonly string[],
  unknownAt: number,
  index: VariantIndex,
  isPerson: (id: string) => boolean,
): readonly KnownName[] {
  const unknownWord = words[unknownAt]!;
  if (words.length === 1) {
    const edgeMatches = edgeKeys(unknownWord).flatMap((edge) => index.namesWith(edge));
    return [...new Set(edgeMatches)].filter((name) => isTypo(unknownWord, name.words[0]!, MIN_NAME_LENGTH));
  }
  // Relatives share a family name, and first names that differ by one letter are different names.
  const keys = keysWithoutWord(words, unknownAt);
  const candidates = keys.flatMap((key) => index.namesWith(key));
  return [...new Set(candidates)].filter((name) => {
    const person = isPerson(name.id);
    return (
      !(person && unknownAt === 0) &&
      isTypo(unknownWord, name.words[unknownAt]!, person ? MIN_WORD_LENGTH + 1 : MIN_WORD_LENGTH)
    );
  });
}

/**
 * Whether a name with the same sound is written otherwise in words that are long enough to tell; of a person not in the first name
 * alone, by which relatives differ.
 */
function isTransliteration(
  words: readonly string[],
  unknown: readonly number[],
  { words: intended }: KnownName,
  isPerson: boolean,
): boolean {
  const differing = words.flatMap((word, at) => (word === intended[at] ? [] : [at]));
  return (
    intended.length === words.length &&
    unknown.every((at) => differing.includes(at)) &&
    !(isPerson && differing.every((at) => at === 0)) &&
    unknown.every((at) => isLink(words[at]!) || isLongVariant(words[at]!, intended[at]!))
  );
}

function isLongVariant(written: string, intended: string): boolean {
  return written.length >= MIN_WORD_LENGTH - 1 && !isInflection(written, intended);
}

/** Whether `written` is `intended` with a typo: never another first letter, other digits, another ending or direction. */
function isTypo(written: string, intended: string, minLength: number): boolean {
  const length = Math.min(written.length, intended.length);
  if (length < minLength || written[0] !== intended[0] || /\d/.test(written + intended)) return false;
  if (Math.abs(written.length - intended.length) > 2 || isInflection(written, intended)) return false;
  if (directionPrefix.exec(written)?.[0] !== directionPrefix.exec(intended)?.[0]) return false;
  const editDistance = distance(written, intended);
  return (
    editDistance === 1 || (editDistance === 2 && length >= MIN_TWO_TYPOS_LENGTH && written.at(-1) === intended.at(-1))
  );
}

function isInflection(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  // The stem may lose a letter or two: Slovakia, Slovak; country, countries.
  for (let stem = shared; stem >= Math.max(3, shared - 2); stem--)
    if (inflectionEndings.has(one.slice(stem)) && inflectionEndings.has(other.slice(stem))) return true;
  return false;
}
