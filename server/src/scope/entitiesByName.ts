/** Who bears a name: of all entities, and again when a few of them have changed. */

import { sharedEnds } from '../base/memo/commonEnds.ts';
import { once } from '../base/memo/lazy.ts';
import { getOrInsert } from '../base/memo/maps.ts';
import { perEntry } from '../base/memo/perObject.ts';
import type { EntityEntry } from '../syntax/ast.ts';

type Ids = readonly string[];

/** Ids of the entities that bear a name or alias, by the folded name; outlets before others. */
export interface Namesakes {
  get(folded: string): Ids | undefined;
  has(folded: string): boolean;
  /** Whether several entities bear one name. */
  readonly isAnyShared: boolean;
}

/** More changes than this are not kept beside the table. */
const MOST_CHANGED = 500;

const foldedNames = new Map<string, string>();
/** The same few outlets are named again and again; more different names than this are not remembered. */
const MOST_FOLDED = 50_000;

/** The outlet name without what people vary: case, `The`, punctuation, spacing. */
export function foldName(name: string): string {
  if (foldedNames.size > MOST_FOLDED) foldedNames.clear();
  return getOrInsert(foldedNames, name, () => fold(name));
}

const ascii = /^[ -~]*$/;

function fold(name: string): string {
  const isAscii = ascii.test(name);
  const lower = (isAscii ? name : name.normalize('NFKC')).toLowerCase().replace(/^\s*the\s+/, '');
  return isAscii ? lower.replace(/[^a-z0-9]+/g, '') : lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** The folded names of an entity, each once. */
export const foldedOf = perEntry(({ name, aliases }: EntityEntry): readonly string[] => [
  ...new Set([name, ...aliases].map(({ value }) => fold(value))),
]);

interface Known extends Namesakes {
  readonly of: readonly EntityEntry[];
  readonly table: ReadonlyMap<string, Ids>;
  /** Where the table is out of date: the ids now, none if nobody bears the name any more. */
  readonly changed: ReadonlyMap<string, Ids>;
  /** How many names have several bearers. */
  readonly shared: number;
}

const known = new WeakMap<Namesakes, Known>();

/** The namesakes among entities no two of which have one id; made from `previous`, which is the answer when nothing has changed. */
export function namesakesOf(entities: readonly EntityEntry[], previous?: Namesakes): Namesakes {
  const before = previous && known.get(previous);
  const made = (before && changedTo(before, entities)) ?? namesakesOfAll(entities);
  known.set(made, made);
  return made;
}

function changedTo(before: Known, of: readonly EntityEntry[]): Known | undefined {
  const { start, tail } = sharedEnds(before.of, of);
  const gone = before.of.slice(start, before.of.length - tail);
  const come = of.slice(start, of.length - tail);
  if (gone.length + come.length === 0) return before;
  if (gone.length + come.length + before.changed.size > MOST_CHANGED) return undefined;
  const bearers = new Map<string, EntityEntry[]>();
  for (const entity of gone) for (const folded of foldedOf(entity)) bearers.set(folded, []);
  for (const entity of come) for (const folded of foldedOf(entity)) getOrInsert(bearers, folded, () => []).push(entity);
  const places = once(() => new Map(of.map((entity, index) => [entity.id.value, index])));
  const isGone = new Set(gone.map(({ id }) => id.value));
  const changed = new Map(before.changed);
  let { shared } = before;
  for (const [folded, fresh] of bearers) {
    const kept = (before.get(folded) ?? []).filter((id) => !isGone.has(id));
    const all =
      kept.length === 0
        ? fresh
        : [...fresh, ...kept.map((id) => of[places().get(id)!]!)].sort(
            (a, b) => places().get(a.id.value)! - places().get(b.id.value)!,
          );
    const ids = inOrder(all);
    changed.set(folded, ids);
    shared += Number(ids.length > 1) - Number((before.get(folded)?.length ?? 0) > 1);
  }
  return namesakesIn(of, before.table, changed, shared);
}

function namesakesOfAll(entities: readonly EntityEntry[]): Known {
  const table = groupNames(entities);
  let shared = 0;
  for (const ids of table.values()) shared += Number(ids.length > 1);
  return namesakesIn(entities, table, new Map(), shared);
}

function groupNames(entities: readonly EntityEntry[]): ReadonlyMap<string, Ids> {
  const namesakes = new Map<string, string[]>();
  for (const entity of entities) {
    for (const folded of foldedOf(entity)) {
      const ids = namesakes.get(folded);
      if (ids) put(ids, entity);
      else namesakes.set(folded, [entity.id.value]);
    }
  }
  return namesakes;
}

function inOrder(bearers: readonly EntityEntry[]): Ids {
  const ids: string[] = [];
  for (const entity of bearers) put(ids, entity);
  return ids;
}

function put(ids: string[], { id, type }: EntityEntry): void {
  if (type.value === 'media') ids.unshift(id.value);
  else ids.push(id.value);
}

function namesakesIn(
  of: readonly EntityEntry[],
  table: Known['table'],
  changed: Known['changed'],
  shared: number,
): Known {
  const get = (folded: string) => {
    const ids = changed.get(folded);
    return ids ? (ids.length > 0 ? ids : undefined) : table.get(folded);
  };
  return { of, table, changed, shared, get, has: (folded) => get(folded) !== undefined, isAnyShared: shared > 0 };
}
