/** A set of names as a table, with a few changes on top, so that an edit of a registry does not build the table anew. */

import { commonEnds } from '../base/memo/commonEnds.ts';
import { type CaseRule, caseRuleOf, matchesName } from './nameForms.ts';
import {
  createNameTable,
  hashOfName,
  isCompleteName,
  isNamePrefix,
  type Name,
  type NameTable,
  nameIndexesWithHash,
} from './nameTable.ts';

/** A name and the entities that share it. */
export interface NamedEntities {
  readonly name: string;
  readonly isSurname: boolean;
  readonly rule: CaseRule;
  readonly ids: readonly string[];
}

/** A table of names with a change on top: the names from index `start` to `end` are replaced by `added`. */
export interface NameSet {
  readonly table: NameTable;
  readonly entitiesByHash: Map<number, readonly NamedEntities[]>;
  readonly start: number;
  readonly end: number;
  readonly added: NameTable | undefined;
  /** The current entities for the hash of each name that changed. */
  readonly changedByHash: ReadonlyMap<number, readonly NamedEntities[]>;
}

/**
 * Changed names kept on top of a table; with more, the table is built anew. A change costs time at each edit, a table of
 * 100,000 names takes tens of milliseconds once.
 */
const MAX_CHANGED_NAMES = 500;

/** The names of a table, without a change. */
export function createNameSet(table: NameTable): NameSet {
  const { length } = table.names;
  return { table, entitiesByHash: new Map(), start: length, end: length, added: undefined, changedByHash: new Map() };
}

/** The same table with the change on top; `before` itself if no name changed, undefined if too many did. */
export function updateNameSet(before: NameSet, newNames: readonly Name[]): NameSet | undefined {
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

/** Whether two names are equal. */
export function isSameName(one: Name, other: Name): boolean {
  return (
    one === other ||
    (one.text === other.text &&
      one.id === other.id &&
      one.surname === other.surname &&
      one.isSurname === other.isSurname)
  );
}

/** The names of the table that were replaced, and those that replace them. */
export function changedNames({ table, start, end, added }: NameSet): Name[] {
  return [...table.names.slice(start, end), ...(added?.names ?? [])];
}

/** The names of this hash, in order. */
export function namesWithHash({ table, start, end, added }: NameSet, hash: number): Name[] {
  const indexes = nameIndexesWithHash(table, hash);
  return [
    ...indexes.filter((index) => index < start).map((index) => table.names[index]!),
    ...(added ? nameIndexesWithHash(added, hash).map((index) => added.names[index]!) : []),
    ...indexes.filter((index) => index >= end).map((index) => table.names[index]!),
  ];
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

/** Whether some name may begin with a text of this hash. */
export function mayStartName({ table, added }: NameSet, hash: number): boolean {
  return isNamePrefix(table, hash) || (added !== undefined && isNamePrefix(added, hash));
}

/** The entities with a name of this hash; undefined if there is none. */
export function cachedEntitiesWithHash(
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
