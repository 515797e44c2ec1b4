/** Names of the registries that somebody meant to write: a slip of the pen, another transliteration, another hyphen. */
import { distance } from 'fastest-levenshtein';
import { commonEnds } from '../../base/memo/commonEnds.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
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
  readonly entityIndex: number;
  readonly keys: readonly string[];
}

/** Looks up names by what is left of them when one word is wrong. */
export interface VariantIndex {
  /** Every word of a name. */
  readonly words: { has(word: string): boolean };
  /** The names with a key (see `keysOf`); undefined if there is none. */
  readonly namesWithKey: (key: string) => readonly KnownName[] | undefined;
  readonly maxWords: number;
}

/** The names of some entities. */
interface FuzzyNameTable {
  readonly entities: readonly EntityEntry[];
  /** How many names have a word. */
  readonly wordCounts: ReadonlyMap<string, number>;
  readonly namesWithKey: (key: string) => readonly KnownName[];
  /** How many of the names that are compared have so many words. */
  readonly countsByLength: readonly number[];
}

/** A single word, and the letters of several, are compared from this length on. */
const MIN_NAME_LENGTH = 8;
const MIN_WORD_LENGTH = 5;
/** In words of this length two slips are allowed. */
const MIN_TWO_TYPOS_LENGTH = 10;
const EDGE_LENGTH = 4;
const MAX_WORDS = 8;
/** A name that shares its edge with more is not compared: it is not worth a pause. */
const MAX_CANDIDATES = 100;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const accent = /\p{M}/gu;
/** Also the `’s` of a name. */
const apostrophe = /['’‘ʼ`´]s?(?![\p{L}])|['’‘ʼ`´]/gu;
/** What a word may end with besides: Nigeria, Nigerian, Nigerians; Petrov, Petrova. */
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
/** Words that are right although some name is near. */
const REAL_WORDS: ReadonlySet<string> = new Set(
  'columbia colombia alexandra alexandria christina christiana mauretania dominican independence victoria victorias'.split(
    ' ',
  ),
);
const NONE: readonly KnownName[] = [];
const indexCache = new WeakMap<NameFinder, VariantIndex>();

/** More entities than these are not looked up beside the table. */
const MAX_CHANGED_ENTITIES = 200;
/** The table that was made last: of 20,000 entities it takes seconds, and mostly a few have changed since. */
let lastTable = runSync(buildNameTable([]));

/** The index of the names a scope knows: the same as long as they are the same. */
export function variantIndexOf(scope: Scope): VariantIndex {
  return indexCache.get(scope.findNames) ?? runSync(variantIndexInSteps(scope));
}

/** As `variantIndexOf`, an entity a step. */
export function* variantIndexInSteps({ entities, findNames }: Scope): Steps<VariantIndex> {
  const cached = indexCache.get(findNames);
  if (cached) return cached;
  const index = yield* buildVariantIndex(Array.from(entities.values(), ({ entry }) => entry));
  indexCache.set(findNames, index);
  return index;
}

function* buildVariantIndex(entities: readonly EntityEntry[]): Steps<VariantIndex> {
  const previous = lastTable;
  const previousEntities = previous.entities;
  const { start, tail } = commonEnds(previousEntities, entities);
  const [removed, added] = [
    previousEntities.slice(start, previousEntities.length - tail),
    entities.slice(start, entities.length - tail),
  ];
  if (removed.length + added.length <= MAX_CHANGED_ENTITIES)
    return createVariantIndex(previous, start, yield* buildNameTable(removed), yield* buildNameTable(added));
  const rebuilt = yield* buildNameTable(entities);
  lastTable = rebuilt;
  return createVariantIndex(rebuilt, entities.length, yield* buildNameTable([]), yield* buildNameTable([]));
}

/** The index of the names in `all` with those in `come` in the place of those in `gone`, which begin at `start`. */
function createVariantIndex(
  base: FuzzyNameTable,
  start: number,
  removed: FuzzyNameTable,
  added: FuzzyNameTable,
): VariantIndex {
  const end = start + removed.entities.length;
  const isChanged = removed.entities.length + added.entities.length > 0;
  const namesWithKey = (key: string): readonly KnownName[] | undefined => {
    const old = base.namesWithKey(key);
    const fresh = isChanged ? added.namesWithKey(key) : NONE;
    // Every word of a text that may be a name is looked up, and few are.
    if (old.length + fresh.length === 0) return undefined;
    const before = old.filter(({ entityIndex: bearer }) => bearer < start);
    const names = [...before, ...fresh, ...old.filter(({ entityIndex: bearer }) => bearer >= end)];
    return names.length > 0 ? names.slice(0, MAX_CANDIDATES) : undefined;
  };
  const hasWord = (word: string) =>
    isChanged
      ? added.wordCounts.has(word) || (base.wordCounts.get(word) ?? 0) > (removed.wordCounts.get(word) ?? 0)
      : base.wordCounts.has(word);
  const countsByLength = base.countsByLength.map(
    (count, size) => count - removed.countsByLength[size]! + added.countsByLength[size]!,
  );
  const maxWords =
    1 +
    Math.max(
      1,
      countsByLength.findLastIndex((count) => count > 0),
    );
  return { words: { has: hasWord }, namesWithKey, maxWords };
}

function* buildNameTable(entities: readonly EntityEntry[]): Steps<FuzzyNameTable> {
  const wordCounts = new Map<string, number>();
  const keys = createKeyTable();
  const texts: string[] = [];
  const entityIndexes: number[] = [];
  const countsByLength = new Array<number>(MAX_WORDS + 1).fill(0);
  // From the last to the first, as `keys` has the last first.
  for (let entityIndex = entities.length - 1; entityIndex >= 0; entityIndex--) {
    yield;
    const { name, aliases } = entities[entityIndex]!;
    for (const { value: text } of [name, ...aliases].reverse()) {
      const parts = normalizedWords(text);
      for (const word of parts) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
      const found = fuzzyKeysOf(text, parts);
      if (found.length === 0) continue;
      countsByLength[parts.length]! += 1;
      for (const key of found) keys.add(key, texts.length);
      texts.push(text);
      entityIndexes.push(entityIndex);
    }
  }
  const nameCache = new Map<number, KnownName>();
  const nameAt = (index: number) =>
    getOrInsert(nameCache, index, () => {
      const [text, entityIndex] = [texts[index]!, entityIndexes[index]!];
      const parts = normalizedWords(text);
      const id = entities[entityIndex]!.id.value;
      return { text, id, words: parts, folded: foldText(text), entityIndex, keys: fuzzyKeysOf(text, parts) };
    });
  const namesWithKey = (key: string): readonly KnownName[] => {
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
  return { entities, wordCounts, namesWithKey, countsByLength };
}

/**
 * What a name is looked up by: its letters alone; of one word its first and its last letters; of several all but one of them.
 * Nothing of names that are not compared.
 */
function fuzzyKeysOf(text: string, words: readonly string[]): string[] {
  const letters = words.join('');
  if (letters.length < MIN_NAME_LENGTH || words.length > MAX_WORDS || !/\p{Lu}/u.test(text)) return [];
  if (words.length === 1) return [letters, ...edgeKeys(letters)];
  return [letters, ...words.flatMap((_, at) => keysWithoutWord(words, at))];
}

/** The words of a name in lower case, without accents: also those that a hyphen joins. */
export function normalizedWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(accent, '').toLowerCase().replace(apostrophe, '');
  return plain.match(wordPattern) ?? [];
}

/**
 * The names that `written`, made of these words, most likely was meant to be; `wrongAt` is which of them no name
 * has, -1 when there is none. It differs from them in one word, by one slip, in a long word by two; or only in its hyphens,
 * spaces and accents. Not an inflection, nor a word that some name has.
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
  const same = index.namesWithKey(letters);
  if (same) {
    if (same.some((name) => name.text === written)) return NONE;
    const folded = foldText(written);
    return same.some((name) => name.folded === folded) ? NONE : same;
  }
  const unknownWord = words[unknownAt];
  if (unknownWord === undefined || REAL_WORDS.has(unknownWord)) return NONE;
  if (words.length === 1) {
    const edgeMatches = edgeKeys(unknownWord).flatMap((edge) => index.namesWithKey(edge) ?? []);
    return [...new Set(edgeMatches)].filter((name) => isTypo(unknownWord, name.words[0]!, MIN_NAME_LENGTH));
  }
  // People of one family have other first names; of those a letter more or less is another one.
  const keys = keysWithoutWord(words, unknownAt);
  const candidates = keys.flatMap((key) => index.namesWithKey(key) ?? []);
  return [...new Set(candidates)].filter((name) => {
    const person = isPerson(name.id);
    return (
      !(person && unknownAt === 0) &&
      isTypo(unknownWord, name.words[unknownAt]!, person ? MIN_WORD_LENGTH + 1 : MIN_WORD_LENGTH)
    );
  });
}

/** Whether `written` is `meant` with a slip: never another first letter, other digits, another ending or direction. */
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
  // The stem may give up a letter or two: Slovakia, Slovak; country, countries.
  for (let stem = shared; stem >= Math.max(3, shared - 2); stem--)
    if (inflectionEndings.has(one.slice(stem)) && inflectionEndings.has(other.slice(stem))) return true;
  return false;
}

function edgeKeys(word: string): string[] {
  return [`${word.slice(0, EDGE_LENGTH)}-`, `-${word.slice(-EDGE_LENGTH)}`];
}

/** A slip in a word of five letters or more leaves its first two or its last two as they are. */
function keysWithoutWord(words: readonly string[], at: number): string[] {
  const word = words[at]!;
  if (word.length < MIN_WORD_LENGTH - 1) return [];
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')];
  return [`${before}|${word.slice(0, 2)}*|${after}`, `${before}|*${word.slice(-2)}|${after}`];
}
