/**
 * Names in prose. Names and aliases are found as whole words in any script, the longest first; FORMAT.md, section 4.
 *
 * One pass over the text, piece by piece: where a name may begin with a word, it is followed as far as the text goes
 * along. Names have a longest length, so the time is linear in the text.
 * (Why no library: the Aho–Corasick packages at hand cut the text into graphemes first, which takes seconds for 100 kB
 * on Node 20, and know nothing of words.)
 */

import { sharedEnds } from '../base/memo/commonEnds.ts';
import type { Span } from '../base/text/span.ts';
import { afterUnit, foldedOf, isBlank, isEdge, unitAt } from './charFolding.ts';
import {
  type Cursor,
  createNameTable,
  hashOf,
  isBeginning,
  isName,
  LONGEST_NAME,
  type Name,
  type NameTable,
  NOTHING,
  namesWith,
  step,
} from './nameTable.ts';

export { foldText, isEdge } from './charFolding.ts';
export type { Name } from './nameTable.ts';

/** A place in prose where a name stands; several ids when several entities bear it. */
export interface Mention extends Span {
  readonly ids: readonly string[];
}

/** Finds the names in a text; `skip` are the spans, in order, inside which nothing is looked for. */
export type NameFinder = (text: string, skip: readonly Span[]) => Mention[];

/** A name, and who bears it. */
interface Bearers {
  readonly name: string;
  readonly rule: CaseRule;
  readonly ids: readonly string[];
}

/** Names as a table, and what has changed since it was made: the names from `start` to `end` of it are now `added`. */
interface Names {
  readonly table: NameTable;
  readonly bearers: Map<number, readonly Bearers[]>;
  readonly start: number;
  readonly end: number;
  readonly added: NameTable | undefined;
  /** By the hashes of the names that have changed. */
  readonly changed: ReadonlyMap<number, readonly Bearers[]>;
}

/**
 * `exact`: an alias of up to four letters in capitals matches only in capitals, `IS` never "is". `capital`: a name with
 * capitals matches in any case, as long as the mention has a capital: "the turkey" is no country. `any`: the rest.
 */
export type CaseRule = 'exact' | 'capital' | 'any';

/** When more names than this have changed a table is made anew. */
const MOST_CHANGED = 500;
const LONGEST_SHORT = 4;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const letters = /\p{L}/gu;
const hyphenAndCapital = /^-\p{Lu}/u;
let lastDifference: { one: NameFinder; other: NameFinder; finder: NameFinder } | undefined;
const finders = new WeakMap<NameFinder, Names>();

/**
 * Makes a finder for these names. Blank names are left out. It takes over from `previous` what has not changed, and is
 * `previous` when nothing has.
 */
export function createNameFinder(names: readonly Name[], previous?: NameFinder): NameFinder {
  const before = previous && finders.get(previous);
  const after = (before && changedTo(before, names)) ?? namesIn(createNameTable(names));
  if (after === before) return previous!;
  const finder: NameFinder = (text, skip) => find(after, text, skip);
  finders.set(finder, after);
  return finder;
}

function namesIn(table: NameTable): Names {
  const { length } = table.names;
  return { table, bearers: new Map(), start: length, end: length, added: undefined, changed: new Map() };
}

/** The same table with other names in some place of it: `before` when nothing has changed, nothing when too much has. */
function changedTo(before: Names, all: readonly Name[]): Names | undefined {
  const { table, bearers } = before;
  const { names } = table;
  const { start, tail } = sharedEnds(names, all, isSame);
  const end = names.length - tail;
  const come = all.slice(start, all.length - tail);
  const known = before.added?.names ?? [];
  if (before.start === start && before.end === end && known.length === come.length)
    if (come.every((name, index) => isSame(name, known[index]!))) return before;
  if (end - start + come.length > MOST_CHANGED) return undefined;
  const added = come.length > 0 ? createNameTable(come) : undefined;
  const changed = new Map<number, readonly Bearers[]>();
  const after: Names = { table, bearers, start, end, added, changed };
  for (const { text } of changedNames(after)) {
    const hash = hashOf(text.trim());
    if (!changed.has(hash)) changed.set(hash, bearersOf(after, hash));
  }
  return after;
}

function isSame(one: Name, other: Name): boolean {
  return one === other || (one.text === other.text && one.id === other.id);
}

/** The names that went and those that came. */
function changedNames({ table, start, end, added }: Names): Name[] {
  return [...table.names.slice(start, end), ...(added?.names ?? [])];
}

/** Who bears the names with this hash, in the order of the names. */
function bearersOf({ table, start, end, added }: Names, hash: number): Bearers[] {
  const indexes = namesWith(table, hash);
  const named = [
    ...indexes.filter((index) => index < start).map((index) => table.names[index]!),
    ...(added ? namesWith(added, hash).map((index) => added.names[index]!) : []),
    ...indexes.filter((index) => index >= end).map((index) => table.names[index]!),
  ];
  const found: { name: string; rule: CaseRule; ids: Set<string> }[] = [];
  for (const { text: given, id } of named) {
    const text = given.trim();
    const rule = caseRule(text);
    const same = found.find((one) => one.rule === rule && isWritten(one.name, text, 0, text.length));
    if (same) same.ids.add(id);
    else found.push({ name: text, rule, ids: new Set([id]) });
  }
  return found.map(({ name, rule, ids }) => ({ name, rule, ids: [...ids] }));
}

/**
 * Finds in a text the names that one of two finders knows and the other does not: where it finds none, both find the
 * same. Undefined when they differ in too much.
 */
