/** Names of the registries that somebody meant to write: a slip of the pen, another transliteration, another hyphen. */
import { distance } from 'fastest-levenshtein';
import { sharedEnds } from '../../base/memo/commonEnds.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { atOnce, type Steps } from '../../base/memo/steps.ts';
import { foldText, type NameFinder } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import { createKeyTable } from './keyTable.ts';

/** A name as its words, and whose it is. */
export interface KnownName {
  readonly text: string;
  readonly id: string;
  readonly words: readonly string[];
  /** As spellings are compared. */
  readonly folded: string;
  /** Which of the entities of its table bears it. */
  readonly bearer: number;
  readonly keys: readonly string[];
}

/** Looks up names by what is left of them when one word is wrong. */
export interface VariantIndex {
  /** Every word of a name. */
  readonly words: { has(word: string): boolean };
  /** The names with a key (see `keysOf`); undefined if there is none. */
  readonly named: (key: string) => readonly KnownName[] | undefined;
  readonly longest: number;
}

/** The names of some entities. */
interface NameTable {
  readonly entities: readonly EntityEntry[];
  /** How many names have a word. */
  readonly words: ReadonlyMap<string, number>;
  readonly named: (key: string) => readonly KnownName[];
  /** How many of the names that are compared have so many words. */
  readonly sizes: readonly number[];
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

/** More entities than these are not looked up beside the table. */
const MOST_CHANGED = 200;
/** The table that was made last: of 20,000 entities it takes seconds, and mostly a few have changed since. */
let table = atOnce(tableOf([]));

/** The index of the names a scope knows: the same as long as they are the same. */
export function variantIndexOf(scope: Scope): VariantIndex {
  return indexes.get(scope.findNames) ?? atOnce(variantIndexInSteps(scope));
}

/** As `variantIndexOf`, an entity a step. */
export function* variantIndexInSteps({ entities, findNames }: Scope): Steps<VariantIndex> {
  const known = indexes.get(findNames);
  if (known) return known;
  const index = yield* indexOf(Array.from(entities.values(), ({ entry }) => entry));
  indexes.set(findNames, index);
  return index;
}

function* indexOf(now: readonly EntityEntry[]): Steps<VariantIndex> {
  const last = table;
  const known = last.entities;
  const { start, tail } = sharedEnds(known, now);
  const [gone, come] = [known.slice(start, known.length - tail), now.slice(start, now.length - tail)];
  if (gone.length + come.length <= MOST_CHANGED)
    return changedIndex(last, start, yield* tableOf(gone), yield* tableOf(come));
  const made = yield* tableOf(now);
  table = made;
  return changedIndex(made, now.length, yield* tableOf([]), yield* tableOf([]));
}

/** The index of the names in `all` with those in `come` in the place of those in `gone`, which begin at `start`. */
function changedIndex(all: NameTable, start: number, gone: NameTable, come: NameTable): VariantIndex {
  const end = start + gone.entities.length;
  const isChanged = gone.entities.length + come.entities.length > 0;
  const named = (key: string): readonly KnownName[] | undefined => {
    const old = all.named(key);
    const fresh = isChanged ? come.named(key) : NONE;
    // Every word of a text that may be a name is looked up, and few are.
    if (old.length + fresh.length === 0) return undefined;
    const before = old.filter(({ bearer }) => bearer < start);
    const names = [...before, ...fresh, ...old.filter(({ bearer }) => bearer >= end)];
    return names.length > 0 ? names.slice(0, MOST_COMPARED) : undefined;
  };
  const has = (word: string) =>
    isChanged ? come.words.has(word) || (all.words.get(word) ?? 0) > (gone.words.get(word) ?? 0) : all.words.has(word);
  const sizes = all.sizes.map((count, size) => count - gone.sizes[size]! + come.sizes[size]!);
  const longest =
    1 +
    Math.max(
      1,
      sizes.findLastIndex((count) => count > 0),
    );
  return { words: { has }, named, longest };
}

function* tableOf(entities: readonly EntityEntry[]): Steps<NameTable> {
  const words = new Map<string, number>();
  const keys = createKeyTable();
  const texts: string[] = [];
  const bearers: number[] = [];
  const sizes = new Array<number>(MOST_WORDS + 1).fill(0);
  // From the last to the first, as `keys` has the last first.
  for (let bearer = entities.length - 1; bearer >= 0; bearer--) {
    yield;
    const { name: own, aliases } = entities[bearer]!;
    for (const { value: text } of [own, ...aliases].reverse()) {
      const parts = wordsOf(text);
      for (const word of parts) words.set(word, (words.get(word) ?? 0) + 1);
      const found = keysOf(text, parts);
      if (found.length === 0) continue;
      sizes[parts.length]! += 1;
      for (const key of found) keys.add(key, texts.length);
      texts.push(text);
      bearers.push(bearer);
    }
  }
  const known = new Map<number, KnownName>();
  const nameAt = (index: number) =>
    getOrInsert(known, index, () => {
      const [text, bearer] = [texts[index]!, bearers[index]!];
      const parts = wordsOf(text);
      const id = entities[bearer]!.id.value;
      return { text, id, words: parts, folded: foldText(text), bearer, keys: keysOf(text, parts) };
    });
  const named = (key: string): readonly KnownName[] => {
    const found = keys.get(key);
    if (found.length === 0) return NONE;
    const names: KnownName[] = [];
    for (const index of found) {
      const name = nameAt(index);
      // A name may have a key twice.
      if (name !== names.at(-1) && name.keys.includes(key)) names.push(name);
    }
    return names;
  };
  return { entities, words, named, sizes };
}

/**
 * What a name is looked up by: its letters alone; of one word its first and its last letters; of several all but one of them.
 * Nothing of names that are not compared.
 */
function keysOf(text: string, words: readonly string[]): string[] {
  const letters = words.join('');
  if (letters.length < SHORTEST_NAME || words.length > MOST_WORDS || !/\p{Lu}/u.test(text)) return [];
  if (words.length === 1) return [letters, ...edgesOf(letters)];
  return [letters, ...words.flatMap((_, at) => keysWithout(words, at))];
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
  const same = index.named(letters);
  if (same) {
    if (same.some((name) => name.text === written)) return NONE;
    const folded = foldText(written);
    return same.some((name) => name.folded === folded) ? NONE : same;
  }
  const wrong = words[wrongAt];
  if (wrong === undefined || REAL.has(wrong)) return NONE;
  if (words.length === 1) {
    const near = edgesOf(wrong).flatMap((edge) => index.named(edge) ?? []);
    return [...new Set(near)].filter((name) => isSlip(wrong, name.words[0]!, SHORTEST_NAME));
  }
  // People of one family have other first names; of those a letter more or less is another one.
  const keys = keysWithout(words, wrongAt);
  const candidates = keys.flatMap((key) => index.named(key) ?? []);
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
