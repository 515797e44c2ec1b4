/** Finds the registry names that a writer most likely meant: with a typo, another transliteration or another hyphen. */
// cspell:ignore ians ists ites
import { distance } from 'fastest-levenshtein';
import { perObject } from '../../base/memo/perObject.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import { foldText, type NameFinder } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';

/** A name or alias that can be compared. */
export interface KnownName {
  readonly text: string;
  /** The id of its entity. */
  readonly id: string;
  readonly words: readonly string[];
  /** The name as spellings are compared. */
  readonly folded: string;
}

/** Looks up names by the parts that remain if one word is wrong. */
export interface VariantIndex {
  /** Every word of every name. */
  readonly words: ReadonlySet<string>;
  /** By key (see `fuzzyKeysOf`), the first names with it, in the order of the registries. */
  readonly namesByKey: ReadonlyMap<string, readonly KnownName[]>;
  /** The number of words up to which a text can be a variant of a name; 0 when nothing is compared. */
  readonly maxWords: number;
}

/** Registries with more names and aliases than this are not compared: the index would take seconds and hundreds of megabytes. */
const MAX_NAMES = 20_000;
/** A single word, and several words without the spaces, are compared from this length on. */
const MIN_NAME_LENGTH = 8;
const MIN_WORD_LENGTH = 5;
/** In words of at least this length two typos are allowed. */
const MIN_TWO_TYPOS_LENGTH = 10;
const EDGE_LENGTH = 4;
const MAX_WORDS = 8;
/** Only the first names with a shared key are compared, so that no word takes long. */
const MAX_CANDIDATES = 100;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const accent = /\p{M}/gu;
/** Also the `’s` of a name. */
const apostrophe = /['’‘ʼ`´]s?(?![\p{L}])|['’‘ʼ`´]/gu;
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
const indexCache = new WeakMap<NameFinder, VariantIndex>();

/** The names of an entity with their keys, and all of its words. */
interface EntityNames {
  readonly names: readonly { readonly name: KnownName; readonly keys: readonly string[] }[];
  readonly words: readonly string[];
}

const namesOfEntity = perObject(({ id, name, aliases }: EntityEntry): EntityNames => {
  const all = [name, ...aliases].map(({ value: text }) => ({ text, words: normalizedWords(text) }));
  const names = all.flatMap(({ text, words }) => {
    const keys = [...new Set(fuzzyKeysOf(text, words))];
    return keys.length > 0 ? [{ name: { text, id: id.value, words, folded: foldText(text) }, keys }] : [];
  });
  return { names, words: all.flatMap(({ words }) => words) };
});

/** The index of the names a scope knows: the same object as long as they are the same. */
export function variantIndexOf(scope: Pick<Scope, 'entities' | 'findNames'>): VariantIndex {
  return indexCache.get(scope.findNames) ?? runSync(variantIndexInSteps(scope));
}

/** The same as `variantIndexOf`, in steps of one entity. */
export function* variantIndexInSteps({
  entities,
  findNames,
}: Pick<Scope, 'entities' | 'findNames'>): Steps<VariantIndex> {
  const cached = indexCache.get(findNames);
  if (cached) return cached;
  const entries = Array.from(entities.values(), ({ entry }) => entry);
  const nameCount = entries.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  const index = yield* buildVariantIndex(nameCount > MAX_NAMES ? [] : entries);
  indexCache.set(findNames, index);
  return index;
}

function* buildVariantIndex(entities: readonly EntityEntry[]): Steps<VariantIndex> {
  const words = new Set<string>();
  const namesByKey = new Map<string, KnownName[]>();
  let maxWords = 0;
  for (const entity of entities) {
    const { names, words: ownWords } = namesOfEntity(entity);
    for (const word of ownWords) words.add(word);
    for (const { name, keys } of names) {
      // One space too many adds a word.
      maxWords = Math.max(maxWords, name.words.length + 1);
      for (const key of keys) {
        const others = namesByKey.get(key);
        if (!others) namesByKey.set(key, [name]);
        else if (others.length < MAX_CANDIDATES) others.push(name);
      }
    }
    yield;
  }
  return { words, namesByKey, maxWords };
}

/**
 * The keys a name is looked up by: its letters without spaces; for one word, its first and its last letters; for several, all
 * but one of them. No keys for names that are not compared.
 */
function fuzzyKeysOf(text: string, words: readonly string[]): string[] {
  const letters = words.join('');
  if (letters.length < MIN_NAME_LENGTH || words.length > MAX_WORDS || !/\p{Lu}/u.test(text)) return [];
  if (words.length === 1) return [letters, ...edgeKeys(letters)];
  return [letters, ...words.flatMap((_, at) => keysWithoutWord(words, at))];
}

/** The words of a name in lower case and without accents; a hyphen separates words. */
export function normalizedWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(accent, '').toLowerCase().replace(apostrophe, '');
  return plain.match(wordPattern) ?? [];
}

/**
 * The names that `written`, which consists of `words`, most likely stands for. `unknownAt` is the index of the word that no
 * name contains, -1 if there is none. The names differ from it in one word, by one typo (in a long word two), or only in
 * hyphens, spaces and accents. An inflected form is not a variant, nor is a word that some name contains.
 */
export function findVariants(
  written: string,
  words: readonly string[],
  unknownAt: number,
  index: VariantIndex,
  isPerson: (id: string) => boolean,
): readonly KnownName[] {
  const letters = words.length === 1 ? words[0]! : words.join('');
  if (letters.length < MIN_NAME_LENGTH) return NONE;
  const same = index.namesByKey.get(letters);
  if (same) {
    if (same.some((name) => name.text === written)) return NONE;
    const folded = foldText(written);
    return same.some((name) => name.folded === folded) ? NONE : same;
  }
  const unknownWord = words[unknownAt];
  if (unknownWord === undefined || REAL_WORDS.has(unknownWord)) return NONE;
  if (words.length === 1) {
    const edgeMatches = edgeKeys(unknownWord).flatMap((edge) => index.namesByKey.get(edge) ?? []);
    return [...new Set(edgeMatches)].filter((name) => isTypo(unknownWord, name.words[0]!, MIN_NAME_LENGTH));
  }
  // Relatives share a family name, and first names that differ by one letter are different names.
  const keys = keysWithoutWord(words, unknownAt);
  const candidates = keys.flatMap((key) => index.namesByKey.get(key) ?? []);
  return [...new Set(candidates)].filter((name) => {
    const person = isPerson(name.id);
    return (
      !(person && unknownAt === 0) &&
      isTypo(unknownWord, name.words[unknownAt]!, person ? MIN_WORD_LENGTH + 1 : MIN_WORD_LENGTH)
    );
  });
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

function edgeKeys(word: string): string[] {
  return [`${word.slice(0, EDGE_LENGTH)}-`, `-${word.slice(-EDGE_LENGTH)}`];
}

/** A typo in a word of five letters or more leaves the first two or the last two letters unchanged. */
function keysWithoutWord(words: readonly string[], at: number): string[] {
  const word = words[at]!;
  if (word.length < MIN_WORD_LENGTH - 1) return [];
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')];
  return [`${before}|${word.slice(0, 2)}*|${after}`, `${before}|*${word.slice(-2)}|${after}`];
}
