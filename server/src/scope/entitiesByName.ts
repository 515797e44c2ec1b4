/** An index of entities by name, which is updated when a few of them change. */

import { commonEnds } from '../base/memo/commonEnds.ts';
import { lazy } from '../base/memo/lazy.ts';
import { getOrInsert } from '../base/memo/maps.ts';
import { perObject } from '../base/memo/perObject.ts';
import type { EntityEntry } from '../syntax/ast.ts';

type EntityIds = readonly string[];

/** The ids of the entities with a name or alias, by the folded name; outlets come first. */
export interface NameIndex {
  get(folded: string): EntityIds | undefined;
  has(folded: string): boolean;
  /** Whether any two entities share a name. */
  readonly hasSharedNames: boolean;
}

/** Changed names kept on top of the table; with more, the table is built anew. */
const MAX_CHANGED_NAMES = 500;

/**
 * A name without the differences that people ignore: case, a leading `The`, punctuation and spaces. It runs for each name
 * of each registry, so that names in ASCII, nearly all of them, are folded without regular expressions.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  let folded = '';
  let start = -1;
  let isFirst = true;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : SPACE;
    if (code > MAX_ASCII) return foldUnicode(name);
    if (isAsciiWord(code)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const word = lower.slice(start, at);
      const isArticle = isFirst && word === 'the' && isAsciiSpace(code) && lower.slice(0, start).trim() === '';
      if (!isArticle || at === lower.length) folded += word;
      isFirst = false;
      start = -1;
    }
  }
  return folded;
}

const [SPACE, MAX_ASCII] = [0x20, 0x7f];

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function isAsciiSpace(code: number): boolean {
  return code === SPACE || (code >= 0x09 && code <= 0x0d);
}

function foldUnicode(name: string): string {
  const lower = name.normalize('NFKC').toLowerCase();
  return lower.replace(/^\s*the\s+/, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** The distinct folded names of an entity. */
export const foldedNamesOf = perObject(({ name, aliases }: EntityEntry): readonly string[] => [
  ...new Set([name, ...aliases].map(({ value }) => foldName(value))),
]);

interface NameIndexState extends NameIndex {
  readonly entities: readonly EntityEntry[];
  readonly table: ReadonlyMap<string, EntityIds>;
  /** Current ids of the names that differ from the table; empty for a name that is no longer used. */
  readonly changed: ReadonlyMap<string, EntityIds>;
  /** The number of names that several entities share. */
  readonly sharedCount: number;
}

const stateByIndex = new WeakMap<NameIndex, NameIndexState>();

/** The index of entities with distinct ids. It is derived from `previous`, and is `previous` itself if no entity changed. */
export function createNameIndex(entities: readonly EntityEntry[], previous?: NameIndex): NameIndex {
  const previousState = previous && stateByIndex.get(previous);
  const state = (previousState && updateNameIndex(previousState, entities)) ?? buildNameIndex(entities);
  stateByIndex.set(state, state);
  return state;
}

function updateNameIndex(before: NameIndexState, entities: readonly EntityEntry[]): NameIndexState | undefined {
  const { start, tail } = commonEnds(before.entities, entities);
  const removed = before.entities.slice(start, before.entities.length - tail);
  const added = entities.slice(start, entities.length - tail);
  if (removed.length + added.length === 0) return before;
  if (removed.length + added.length + before.changed.size > MAX_CHANGED_NAMES) return undefined;
  const entitiesByFolded = new Map<string, EntityEntry[]>();
  for (const entity of removed) for (const folded of foldedNamesOf(entity)) entitiesByFolded.set(folded, []);
  for (const entity of added)
    for (const folded of foldedNamesOf(entity)) getOrInsert(entitiesByFolded, folded, () => []).push(entity);
  const positions = lazy(() => new Map(entities.map((entity, index) => [entity.id.value, index])));
  const removedIds = new Set(removed.map(({ id }) => id.value));
  const changed = new Map(before.changed);
  let { sharedCount } = before;
  for (const [folded, addedEntities] of entitiesByFolded) {
    const remainingIds = (before.get(folded) ?? []).filter((id) => !removedIds.has(id));
    const named =
      remainingIds.length === 0
        ? addedEntities
        : [...addedEntities, ...remainingIds.map((id) => entities[positions().get(id)!]!)].sort(
            (a, b) => positions().get(a.id.value)! - positions().get(b.id.value)!,
          );
    const ids = outletsFirst(named);
    changed.set(folded, ids);
    sharedCount += Number(ids.length > 1) - Number((before.get(folded)?.length ?? 0) > 1);
  }
  return toNameIndexState(entities, before.table, changed, sharedCount);
}

function buildNameIndex(entities: readonly EntityEntry[]): NameIndexState {
  const table = groupIdsByName(entities);
  let sharedCount = 0;
  for (const ids of table.values()) sharedCount += Number(ids.length > 1);
  return toNameIndexState(entities, table, new Map(), sharedCount);
}

function groupIdsByName(entities: readonly EntityEntry[]): ReadonlyMap<string, EntityIds> {
  const idsByName = new Map<string, string[]>();
  for (const entity of entities) {
    for (const folded of foldedNamesOf(entity)) {
      const ids = idsByName.get(folded);
      if (ids) insertOutletFirst(ids, entity);
      else idsByName.set(folded, [entity.id.value]);
    }
  }
  return idsByName;
}

function outletsFirst(entities: readonly EntityEntry[]): EntityIds {
  const ids: string[] = [];
  for (const entity of entities) insertOutletFirst(ids, entity);
  return ids;
}

function insertOutletFirst(ids: string[], { id, type }: EntityEntry): void {
  if (type.value === 'media') ids.unshift(id.value);
  else ids.push(id.value);
}

function toNameIndexState(
  entities: readonly EntityEntry[],
  table: NameIndexState['table'],
  changed: NameIndexState['changed'],
  sharedCount: number,
): NameIndexState {
  const get = (folded: string) => {
    const ids = changed.get(folded);
    return ids ? (ids.length > 0 ? ids : undefined) : table.get(folded);
  };
  return {
    entities,
    table,
    changed,
    sharedCount,
    get,
    has: (folded) => get(folded) !== undefined,
    hasSharedNames: sharedCount > 0,
  };
}
