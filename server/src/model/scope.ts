/**
 * What the registries define, ready to be looked up. A scope is a value: as long as nothing in the registries changes
 * it stays the same object, so that whatever was computed with it can be remembered by it.
 */

import type { CalendarDate } from '../syntax/dates.ts';
import { BUILT_IN_TYPES } from '../syntax/inlines.ts';
import type { EntityEntry, Registry, SourceEntry, TypeEntry } from '../syntax/registryTypes.ts';
import { domainOf } from '../syntax/sourceName.ts';
import { getOrInsert } from './maps.ts';
import { createNameFinder, type Name, type NameFinder } from './names.ts';

/** An entry of a registry and the file it stands in. */
export interface Defined<T> {
  readonly uri: string;
  readonly entry: T;
}

export interface Scope {
  /** By id; of several with one id the first counts. */
  readonly entities: ReadonlyMap<string, Defined<EntityEntry>>;
  readonly sources: ReadonlyMap<string, Defined<SourceEntry>>;
  /** The types a registry adds to the built-in ones, by id. */
  readonly types: ReadonlyMap<string, Defined<TypeEntry>>;
  /** Every definition of an id that was defined before. */
  readonly duplicates: readonly Duplicate[];
  /** Whether anybody keeps a list of entities, of sources. Without one nothing is "unknown". */
  readonly hasEntities: boolean;
  readonly hasSources: boolean;
  /** Ids of the entities that bear a name or alias, by the folded name; outlets before others. */
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
  /** Sources by the key of their outlet (see `outletKey`) and by the domain of their URL. */
  readonly sourcesByOutlet: ReadonlyMap<string, readonly Defined<SourceEntry>[]>;
  readonly sourcesByDomain: ReadonlyMap<string, readonly Defined<SourceEntry>[]>;
  /** Sources by month and day of issue (see `dayKey`), of any year. */
  readonly sourcesByDay: ReadonlyMap<string, readonly Defined<SourceEntry>[]>;
  readonly findNames: NameFinder;
}

export interface Duplicate {
  readonly kind: 'entity' | 'source' | 'type';
  readonly again: Defined<EntityEntry | SourceEntry | TypeEntry>;
  readonly first: Defined<EntityEntry | SourceEntry | TypeEntry>;
}

const foldedNames = new Map<string, string>();
/** The same few outlets are named again and again; more different names than this are not remembered. */
const MOST_FOLDED = 50_000;

/** The outlet name without what people vary: case, `The`, punctuation, spacing. */
export function foldName(name: string): string {
  if (foldedNames.size > MOST_FOLDED) foldedNames.clear();
  return getOrInsert(foldedNames, name, () => fold(name));
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*the\s+/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** The key of a day of any year; of a date without a day, the key of its month. */
export function dayKey({ month, day }: CalendarDate): string {
  return `${month ?? ''}-${day ?? ''}`;
}

/** What two spellings of one outlet have in common: the id of the entity that bears the name, else the folded name. */
export function outletKey(scope: Pick<Scope, 'namesakes'>, name: string): string {
  const folded = foldName(name);
  const [id] = scope.namesakes.get(folded) ?? [];
  return id === undefined ? `name ${folded}` : `id ${id}`;
}

/** The outlet entity a source names, if the registries have it. */
export function outletOf(scope: Scope, name: string): Defined<EntityEntry> | undefined {
  const [id] = scope.namesakes.get(foldName(name)) ?? [];
  return id === undefined ? undefined : scope.entities.get(id);
}

/** Whether tags of this type may be written. */
export function isKnownType(scope: Scope, type: string): boolean {
  return BUILT_IN_TYPES.includes(type) || scope.types.has(type);
}

/** Whether something of type `type` is also a `wanted`, by the `extends` of custom types. */
export function isOfType(scope: Scope, type: string, wanted: string): boolean {
  const seen = new Set<string>();
  for (
    let at: string | undefined = type;
    at !== undefined && !seen.has(at);
    at = scope.types.get(at)?.entry.extends?.value
  ) {
    if (at === wanted) return true;
    seen.add(at);
  }
  return false;
}

/**
 * The scope of some registries, in the order in which their definitions count. `previous` lends its name finder:
 * when the names are still the same it is this one.
 */
export function createScope(registries: Iterable<{ uri: string; registry: Registry }>, previous?: Scope): Scope {
  const entities = new Map<string, Defined<EntityEntry>>();
  const sources = new Map<string, Defined<SourceEntry>>();
  const types = new Map<string, Defined<TypeEntry>>();
  const duplicates: Duplicate[] = [];
  let hasEntities = false;
  let hasSources = false;
  for (const { uri, registry } of registries) {
    hasEntities ||= registry.declaresEntities;
    hasSources ||= registry.declaresSources;
    const define = <T extends EntityEntry | SourceEntry | TypeEntry>(
      kind: Duplicate['kind'],
      map: Map<string, Defined<T>>,
      entry: T,
    ) => {
      const first = map.get(entry.id.value);
      if (first) duplicates.push({ kind, again: { uri, entry }, first });
      else map.set(entry.id.value, { uri, entry });
    };
    for (const entry of registry.types) define('type', types, entry);
    for (const entry of registry.entities) define('entity', entities, entry);
    for (const entry of registry.sources) define('source', sources, entry);
  }
  const namesakes = groupNames(entities);
  const bySource = groupSources(sources, namesakes);
  const findNames = createNameFinder(namesOf(entities), previous?.findNames);
  return { entities, sources, types, duplicates, hasEntities, hasSources, namesakes, ...bySource, findNames };
}

/** Every name and alias, with the id of the entity that bears it. */
export function* namesOf(entities: Scope['entities']): Iterable<Name> {
  for (const [id, { entry }] of entities) {
    yield { text: entry.name.value, id };
    for (const alias of entry.aliases) yield { text: alias.value, id };
  }
}

function groupNames(entities: Scope['entities']): Scope['namesakes'] {
  const namesakes = new Map<string, string[]>();
  for (const { text, id } of namesOf(entities)) {
    const ids = getOrInsert(namesakes, foldName(text), () => []);
    if (!ids.includes(id)) ids[entities.get(id)!.entry.type.value === 'media' ? 'unshift' : 'push'](id);
  }
  return namesakes;
}

function groupSources(
  sources: Scope['sources'],
  namesakes: Scope['namesakes'],
): Pick<Scope, 'sourcesByOutlet' | 'sourcesByDomain' | 'sourcesByDay'> {
  const sourcesByOutlet = new Map<string, Defined<SourceEntry>[]>();
  const sourcesByDomain = new Map<string, Defined<SourceEntry>[]>();
  const sourcesByDay = new Map<string, Defined<SourceEntry>[]>();
  for (const source of sources.values()) {
    const { outlet, url, issued } = source.entry;
    if (outlet) getOrInsert(sourcesByOutlet, outletKey({ namesakes }, outlet.value), () => []).push(source);
    if (issued) getOrInsert(sourcesByDay, dayKey(issued.value), () => []).push(source);
    const domain = url && domainOf(url.value);
    if (domain) getOrInsert(sourcesByDomain, domain, () => []).push(source);
  }
  return { sourcesByOutlet, sourcesByDomain, sourcesByDay };
}
