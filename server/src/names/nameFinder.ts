/**
 * Finds names in prose. Names and aliases match as whole words in any script, and the longest match wins; see
 * docs/format.md, section 4.
 *
 * One pass over the text, piece by piece (see `nameTable.ts`): at each word that may start a name, the finder follows the
 * text as long as it is the beginning of some name. Names have a maximum length, so the time is linear in the text.
 * No library is used because the Aho–Corasick packages split the text into graphemes first, which takes seconds for
 * 100 kB on Node 20, and do not know word boundaries.
 */

import { commonEnds } from '../base/memo/commonEnds.ts';
import type { Span } from '../base/text/span.ts';
import { isPlaceName } from '../syntax/citation/placeNames.ts';
import { charInfoAt, foldedUnit, isBlankAt, isWordBoundary, nextUnitOffset } from './charFolding.ts';
import {
  advance,
  type Cursor,
  createNameTable,
  EMPTY_HASH,
  hashOfName,
  isCompleteName,
  isNamePrefix,
  MAX_NAME_LENGTH,
  type Name,
  type NameTable,
  nameIndexesWithHash,
} from './nameTable.ts';

export { foldText, isWordBoundary } from './charFolding.ts';
export type { Name } from './nameTable.ts';

/** An occurrence of a name in prose. It has several ids if several entities share the name. */
export interface Mention extends Span {
  readonly ids: readonly string[];
}

/** Finds the names in a text outside the spans in `skip`, which are in text order. */
export type NameFinder = (text: string, skip: readonly Span[]) => Mention[];

/** What the names of registries are in a text: the mentions, and family names that stand outside of them. */
export interface FoundNames {
  readonly mentions: readonly Mention[];
  readonly surnames: readonly Span[];
}

/** A name and the entities that share it. */
interface NamedEntities {
  readonly name: string;
  readonly isSurname: boolean;
  readonly rule: CaseRule;
  readonly ids: readonly string[];
}

/** A table of names with a change on top: the names from index `start` to `end` are replaced by `added`. */
interface NameSet {
  readonly table: NameTable;
  readonly entitiesByHash: Map<number, readonly NamedEntities[]>;
  readonly start: number;
  readonly end: number;
  readonly added: NameTable | undefined;
  /** The current entities for the hash of each name that changed. */
  readonly changedByHash: ReadonlyMap<number, readonly NamedEntities[]>;
}

/**
 * `exact`: an acronym of up to four letters matches only in capitals, so that `IS` does not match "is". `capital`: a name
 * with capitals matches in any case as long as the mention has a capital: "the turkey" is no country. `any`: other names.
 */
export type CaseRule = 'exact' | 'capital' | 'any';

/**
 * Changed names kept on top of a table; with more, the table is built anew. A change costs time at each edit, a table of
 * 100,000 names takes tens of milliseconds once.
 */
