/**
 * What the registries define, ready to be looked up. A scope is a value: as long as nothing in the registries changes
 * it stays the same object, so that whatever was computed with it can be remembered by it.
 */

import { sharedEnds } from '../base/memo/commonEnds.ts';
import { getOrInsert } from '../base/memo/maps.ts';
import { perEntry } from '../base/memo/perObject.ts';
import type { Steps } from '../base/memo/steps.ts';
import { createNameFinder, type Name, type NameFinder } from '../names/nameFinder.ts';
import type { CalendarDate, EntityEntry, Registry, SourceEntry, TypeEntry } from '../syntax/ast.ts';
import { BUILT_IN_TYPES } from '../syntax/brief/inlines.ts';
import { domainOf } from '../syntax/citation/sourceName.ts';

import { foldedOf, foldName, type Namesakes, namesakesOf } from './entitiesByName.ts';

export { foldName } from './entitiesByName.ts';

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
  readonly namesakes: Namesakes;
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

/** The key of a day of any year; of a date without a day, the key of its month. */
export function dayKey({ month, day }: CalendarDate): string {
  return `${month ?? ''}-${day ?? ''}`;
}

/** What two spellings of one outlet have in common: the id of the entity that bears the name, else the folded name. */
export function outletKey(scope: Pick<Scope, 'namesakes'>, name: string): string {
  return keyOfFolded(scope.namesakes, foldName(name));
}