export function differenceOf(one: NameFinder, other: NameFinder): NameFinder | undefined {
  if (lastDifference?.one === one && lastDifference.other === other) return lastDifference.finder;
  const names = namesBetween(one, other);
  if (!names) return undefined;
  const finder = createNameFinder(names);
  lastDifference = { one, other, finder };
  return finder;
}

/** The names of `differenceOf`. */
export function namesBetween(one: NameFinder, other: NameFinder): Name[] | undefined {
  const [a, b] = [finders.get(one), finders.get(other)];
  if (!a || a.table !== b?.table) return undefined;
  const isTypedOn = a.start === b.start && a.end === b.end;
  if (isTypedOn) return differentNames(a.added?.names ?? [], b.added?.names ?? []);
  return [...changedNames(a), ...changedNames(b)];
}

/** What stands in two lists between the names that they begin and end with alike. */
function differentNames(one: readonly Name[], other: readonly Name[]): Name[] {
  const { start, tail } = sharedEnds(one, other, isSame);
  return [...one.slice(start, one.length - tail), ...other.slice(start, other.length - tail)];
}

function find(names: Names, text: string, skip: readonly Span[]): Mention[] {
  const mentions: Mention[] = [];
  const cursor = { at: 0, hash: NOTHING, wall: -1 };
  let at = 0;
  for (let hole = 0; hole <= skip.length; hole++) {
    const limit = hole < skip.length ? skip[hole]!.start : text.length;
    while (at < limit) {
      const start = at;
      if (isBlank(text, start)) {
        at++;
        continue;
      }
      cursor.at = start;
      cursor.hash = NOTHING;
      step(cursor, text);
      // In a word no name begins: where none is followed from its first letter, it is passed over as a whole.
      at = cursor.at;
      if (!mayBegin(names, cursor.hash) || !isEdge(text, start)) continue;
      const mention = longestAt(names, text, start, limit, cursor);
      if (!mention) continue;
      mentions.push(mention);
      at = mention.end;
    }
    if (hole < skip.length) at = Math.max(at, skip[hole]!.end);
  }
  return mentions;
}

function mayBegin({ table, added }: Names, hash: number): boolean {
  return isBeginning(table, hash) || (added !== undefined && isBeginning(added, hash));
}

/** A cursor, and where the last word began that is longer than any name. */
interface Walk extends Cursor {
  wall: number;
}

/** The longest name from `start` to `limit` at most. The cursor has moved over the first piece of it. */
function longestAt(names: Names, text: string, start: number, limit: number, cursor: Walk): Mention | undefined {
  let end = start;
  let ids: readonly string[] | undefined;
  while (cursor.at <= limit && mayBegin(names, cursor.hash)) {
    const here = bearersWith(names, cursor.hash);
    const borne = here && isEdge(text, cursor.at) ? idsOf(here, text, start, cursor.at) : undefined;
    if (borne) {
      end = cursor.at;
      ids = borne;
    }
    if (cursor.at === limit) break;
    // No name ends with white space: what follows it is looked at, too.
    if (isBlank(text, cursor.at)) step(cursor, text);
    const { at } = cursor;
    // A word longer than any name is looked at once, however many names may go on there.
    if (at >= limit || at === cursor.wall) break;
    step(cursor, text);
    if (cursor.at - at > LONGEST_NAME) cursor.wall = at;
  }
  return ids && { start, end, ids };
}

/** Who bears the names with this hash. */
function bearersWith({ table, bearers, changed }: Names, hash: number): readonly Bearers[] | undefined {
  const now = changed.size > 0 ? changed.get(hash) : undefined;
  if (now || !isName(table, hash)) return now;
  const known = bearers.get(hash);
  if (known) return known;
  const made = bearersOf(namesIn(table), hash);
  bearers.set(hash, made);
  return made;
}

/** The ids of those whose name stands there. */
function idsOf(bearers: readonly Bearers[], text: string, start: number, end: number): readonly string[] | undefined {
  let ids: readonly string[] | undefined;
  for (const one of bearers) {
    const isIt = isWritten(one.name, text, start, end) && fits(one.rule, text, start, end);
    if (isIt) ids = ids ? [...new Set([...ids, ...one.ids])] : one.ids;
  }
  return ids;
}

/** Whether the words from `start` to `end` are the name, but for case, white space and the like. */
function isWritten(name: string, text: string, start: number, end: number): boolean {
  if (end - start === name.length && text.startsWith(name, start)) return true;
  let at = start;
  for (let next = 0; next < name.length; next = afterUnit(name, next)) {
    if (at >= end || foldedOf(unitAt(text, at)) !== foldedOf(unitAt(name, next))) return false;
    at = afterUnit(text, at);
  }
  return at === end;
}

/** The rule for mentions of a name. */
export function caseRule(name: string): CaseRule {
  if (!upper.test(name)) return 'any';
  return !lower.test(name) && name.match(letters)!.length <= LONGEST_SHORT ? 'exact' : 'capital';
}

function fits(rule: CaseRule, text: string, start: number, end: number): boolean {
  if (rule === 'any') return true;
  if (rule === 'capital') return isLatinCapital(text.charCodeAt(start)) || upper.test(text.slice(start, end));
  // `IS` is not the start of `IS-P`: a hyphen and a capital continue an acronym.
  const mention = text.slice(start, end);
  return mention === mention.toUpperCase() && !hyphenAndCapital.test(text.slice(end, end + 3));
}

function isLatinCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}