const MAX_CHANGED_NAMES = 500;
/** Longer acronyms are hardly ever ordinary words, so that they may match in other cases. */
const MAX_ACRONYM_LETTERS = 4;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const letters = /\p{L}/gu;
const pluralPossessive = /^s['’](?![\p{L}\p{N}])/u;
const SMALL_S = 0x73;
const APOSTROPHES = new Set(Array.from("'’", (mark) => mark.charCodeAt(0)));
const romanNumeral = /^[IVXLCDM]+$/;
const wordInCapitals = /\p{Lu}{2}/u;
/** As much of a line is looked at on each side of an acronym, in UTF-16 units. */
const MAX_LINE_CONTEXT = 100;
const hyphenAndCapital = /^-\p{Lu}/u;
/** The last difference from each finder. An entry lives only as long as its finder, the older of the two, is in use. */
const differences = new WeakMap<NameFinder, { readonly other: NameFinder; readonly finder: NameFinder }>();
const nameSets = new WeakMap<NameFinder, NameSet>();

/**
 * Creates a finder for these names, without the blank ones. It reuses the table of `previous`, and is `previous` itself if
 * no name changed.
 */
export function createNameFinder(names: readonly Name[], previous?: NameFinder): NameFinder {
  const previousSet = previous && nameSets.get(previous);
  const nameSet = (previousSet && updateNameSet(previousSet, names)) ?? createNameSet(createNameTable(names));
  if (nameSet === previousSet) return previous!;
  const finder: NameFinder = (text, skip) => findMentions(nameSet, text, skip, []);
  nameSets.set(finder, nameSet);
  return finder;
}

/** What a finder finds in a text, and the family names of the people it knows. */
export function findWithSurnames(finder: NameFinder, text: string, skip: readonly Span[]): FoundNames {
  const nameSet = nameSets.get(finder);
  const surnames: Span[] = [];
  return { mentions: nameSet ? findMentions(nameSet, text, skip, surnames) : finder(text, skip), surnames };
}

function createNameSet(table: NameTable): NameSet {
  const { length } = table.names;
  return { table, entitiesByHash: new Map(), start: length, end: length, added: undefined, changedByHash: new Map() };
}

/** The same table with the change on top; `before` itself if no name changed, undefined if too many did. */
function updateNameSet(before: NameSet, newNames: readonly Name[]): NameSet | undefined {
  const { table, entitiesByHash } = before;
  const { names } = table;
  const { start, tail } = commonEnds(names, newNames, isSameName);
  const end = names.length - tail;
  const inserted = newNames.slice(start, newNames.length - tail);
  const previouslyAdded = before.added?.names ?? [];
  if (before.start === start && before.end === end && previouslyAdded.length === inserted.length)
    if (inserted.every((name, index) => isSameName(name, previouslyAdded[index]!))) return before;
  if (end - start + inserted.length > MAX_CHANGED_NAMES) return undefined;
  const added = inserted.length > 0 ? createNameTable(inserted) : undefined;
  const changed = new Map<number, readonly NamedEntities[]>();
  const after: NameSet = { table, entitiesByHash, start, end, added, changedByHash: changed };
  for (const { text } of changedNames(after)) {
    const hash = hashOfName(text.trim());
    if (!changed.has(hash)) changed.set(hash, entitiesWithHash(after, hash));
  }
  return after;
}

function isSameName(one: Name, other: Name): boolean {
  return (
    one === other ||
    (one.text === other.text &&
      one.id === other.id &&
      one.surname === other.surname &&
      one.isSurname === other.isSurname)
  );
}

/** The names of the table that were replaced, and those that replace them. */
function changedNames({ table, start, end, added }: NameSet): Name[] {
  return [...table.names.slice(start, end), ...(added?.names ?? [])];
}

/** The names of this hash, in order. */
function namesWithHash({ table, start, end, added }: NameSet, hash: number): Name[] {
  const indexes = nameIndexesWithHash(table, hash);
  return [
    ...indexes.filter((index) => index < start).map((index) => table.names[index]!),
    ...(added ? nameIndexesWithHash(added, hash).map((index) => added.names[index]!) : []),
    ...indexes.filter((index) => index >= end).map((index) => table.names[index]!),
  ];
}

/** All names that a finder knows. */
export function namesOf(finder: NameFinder): readonly Name[] {
  const nameSet = nameSets.get(finder);
  if (!nameSet) return [];
  const { table, start, end, added } = nameSet;
  return [...table.names.slice(0, start), ...(added?.names ?? []), ...table.names.slice(end)];
}

/** The names that `words`, a mention, are a form of; each says whose name it is. */
export function namesWrittenAs(finder: NameFinder, words: string): Name[] {
  const nameSet = nameSets.get(finder);
  if (!nameSet) return [];
  const found = namesWithHash(nameSet, hashOfName(words));
  return found.filter(({ text, isSurname }) => !isSurname && matchesName(text.trim(), words, 0, words.length));
}

/** The entities with a name of this hash, in the order of the names. */
function entitiesWithHash(nameSet: NameSet, hash: number): NamedEntities[] {
  const groups: { name: string; isSurname: boolean; rule: CaseRule; ids: Set<string> }[] = [];
  for (const { text: given, id, isSurname = false } of namesWithHash(nameSet, hash)) {
    const text = given.trim();
    const rule = caseRuleOf(text);
    const same = groups.find(
      (one) => one.rule === rule && one.isSurname === isSurname && matchesName(one.name, text, 0, text.length),
    );
    if (same) same.ids.add(id);
    else groups.push({ name: text, isSurname, rule, ids: new Set([id]) });
  }
  return groups.map(({ name, isSurname, rule, ids }) => ({ name, isSurname, rule, ids: [...ids] }));
}

/**
 * A finder for the names that only one of two finders knows. In a text where it finds nothing, both find the same.
 * Undefined if they do not share a table, because too many names differ.
 */
export function createDifferenceFinder(one: NameFinder, other: NameFinder): NameFinder | undefined {
  const cached = differences.get(one);
  if (cached?.other === other) return cached.finder;
  const names = differingNames(one, other);
  if (!names) return undefined;
  const finder = createNameFinder(names);
  differences.set(one, { other, finder });
  return finder;
}

/**
 * The table of a finder, as a key for what should survive edits of a registry: finders that were created from each other
 * share it as long as few names change.
 */
export function nameTableOf(finder: NameFinder): object {
  return nameSets.get(finder)?.table ?? finder;
}

/** The names that only one of two finders knows, forms of family names among them; undefined if they do not share a table. */
export function differingNames(one: NameFinder, other: NameFinder): Name[] | undefined {
  const [a, b] = [nameSets.get(one), nameSets.get(other)];
  if (!a || a.table !== b?.table) return undefined;
  const isSameRange = a.start === b.start && a.end === b.end;
  const names = isSameRange
    ? diffNameLists(a.added?.names ?? [], b.added?.names ?? [])
    : [...changedNames(a), ...changedNames(b)];
  return names.map(({ text, id }) => ({ text, id }));
}

/** The names of both lists without their common start and end. */
function diffNameLists(one: readonly Name[], other: readonly Name[]): Name[] {
  const { start, tail } = commonEnds(one, other, isSameName);
  return [...one.slice(start, one.length - tail), ...other.slice(start, other.length - tail)];
}

/** The mentions. The family names outside of them are added to `surnames`. */
function findMentions(nameSet: NameSet, text: string, skip: readonly Span[], surnames: Span[]): Mention[] {
  const mentions: Mention[] = [];
  const cursor = { at: 0, hash: EMPTY_HASH, wall: -1 };
  let at = 0;
  for (let skipIndex = 0; skipIndex <= skip.length; skipIndex++) {
    const limit = skipIndex < skip.length ? skip[skipIndex]!.start : text.length;
    while (at < limit) {
      const start = at;
      if (isBlankAt(text, start)) {
        at++;
        continue;
      }
      cursor.at = start;
      cursor.hash = EMPTY_HASH;
      advance(cursor, text);
      // No name begins inside a word, so that a word which starts no name is skipped as a whole.
      at = cursor.at;
      const mayStart = mayStartName(nameSet, cursor.hash);
      if ((!mayStart && text.charCodeAt(at - 1) !== SMALL_S) || !isWordBoundary(text, start)) continue;
      const mention = mayStart
        ? longestMatchAt(nameSet, text, start, limit, cursor)
        : matchBeforePossessive(nameSet, text, start, at);
      if (!mention) continue;
      const isInSurname = surnames.length > 0 && surnames.at(-1)!.end > start;
      if (mention.isSurname) {
        // A name may begin inside of it.
        if (!isInSurname) surnames.push({ start, end: mention.end });
        continue;
      }
      if (isInSurname) surnames.pop();
      mentions.push({ start, end: mention.end, ids: mention.ids });
      at = mention.end;
    }
    if (skipIndex < skip.length) at = Math.max(at, skip[skipIndex]!.end);
  }
  return mentions;
}

/** A mention, or a family name that stands alone. */
interface Match extends Mention {
  readonly isSurname: boolean;
}

/** The name before the ending of a plural possessive, `the Houthis’ men`; undefined if `at` is not behind its `s`. */
function matchBeforePossessive(nameSet: NameSet, text: string, start: number, at: number): Match | undefined {
  const end = at - 1;
  const isPossessive = APOSTROPHES.has(text.charCodeAt(at)) && pluralPossessive.test(text.slice(end, end + 3));
  if (!isPossessive || end <= start || at - start > MAX_NAME_LENGTH) return undefined;
  const candidates = cachedEntitiesWithHash(nameSet, hashOfName(text.slice(start, end)));
  return candidates && matchBetween(candidates, text, start, end);
}

function mayStartName({ table, added }: NameSet, hash: number): boolean {
  return isNamePrefix(table, hash) || (added !== undefined && isNamePrefix(added, hash));
}

/** A cursor that remembers the start of the last word that is longer than any name. */
interface SearchCursor extends Cursor {
  wall: number;
}

/** The longest name that begins at `start` and ends at `limit` or before, else the longest family name. The cursor is after its first piece. */
function longestMatchAt(
  nameSet: NameSet,
  text: string,
  start: number,
  limit: number,
  cursor: SearchCursor,
): Match | undefined {
  let longest: Match | undefined;
  while (cursor.at <= limit && mayStartName(nameSet, cursor.hash)) {
    const candidates = cachedEntitiesWithHash(nameSet, cursor.hash);
    const match =
      candidates && isWordBoundary(text, cursor.at) ? matchBetween(candidates, text, start, cursor.at) : undefined;
    if (match && !(match.isSurname && longest?.isSurname === false)) longest = match;
    if (cursor.at === limit) break;
    // No name ends with white space, so the next piece belongs to the same step.
    if (isBlankAt(text, cursor.at)) advance(cursor, text);
    const { at } = cursor;
    // A word longer than any name is scanned once, however many names may continue there.
    if (at >= limit || at === cursor.wall) break;
    advance(cursor, text);
    if (cursor.at - at > MAX_NAME_LENGTH) cursor.wall = at;
  }
  if (!longest || cursor.at > longest.end) {
    const possessive = matchBeforePossessive(nameSet, text, start, Math.min(cursor.at, limit));
    if (possessive && !(possessive.isSurname && longest) && possessive.end > (longest?.end ?? start)) return possessive;
  }
  return longest;
}

/** The entities with a name of this hash; undefined if there is none. */
function cachedEntitiesWithHash(
  { table, entitiesByHash, changedByHash }: NameSet,
  hash: number,
): readonly NamedEntities[] | undefined {
  const changedEntities = changedByHash.size > 0 ? changedByHash.get(hash) : undefined;
  if (changedEntities || !isCompleteName(table, hash)) return changedEntities;
  const cached = entitiesByHash.get(hash);
  if (cached) return cached;
  const computed = entitiesWithHash(createNameSet(table), hash);
  entitiesByHash.set(hash, computed);
  return computed;
}

/** The candidates whose name is the text from `start` to `end`; those that only have it as a family name if there are no others. */
function matchBetween(
  candidates: readonly NamedEntities[],
  text: string,
  start: number,
  end: number,
): Match | undefined {
  let found: Match | undefined;
  for (const candidate of candidates) {
    const { isSurname } = candidate;
    if (found && isSurname && !found.isSurname) continue;
    if (!matchesName(candidate.name, text, start, end) || !satisfiesCaseRule(candidate, text, start, end)) continue;
    const isMore = found?.isSurname === isSurname;
    found = { start, end, ids: isMore ? [...new Set([...found!.ids, ...candidate.ids])] : candidate.ids, isSurname };
  }
  return found;
}

/** Whether the text from `start` to `end` is the name when both are folded. */
function matchesName(name: string, text: string, start: number, end: number): boolean {
  if (end - start === name.length && text.startsWith(name, start)) return true;
  let at = start;
  for (let next = 0; next < name.length; next = nextUnitOffset(name, next)) {
    if (at >= end || foldedUnit(charInfoAt(text, at)) !== foldedUnit(charInfoAt(name, next))) return false;
    at = nextUnitOffset(text, at);
  }
  return at === end;
}

/** The case rule for mentions of a name. */
export function caseRuleOf(name: string): CaseRule {
  if (!upper.test(name)) return 'any';
  return !lower.test(name) && name.match(letters)!.length <= MAX_ACRONYM_LETTERS ? 'exact' : 'capital';
}

function satisfiesCaseRule({ rule, name }: NamedEntities, text: string, start: number, end: number): boolean {
  if (rule === 'any') return true;
  if (rule === 'capital') {
    if (!isLatinCapital(text.charCodeAt(start)) && !upper.test(text.slice(start, end))) return false;
    // `XI` is a number, not Mr. Xi.
    return (
      end - start > MAX_ACRONYM_LETTERS || !romanNumeral.test(text.slice(start, end)) || text.startsWith(name, start)
    );
  }
  // A hyphen and a capital continue an acronym: `IS` is not mentioned in `IS-P`, but the UK in `UK-France`.
  const mention = text.slice(start, end);
  const isContinued = hyphenAndCapital.test(text.slice(end, end + 3)) && !isPlaceName(mention);
  if (mention !== mention.toUpperCase() || isContinued) return false;
  return !isLineOfCapitals(text, start, end);
}

/** Whether the words around a mention are in capitals, too, and none in lower case: then `IS` may be the verb. */
function isLineOfCapitals(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_LINE_CONTEXT), start);
  const after = text.slice(end, end + MAX_LINE_CONTEXT);
  const lineEnd = after.indexOf('\n');
  const line = `${before.slice(before.lastIndexOf('\n') + 1)} ${lineEnd < 0 ? after : after.slice(0, lineEnd)}`;
  return wordInCapitals.test(line) && !lower.test(line);
}

function isLatinCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}