function keyOfFolded(namesakes: Namesakes, folded: string): string {
  const [id] = namesakes.get(folded) ?? [];
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

/** A registry whose definitions count, and where it stands. */
export interface Defining {
  readonly uri: string;
  readonly registry: Registry;
}

/** The lists of definitions a scope was made of: the arrays are values, the registries are used up when they are updated. */
interface Lists {
  readonly uri: string;
  readonly types: readonly TypeEntry[];
  readonly entities: readonly EntityEntry[];
  readonly sources: readonly SourceEntry[];
}

const listsOf = new WeakMap<Scope, readonly Lists[]>();

/**
 * The scope of some registries, in the order in which their definitions count. What has not changed is taken from
 * `previous`, which is the answer itself when nothing has.
 */
export function createScope(registries: Iterable<Defining>, previous?: Scope): Scope {
  const all = [...registries];
  const lists = all.map(({ uri, registry: { types, entities, sources } }) => ({ uri, types, entities, sources }));
  const before = (previous && listsOf.get(previous)) ?? [];
  const hasEntities = all.some(({ registry }) => registry.declaresEntities);
  const hasSources = all.some(({ registry }) => registry.declaresSources);
  const take = <T extends Entry>(kind: Duplicate['kind'], list: (of: Lists) => readonly T[], old?: Definitions<T>) =>
    old && isSameLists(before, lists, list)
      ? { first: old, again: previous!.duplicates.filter((one) => one.kind === kind) }
      : define(kind, lists, list);
  const types = take('type', (of) => of.types, previous?.types);
  const entities = take('entity', (of) => of.entities, previous?.entities);
  const sources = take('source', (of) => of.sources, previous?.sources);
  const isSame =
    types.first === previous?.types && entities.first === previous.entities && sources.first === previous.sources;
  if (isSame && previous.hasEntities === hasEntities && previous.hasSources === hasSources) return previous;
  const sameEntities = previous && previous.entities === entities.first;
  const namesakes = sameEntities
    ? previous.namesakes
    : namesakesOf(
        Array.from(entities.first.values(), ({ entry }) => entry),
        previous?.namesakes,
      );
  const scope = {
    entities: entities.first,
    sources: sources.first,
    types: types.first,
    duplicates: [...types.again, ...entities.again, ...sources.again],
    hasEntities,
    hasSources,
    namesakes,
    ...groupSources(sources.first, namesakes, previous),
    findNames: sameEntities
      ? previous.findNames
      : createNameFinder(namesOf(entities.first, previous?.entities), previous?.findNames),
  };
  listsOf.set(scope, lists);
  return scope;
}

/** Does of what `createScope` will do with a registry what takes longest, an entry a step. */
export function* prepareScope({ entities, sources }: Registry): Steps<void> {
  yield* foldedOf.inSteps(entities);
  yield* namesOfEntity.inSteps(entities);
  yield* keysOf.inSteps(sources);
}

type Entry = EntityEntry | SourceEntry | TypeEntry;
type Definitions<T> = ReadonlyMap<string, Defined<T>>;

function isSameLists<T>(before: readonly Lists[], after: readonly Lists[], list: (of: Lists) => readonly T[]): boolean {
  const [a, b] = [before, after].map((all) => all.filter((of) => list(of).length > 0));
  return (
    a!.length === b!.length &&
    a!.every((of, index) => {
      const [old, now] = [list(of), list(b![index]!)];
      return of.uri === b![index]!.uri && old.length === now.length && old.every((entry, at) => entry === now[at]);
    })
  );
}

function define<T extends Entry>(kind: Duplicate['kind'], lists: readonly Lists[], list: (of: Lists) => readonly T[]) {
  const first = new Map<string, Defined<T>>();
  const again: Duplicate[] = [];
  for (const of of lists) {
    const { uri } = of;
    for (const entry of list(of)) {
      const known = first.get(entry.id.value);
      if (known) again.push({ kind, again: { uri, entry }, first: known });
      else first.set(entry.id.value, { uri, entry });
    }
  }
  return { first, again };
}

const namesOfEntity = perEntry(({ id, name, aliases }: EntityEntry): readonly Name[] =>
  [name, ...aliases].map(({ value }) => ({ text: value, id: id.value })),
);

const namesByEntities = new WeakMap<Scope['entities'], readonly Name[]>();

/** Every name and alias, with the id of the entity that bears it: the same objects as long as the entities are. */
export function namesOf(entities: Scope['entities'], previous?: Scope['entities']): readonly Name[] {
  const known = namesByEntities.get(entities);
  if (known) return known;
  const before = previous && namesByEntities.get(previous);
  const names = before ? namesAfter(previous, before, entities) : namesIn(entities.values());
  namesByEntities.set(entities, names);
  return names;
}

function namesIn(entities: Iterable<Defined<EntityEntry>>): Name[] {
  const names: Name[] = [];
  for (const { entry } of entities) for (const name of namesOfEntity(entry)) names.push(name);
  return names;
}

/** The names with those of the entities that changed in their place: of 100,000 names a few are looked at. */
function namesAfter(previous: Scope['entities'], names: readonly Name[], entities: Scope['entities']): Name[] {
  const [before, after] = [[...previous.values()], [...entities.values()]];
  const { start, tail } = sharedEnds(before, after, (one, other) => one.entry === other.entry);
  const first = countNames(after, 0, start);
  const last = names.length - countNames(after, after.length - tail, after.length);
  return names.slice(0, first).concat(namesIn(after.slice(start, after.length - tail)), names.slice(last));
}

function countNames(entities: readonly Defined<EntityEntry>[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) count += 1 + entities[at]!.entry.aliases.length;
  return count;
}

/** By what citations find a source. */
const keysOf = perEntry(({ outlet, url, issued }: SourceEntry) => ({
  outlet: outlet && foldName(outlet.value),
  day: issued && dayKey(issued.value),
  domain: url && domainOf(url.value),
}));

type BySource = Pick<Scope, 'sourcesByOutlet' | 'sourcesByDomain' | 'sourcesByDay'>;

function groupSources(sources: Scope['sources'], namesakes: Namesakes, previous: Scope | undefined): BySource {
  const same = previous?.sources === sources ? previous : undefined;
  const sourcesByOutlet =
    same?.namesakes === namesakes
      ? same.sourcesByOutlet
      : groupBy(sources, ({ outlet }) => (outlet === undefined ? undefined : keyOfFolded(namesakes, outlet)));
  return {
    sourcesByOutlet,
    sourcesByDomain: same?.sourcesByDomain ?? groupBy(sources, ({ domain }) => domain),
    sourcesByDay: same?.sourcesByDay ?? groupBy(sources, ({ day }) => day),
  };
}

function groupBy(sources: Scope['sources'], keyOf: (keys: ReturnType<typeof keysOf>) => string | undefined) {
  const groups = new Map<string, Defined<SourceEntry>[]>();
  for (const source of sources.values()) {
    const key = keyOf(keysOf(source.entry));
    if (key) getOrInsert(groups, key, () => []).push(source);
  }
  return groups;
}
