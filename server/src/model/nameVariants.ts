/** Names of the registries that somebody meant to write: a slip of the pen, another transliteration, another hyphen. */
import { distance } from 'fastest-levenshtein';
import { getOrInsert } from './maps.ts';
import { foldText, type NameFinder } from './names.ts';
import type { Scope } from './scope.ts';

/** A name as its words, and whose it is. */
export interface KnownName {
  readonly text: string;
  readonly id: string;
  readonly words: readonly string[];
  /** As spellings are compared. */
  readonly folded: string;
}

/** Looks up names by what is left of them when one word is wrong. */
export interface VariantIndex {
  /** Every word of a name. */
  readonly words: ReadonlySet<string>;
  /** By the letters alone. */
  readonly byLetters: ReadonlyMap<string, readonly KnownName[]>;
  /** Names of several words by all but one of them. */
  readonly byOthers: ReadonlyMap<string, readonly KnownName[]>;
  /** Names of one word by their first and by their last letters. */
  readonly byEdge: ReadonlyMap<string, readonly KnownName[]>;
  readonly longest: number;
}

/** A single word, and the letters of several, are compared from this length on. */
const SHORTEST_NAME = 8;
const SHORTEST_WORD = 5;
/** In words of this length two slips are allowed. */
const LONG_WORD = 10;
const EDGE = 4;
const MOST_WORDS = 8;
/** A name that shares its edge with more is not compared: it is not worth a pause. */
const MOST_COMPARED = 100;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const accent = /\p{M}/gu;
/** Also the `’s` of a name. */
const apostrophe = /['’‘ʼ`´]s?(?![\p{L}])|['’‘ʼ`´]/gu;
/** What a word may end with besides: Nigeria, Nigerian, Nigerians; Petrov, Petrova. */
const endings = new Set(
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
const direction = /^(?:north|south|east|west|inter|intra)(?:east|west)?/;
/** Words that are right although some name is near. */
const REAL: ReadonlySet<string> = new Set(
  'columbia colombia alexandra alexandria christina christiana mauretania dominican independence victoria victorias'.split(
    ' ',
  ),
);
const NONE: readonly KnownName[] = [];
const indexes = new WeakMap<NameFinder, VariantIndex>();

/** The index of the names a scope knows: the same as long as they are the same. */
export function variantIndexOf({ entities, findNames }: Scope): VariantIndex {
  const known = indexes.get(findNames);
  if (known) return known;
  const words = new Set<string>();
  const byLetters = new Map<string, KnownName[]>();
  const byOthers = new Map<string, KnownName[]>();
  const byEdge = new Map<string, KnownName[]>();
  let longest = 1;
  for (const [id, { entry }] of entities) {
    for (const { value: text } of [entry.name, ...entry.aliases]) {
      const name = { text, id, words: wordsOf(text), folded: foldText(text) };
      for (const word of name.words) words.add(word);
      const letters = name.words.join('');
      if (letters.length < SHORTEST_NAME || name.words.length > MOST_WORDS || !/\p{Lu}/u.test(text)) continue;
      longest = Math.max(longest, name.words.length);
      add(byLetters, letters, name);
      if (name.words.length === 1) for (const edge of edgesOf(letters)) add(byEdge, edge, name);
      else
        for (const [at] of name.words.entries())
          for (const key of keysWithout(name.words, at)) add(byOthers, key, name);
    }
  }
  const index = { words, byLetters, byOthers, byEdge, longest: longest + 1 };
  indexes.set(findNames, index);
  return index;
}

function add(map: Map<string, KnownName[]>, key: string, name: KnownName): void {
  const names = getOrInsert(map, key, () => []);
  if (names.length < MOST_COMPARED) names.push(name);
}

/** The words of a name in lower case, without accents: also those that a hyphen joins. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(accent, '').toLowerCase().replace(apostrophe, '');
  return plain.match(wordPattern) ?? [];
}

/**
 * The names that `written`, made of these words, most likely was meant to be; `wrongAt` is which of them no name
 * has, -1 when there is none. It differs from them in one word, by one slip, in a long word by two; or only in its hyphens,
 * spaces and accents. Not an inflection, nor a word that some name has.
 */
export function variantsOf(
  written: string,
  words: readonly string[],
  wrongAt: number,
  index: VariantIndex,
  isPerson: (id: string) => boolean,
): readonly KnownName[] {
  const letters = words.length === 1 ? words[0]! : words.join('');
  if (letters.length < SHORTEST_NAME) return NONE;
  const same = index.byLetters.get(letters);
  if (same) {
    if (same.some((name) => name.text === written)) return NONE;
    const folded = foldText(written);
    return same.some((name) => name.folded === folded) ? NONE : same;
  }
  const wrong = words[wrongAt];
  if (wrong === undefined || REAL.has(wrong)) return NONE;
  if (words.length === 1) {
    const near = edgesOf(wrong).flatMap((edge) => index.byEdge.get(edge) ?? []);
    return [...new Set(near)].filter((name) => isSlip(wrong, name.words[0]!, SHORTEST_NAME));
  }
  // People of one family have other first names; of those a letter more or less is another one.
  const keys = keysWithout(words, wrongAt);
  const candidates = keys.flatMap((key) => index.byOthers.get(key) ?? []);
  return [...new Set(candidates)].filter((name) => {
    const person = isPerson(name.id);
    return (
      !(person && wrongAt === 0) && isSlip(wrong, name.words[wrongAt]!, person ? SHORTEST_WORD + 1 : SHORTEST_WORD)
    );
  });
}

/** Whether `written` is `meant` with a slip: never another first letter, other digits, another ending or direction. */
function isSlip(written: string, meant: string, shortest: number): boolean {
  const length = Math.min(written.length, meant.length);
  if (length < shortest || written[0] !== meant[0] || /\d/.test(written + meant)) return false;
  if (Math.abs(written.length - meant.length) > 2 || isInflection(written, meant)) return false;
  if (direction.exec(written)?.[0] !== direction.exec(meant)?.[0]) return false;
  const away = distance(written, meant);
  return away === 1 || (away === 2 && length >= LONG_WORD && written.at(-1) === meant.at(-1));
}

function isInflection(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  // The stem may give up a letter or two: Slovakia, Slovak; country, countries.
  for (let stem = shared; stem >= Math.max(3, shared - 2); stem--)
    if (endings.has(one.slice(stem)) && endings.has(other.slice(stem))) return true;
  return false;
}

function edgesOf(word: string): string[] {
  return [`${word.slice(0, EDGE)}-`, `-${word.slice(-EDGE)}`];
}

/** A slip in a word of five letters or more leaves its first two or its last two as they are. */
function keysWithout(words: readonly string[], at: number): string[] {
  const word = words[at]!;
  if (word.length < SHORTEST_WORD - 1) return [];
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')];
  return [`${before}|${word.slice(0, 2)}*|${after}`, `${before}|*${word.slice(-2)}|${after}`];
}
