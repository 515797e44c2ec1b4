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
import { isBlankAt, isWordBoundary } from './charFolding.ts';
import { matchesName, satisfiesCaseRule } from './nameForms.ts';
import {
  cachedEntitiesWithHash,
  changedNames,
  createNameSet,
  isSameName,
  mayStartName,
  type NamedEntities,
  type NameSet,
  namesWithHash,
  updateNameSet,
} from './nameSet.ts';
import {
  advance,
  type Cursor,
  createNameTable,
  EMPTY_HASH,
  hashOfName,
  MAX_NAME_LENGTH,
  type Name,
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

const notPossessive = /[\p{L}\p{N}]/uy;
const [SMALL_S, APOSTROPHE, RIGHT_QUOTE] = [0x73, 0x27, 0x2019];
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
  const cursor = { at: 0, hash: EMPTY_HASH, wall: -1, matchEnd: 0 };
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
      if ((!mayStart && !isPluralPossessive(text, at)) || !isWordBoundary(text, start)) continue;
      const match = mayStart
        ? longestMatchAt(nameSet, text, start, limit, cursor)
        : matchBeforePossessive(nameSet, text, start, at, cursor);
      if (!match) continue;
      const isInSurname = surnames.length > 0 && surnames.at(-1)!.end > start;
      if (match.isSurname) {
        // A name may begin inside of it.
        if (!isInSurname) surnames.push({ start, end: cursor.matchEnd });
        continue;
      }
      if (isInSurname) surnames.pop();
      mentions.push({ start, end: cursor.matchEnd, ids: match.ids });
      at = cursor.matchEnd;
    }
    if (skipIndex < skip.length) at = Math.max(at, skip[skipIndex]!.end);
  }
  return mentions;
}

/** Whom a name means, or a family name that stands alone. */
type Match = Pick<NamedEntities, 'ids' | 'isSurname'>;

/** Whether `at` is behind the `s` of a plural possessive, `the Houthis’ men`. */
function isPluralPossessive(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const mark = text.charCodeAt(at);
  if ((mark !== APOSTROPHE && mark !== RIGHT_QUOTE) || text.charCodeAt(at - 1) !== SMALL_S) return false;
  notPossessive.lastIndex = at + 1;
  return !notPossessive.test(text);
}

/** The name before the ending of a plural possessive; undefined if `at` is not behind its `s`. */
function matchBeforePossessive(
  nameSet: NameSet,
  text: string,
  start: number,
  at: number,
  cursor: SearchCursor,
): Match | undefined {
  const end = at - 1;
  if (!isPluralPossessive(text, at) || end <= start || at - start > MAX_NAME_LENGTH) return undefined;
  const candidates = cachedEntitiesWithHash(nameSet, hashOfName(text.slice(start, end)));
  const match = candidates && matchBetween(candidates, text, start, end);
  if (match) cursor.matchEnd = end;
  return match;
}

interface SearchCursor extends Cursor {
  /** The start of the last word that is longer than any name. */
  wall: number;
  /** Where the match ends that was found last. */
  matchEnd: number;
}

/**
 * The longest name that begins at `start` and ends at `limit` or before, else the longest family name. The cursor is after its first
 * piece; its `matchEnd` is the end of what is found.
 */
function longestMatchAt(
  nameSet: NameSet,
  text: string,
  start: number,
  limit: number,
  cursor: SearchCursor,
): Match | undefined {
  let longest: Match | undefined;
  let end = start;
  while (cursor.at <= limit && mayStartName(nameSet, cursor.hash)) {
    const candidates = cachedEntitiesWithHash(nameSet, cursor.hash);
    const match =
      candidates && isWordBoundary(text, cursor.at) ? matchBetween(candidates, text, start, cursor.at) : undefined;
    if (match && !(match.isSurname && longest?.isSurname === false)) {
      longest = match;
      end = cursor.at;
    }
    if (cursor.at === limit) break;
    // No name ends with white space, so the next piece belongs to the same step.
    if (isBlankAt(text, cursor.at)) advance(cursor, text);
    const { at } = cursor;
    // A word longer than any name is scanned once, however many names may continue there.
    if (at >= limit || at === cursor.wall) break;
    advance(cursor, text);
    if (cursor.at - at > MAX_NAME_LENGTH) cursor.wall = at;
  }
  if (!longest || cursor.at > end) {
    const possessive = matchBeforePossessive(nameSet, text, start, Math.min(cursor.at, limit), cursor);
    if (possessive && !(possessive.isSurname && longest) && cursor.matchEnd > end) return possessive;
  }
  cursor.matchEnd = end;
  return longest;
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
    found = isMore ? { ids: [...new Set([...found!.ids, ...candidate.ids])], isSurname } : candidate;
  }
  return found;
}
