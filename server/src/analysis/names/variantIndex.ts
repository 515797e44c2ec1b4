/**
 * An index of the names of a registry by the parts that remain if one word of a name is wrong. An edit of a registry changes few
 * of thousands of names, so that an index is a table of the names as they were once, with a change on top.
 */

import { commonEnds } from '../../base/memo/commonEnds.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import { foldText, type NameFinder, nameTableOf } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import { transliterationKey } from './transliteration.ts';

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
  /** Whether some name contains this word. */
  hasWord(word: string): boolean;
  /** The first names with a key (see `fuzzyKeysOf`), in the order of the registries. */
  namesWith(key: string): readonly KnownName[];
  /** No text of more words is a variant of a name; 0 when nothing is compared. */
  readonly maxWords: number;
}

/** The names of these entities. */
interface VariantTable {
  readonly entities: readonly EntityEntry[];
  /** The number of entities with a word in their names. */
  readonly entitiesByWord: ReadonlyMap<string, number>;
  /** By key, the names and the position of their entity, in the order of the entities. */
  readonly namesByKey: ReadonlyMap<string, readonly PlacedName[]>;
  readonly maxWords: number;
}

interface PlacedName {
  readonly name: KnownName;
  readonly position: number;
}

/** Registries with more names and aliases than this are not compared: the table would take seconds and hundreds of megabytes. */
const MAX_NAMES = 20_000;
/** Changed entities kept on top of a table; with more, the table is built anew. */
const MAX_CHANGED_ENTITIES = 500;
/** A single word, and several words without the spaces, are compared from this length on. */
export const MIN_NAME_LENGTH = 8;
export const MIN_WORD_LENGTH = 5;
const EDGE_LENGTH = 4;
const MAX_WORDS = 8;
/** Only the first names with a shared key are compared, so that no word takes long. */
const MAX_CANDIDATES = 100;
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const accent = /\p{M}/gu;
/** Also the `’s` of a name. */
const apostrophe = /['’‘ʼ`´]s?(?![\p{L}])|['’‘ʼ`´]/gu;
const NONE: readonly KnownName[] = [];
const indexByFinder = new WeakMap<NameFinder, VariantIndex>();
/** By the table of a finder, which finders share as long as few names differ. */
const tableByNames = new WeakMap<object, VariantTable>();

/** The names of an entity with their keys, and its distinct words. */
interface EntityNames {
  readonly names: readonly { readonly name: KnownName; readonly keys: readonly string[] }[];
  readonly words: ReadonlySet<string>;
  /** The number of words of the longest name that is compared. */
  readonly maxWords: number;
}

const namesOfEntity = perObject(({ id, name, aliases }: EntityEntry): EntityNames => {
  const all = [name, ...aliases].map(({ value: text }) => ({ text, words: normalizedWords(text) }));
  const names = all.flatMap(({ text, words }) => {
    const keys = [...new Set(fuzzyKeysOf(text, words))];
    return keys.length > 0 ? [{ name: { text, id: id.value, words, folded: foldText(text) }, keys }] : [];
  });
  return {
    names,
    words: new Set(all.flatMap(({ words }) => words)),
    maxWords: names.reduce((most, { name }) => Math.max(most, name.words.length), 0),
  };
});

/** The index of the names a scope knows: the same object as long as they are the same. */
export function variantIndexOf(scope: Pick<Scope, 'entities' | 'findNames'>): VariantIndex {
  return indexByFinder.get(scope.findNames) ?? runSync(variantIndexInSteps(scope));
}

/** The same as `variantIndexOf`, in steps of one entity. */
export function* variantIndexInSteps({
  entities,
  findNames,
}: Pick<Scope, 'entities' | 'findNames'>): Steps<VariantIndex> {
  const cached = indexByFinder.get(findNames);
  if (cached) return cached;
  const all = Array.from(entities.values(), ({ entry }) => entry);
  const nameCount = all.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
  const entries = nameCount > MAX_NAMES ? [] : all;
  const names = nameTableOf(findNames);
  const known = tableByNames.get(names);
  let index = known && createIndex(known, entries);
  if (!index) {
    const table = yield* createTable(entries);
    tableByNames.set(names, table);
    index = createIndex(table, entries)!;
  }
  indexByFinder.set(findNames, index);
  return index;
}

function* createTable(entities: readonly EntityEntry[]): Steps<VariantTable> {
  const entitiesByWord = new Map<string, number>();
  const namesByKey = new Map<string, PlacedName[]>();
  let mostWords = 0;
  for (const [position, entity] of entities.entries()) {
    const { names, words, maxWords } = namesOfEntity(entity);
    for (const word of words) entitiesByWord.set(word, (entitiesByWord.get(word) ?? 0) + 1);
    for (const { name, keys } of names)
      for (const key of keys) {
        const others = namesByKey.get(key);
        if (others) others.push({ name, position });
        else namesByKey.set(key, [{ name, position }]);
      }
    mostWords = Math.max(mostWords, maxWords);
    yield;
  }
  return { entities, entitiesByWord, namesByKey, maxWords: mostWords };
}

/** The index of `entities`, by their difference from the table; undefined if they differ in too many. */
function createIndex(table: VariantTable, entities: readonly EntityEntry[]): VariantIndex | undefined {
  const { start, tail } = commonEnds(table.entities, entities);
  const end = table.entities.length - tail;
  const added = entities.slice(start, entities.length - tail).map(namesOfEntity);
  if (end - start + added.length > MAX_CHANGED_ENTITIES) return undefined;
  const removedByWord = new Map<string, number>();
  for (const entity of table.entities.slice(start, end))
    for (const word of namesOfEntity(entity).words) removedByWord.set(word, (removedByWord.get(word) ?? 0) + 1);
  const addedWords = new Set(added.flatMap(({ words }) => [...words]));
  const addedByKey = new Map<string, KnownName[]>();
  for (const { names } of added)
    for (const { name, keys } of names) for (const key of keys) getOrInsert(addedByKey, key, () => []).push(name);
  const maxWords = added.reduce((most, one) => Math.max(most, one.maxWords), table.maxWords);
  return {
    hasWord: (word) => (table.entitiesByWord.get(word) ?? 0) > (removedByWord.get(word) ?? 0) || addedWords.has(word),
    namesWith(key) {
      const [placed = [], addedNames = NONE] = [table.namesByKey.get(key), addedByKey.get(key)];
      if (placed.length + addedNames.length === 0) return NONE;
      const before = placed.filter(({ position }) => position < start).map(({ name }) => name);
      const behind = placed.filter(({ position }) => position >= end).map(({ name }) => name);
      return [...before, ...addedNames, ...behind].slice(0, MAX_CANDIDATES);
    },
    // One space too many adds a word.
    maxWords: maxWords === 0 ? 0 : maxWords + 1,
  };
}

/**
 * The keys a name is looked up by: its letters without spaces; what it sounds like; for one word, its first and its last letters; for several, all
 * but one of them. No keys for names that are not compared.
 */
function fuzzyKeysOf(text: string, words: readonly string[]): string[] {
  const letters = words.join('');
  if (letters.length < MIN_NAME_LENGTH || words.length > MAX_WORDS || !/\p{Lu}/u.test(text)) return [];
  const sameSound = transliterationKey(words);
  if (words.length === 1) return [letters, sameSound, ...edgeKeys(letters)];
  return [letters, sameSound, ...words.flatMap((_, at) => keysWithoutWord(words, at))];
}

/** The words of a name in lower case and without accents; a hyphen separates words. */
export function normalizedWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(accent, '').toLowerCase().replace(apostrophe, '');
  return plain.match(wordPattern) ?? [];
}

/** The first and the last letters of a word. */
export function edgeKeys(word: string): string[] {
  return [`${word.slice(0, EDGE_LENGTH)}-`, `-${word.slice(-EDGE_LENGTH)}`];
}

/** A typo in a word of five letters or more leaves the first two or the last two letters unchanged. */
export function keysWithoutWord(words: readonly string[], at: number): string[] {
  const word = words[at]!;
  if (word.length < MIN_WORD_LENGTH - 1) return [];
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')];
  return [`${before}|${word.slice(0, 2)}*|${after}`, `${before}|*${word.slice(-2)}|${after}`];
}
