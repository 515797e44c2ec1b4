/**
 * A scope is everything that a set of registries defines, with indexes. It is immutable, and stays the same object as long
 * as no definition changes, so that results can be cached by it.
 */

import { commonEnds } from '../base/memo/commonEnds.ts';
import { getOrInsert } from '../base/memo/maps.ts';
import { perObject } from '../base/memo/perObject.ts';
import type { Steps } from '../base/memo/steps.ts';
import { foldedText } from '../base/text/foldedView.ts';
import { createNameFinder, type Name, type NameFinder } from '../names/nameFinder.ts';
import { surnameForms, surnameOf } from '../names/surnames.ts';
import {
  BUILT_IN_TYPES,
  type CalendarDate,
  type EntityEntry,
  type Registry,
  type SourceEntry,
  type TypeEntry,
} from '../syntax/ast.ts';
import { parseDomain } from '../syntax/citation/sourceName.ts';
import { createNameIndex, foldedNamesOf, foldName, type NameIndex } from './entitiesByName.ts';
import { isSameUnread, NONE_UNREAD, type UnreadBibliographies } from './unreadBibliographies.ts';

export { foldName } from './entitiesByName.ts';

/** An entry of a registry and the file that contains it. */
export interface DefinedEntry<T> {
  readonly uri: string;
  readonly entry: T;
}

export interface Scope {
  /** Entities and sources by id; the first definition of an id counts. */
  readonly entities: ReadonlyMap<string, DefinedEntry<EntityEntry>>;
  readonly sources: ReadonlyMap<string, DefinedEntry<SourceEntry>>;
  /** The types that registries add to the built-in ones, by id. */
  readonly types: ReadonlyMap<string, DefinedEntry<TypeEntry>>;
  /** Every further definition of an id. */
  readonly duplicates: readonly Duplicate[];
  /** Whether a registry lists entities, or sources. Without a list no tag or citation is "unknown". */
  readonly declaresEntities: boolean;
  readonly declaresSources: boolean;
  readonly entitiesByName: NameIndex;
  /** Sources by the key of their outlet (see `outletKey`) and by the domain of their URL. */
  readonly sourcesByOutlet: ReadonlyMap<string, readonly DefinedEntry<SourceEntry>[]>;
  readonly sourcesByDomain: ReadonlyMap<string, readonly DefinedEntry<SourceEntry>[]>;
  /** Sources by month and day of issue (see `dayKey`), of any year. */
  readonly sourcesByDay: ReadonlyMap<string, readonly DefinedEntry<SourceEntry>[]>;
  /** Every name and alias with the id of its entity. */
  readonly names: readonly Name[];
  readonly findNames: NameFinder;
  readonly unreadBibliographies: UnreadBibliographies;
}

export interface Duplicate {
  readonly kind: 'entity' | 'source' | 'type';
  readonly duplicate: DefinedEntry<EntityEntry | SourceEntry | TypeEntry>;
  readonly original: DefinedEntry<EntityEntry | SourceEntry | TypeEntry>;
}

/** A key for a day of any year, or for a month if the date has no day. */
export function dayKey({ month, day }: CalendarDate): string {
  return `${month ?? ''}-${day ?? ''}`;
}

/** A key shared by all spellings of an outlet: the id of the entity with this name, else the folded name. */
export function outletKey(scope: Pick<Scope, 'entitiesByName'>, name: string): string {
  return outletKeyOfFolded(scope.entitiesByName, foldName(name));
}

function outletKeyOfFolded(nameIndex: NameIndex, folded: string): string {
  const [id] = nameIndex.get(folded) ?? [];
  return id === undefined ? `name ${folded}` : `id ${id}`;
}

/** The entity with this name or alias; an outlet, if several entities share it. Undefined if there is none. */
export function findOutlet(scope: Scope, name: string): DefinedEntry<EntityEntry> | undefined {
  const [id] = scope.entitiesByName.get(foldName(name)) ?? [];
  return id === undefined ? undefined : scope.entities.get(id);
}

/** Whether a tag may have this type: a built-in one, or one that a registry defines. */
export function isKnownType(scope: Scope, type: string): boolean {
  return BUILT_IN_TYPES.includes(type) || scope.types.has(type);
}

/** Whether a type is `ancestor`, or extends it directly or indirectly. */
export function isSubtypeOf(scope: Pick<Scope, 'types'>, type: string, ancestor: string): boolean {
  const seen = new Set<string>();
  for (
    let current: string | undefined = type;
    current !== undefined && !seen.has(current);
    current = scope.types.get(current)?.entry.extends?.value
  ) {
    if (current === ancestor) return true;
    seen.add(current);
  }
  return false;
}

/** A registry that belongs to a scope, and its file. */
export interface DefiningRegistry {
  readonly uri: string;
  readonly registry: Registry;
}

/**
 * The lists that a scope was created from. Unlike registries, which change when they are updated, the arrays are immutable.
 */
interface DefinitionLists {
  readonly uri: string;
  readonly isBibliography: boolean;
  readonly types: readonly TypeEntry[];
  readonly entities: readonly EntityEntry[];
  readonly sources: readonly SourceEntry[];
}

const definitionListsByScope = new WeakMap<Scope, readonly DefinitionLists[]>();

/**
 * Creates the scope of registries, in order of precedence. It reuses unchanged parts of `previous`, and is `previous`
 * itself if no definition changed. Bibliographies come last.
 */
export function createScope(
  registries: Iterable<DefiningRegistry>,
  previous?: Scope,
  unreadBibliographies = previous?.unreadBibliographies ?? NONE_UNREAD,
): Scope {
  const all = [...registries];
  const definitionLists = all.map(({ uri, registry: { types, entities, sources, isBibliography = false } }) => ({
    uri,
    isBibliography,
    types,
    entities,
    sources,
  }));
  const previousLists = (previous && definitionListsByScope.get(previous)) ?? [];
  const declaresEntities = all.some(({ registry }) => registry.declaresEntities);
  const declaresSources = all.some(({ registry }) => registry.declaresSources);
  const reuseOrCollect = <T extends Entry>(
    kind: Duplicate['kind'],
    list: (of: DefinitionLists) => readonly T[],
    old?: Definitions<T>,
  ) =>
    old && haveSameEntries(previousLists, definitionLists, list)
      ? { first: old, again: previous!.duplicates.filter((one) => one.kind === kind) }
      : collectDefinitions(kind, definitionLists, list);
  const types = reuseOrCollect('type', (of) => of.types, previous?.types);
  const entities = reuseOrCollect('entity', (of) => of.entities, previous?.entities);
  const sources = reuseOrCollect('source', (of) => of.sources, previous?.sources);
  const hasSameEntries =
    types.first === previous?.types && entities.first === previous.entities && sources.first === previous.sources;
  if (
    hasSameEntries &&
    previous.declaresEntities === declaresEntities &&
    previous.declaresSources === declaresSources &&
    isSameUnread(previous.unreadBibliographies, unreadBibliographies)
  )
    return previous;
  const hasSameEntities = previous && previous.entities === entities.first;
  const nameIndex = hasSameEntities
    ? previous.entitiesByName
    : createNameIndex(
        Array.from(entities.first.values(), ({ entry }) => entry),
        previous?.entitiesByName,
      );
  const names =
    hasSameEntities && previous.types === types.first
      ? previous.names
      : namesOf(entities.first, types.first, previous?.types === types.first ? previous : undefined);
  const scope: Scope = {
    entities: entities.first,
    sources: sources.first,
    types: types.first,
    duplicates: [...types.again, ...entities.again, ...sources.again],
    declaresEntities,
    declaresSources,
    entitiesByName: nameIndex,
    ...indexSources(sources.first, nameIndex, previous),
    names,
    findNames: previous?.names === names ? previous.findNames : createNameFinder(names, previous?.findNames),
    unreadBibliographies,
  };
  definitionListsByScope.set(scope, definitionLists);
  return scope;
}

/** Fills the caches that make `createScope` slow for a new registry, one entry per step. */
export function* warmScopeCaches({ entities, sources }: Pick<Registry, 'entities' | 'sources'>): Steps<void> {
  yield* foldedNamesOf.inSteps(entities);
  yield* namesOfEntity.inSteps(entities);
  yield* namesOfPerson.inSteps(entities.filter(({ type }) => type.value === 'person'));
  yield* sourceKeysOf.inSteps(sources);
}

type Entry = EntityEntry | SourceEntry | TypeEntry;
type Definitions<T> = ReadonlyMap<string, DefinedEntry<T>>;

function haveSameEntries<T>(
  before: readonly DefinitionLists[],
  after: readonly DefinitionLists[],
  select: (of: DefinitionLists) => readonly T[],
): boolean {
  const [a, b] = [before, after].map((all) => all.filter((of) => select(of).length > 0));
  return (
    a!.length === b!.length &&
    a!.every((of, index) => {
      const [old, now] = [select(of), select(b![index]!)];
      return of.uri === b![index]!.uri && old.length === now.length && old.every((entry, at) => entry === now[at]);
    })
  );
}

function collectDefinitions<T extends Entry>(
  kind: Duplicate['kind'],
  lists: readonly DefinitionLists[],
  select: (of: DefinitionLists) => readonly T[],
) {
  const first = new Map<string, DefinedEntry<T>>();
  const duplicates: Duplicate[] = [];
  for (const of of lists) {
    const { uri } = of;
    for (const entry of select(of)) {
      const original = first.get(entry.id.value);
      const overlaid = original && of.isBibliography && overlay(entry, original.entry);
      if (overlaid) first.set(entry.id.value, { uri, entry: overlaid as T });
      // Several bibliographies often hold the same report, and an entry of our own may replace one of theirs.
      else if (original && of.isBibliography && original.uri !== uri) continue;
      else if (original) duplicates.push({ kind, duplicate: { uri, entry }, original });
      else first.set(entry.id.value, { uri, entry });
    }
  }
  return { first, again: duplicates };
}

const overlaidEntries = new WeakMap<Entry, { readonly by: Entry; readonly entry: SourceEntry }>();

/** An entry of a bibliography with the fields that an entry of a registry adds to it; undefined if that says more than ours do. */
function overlay(base: Entry, added: Entry): SourceEntry | undefined {
  if (!isSource(base) || !isSource(added) || !isOverlay(added)) return undefined;
  const before = overlaidEntries.get(base);
  if (before?.by === added) return before.entry;
  const { reliability, credibility, archive, sha256, tlp } = added;
  const entry = {
    ...base,
    ...(reliability && { reliability }),
    ...(credibility && { credibility }),
    ...(archive && { archive }),
    ...(sha256 && { sha256 }),
    ...(tlp && { tlp }),
  };
  overlaidEntries.set(base, { by: added, entry });
  return entry;
}

function isSource(entry: Entry): entry is SourceEntry {
  return 'filledFields' in entry;
}

/** Whether an entry has an id, and below `custom` what only we know of a source: its rating, its archived copy, its marking. */
function isOverlay({ filledFields, reliability, credibility, archive, sha256, tlp }: SourceEntry): boolean {
  return (
    filledFields.length === 0 && [reliability, credibility, archive, sha256, tlp].some((field) => field !== undefined)
  );
}

/** Whether a source of the registry `uri` only adds fields to one of a bibliography. */
export function isOverlaying(source: SourceEntry, uri: string, scope: Scope): boolean {
  return isOverlay(source) && scope.sources.get(source.id.value)?.uri !== uri;
}

const namesOfEntity = perObject(({ id, name, aliases }: EntityEntry): readonly Name[] =>
  [name, ...aliases].map(({ value }) => ({ text: foldedText(value), id: id.value })),
);

/** The names of an entity if it is a person, and the forms of the family name. */
const namesOfPerson = perObject((entry: EntityEntry): readonly Name[] => {
  const surname = foldedText(entry.family ?? '').trim() || surnameOf(foldedText(entry.name.value));
  if (surname === undefined) return namesOfEntity(entry);
  const id = entry.id.value;
  return [
    ...namesOfEntity(entry).map((name) => ({ ...name, surname })),
    ...surnameForms(surname).map((text) => ({ text, id, isSurname: true })),
  ];
});

/** The names of these entities. With the names of the previous ones and the same types, an edit visits a few of 100,000 names. */
function namesOf(
  entities: Scope['entities'],
  types: Scope['types'],
  previous: Pick<Scope, 'entities' | 'names'> | undefined,
): readonly Name[] {
  const isPersonType = new Map<string, boolean>();
  const namesOfOne = ({ entry }: DefinedEntry<EntityEntry>) => {
    const type = entry.type.value;
    const isPerson = getOrInsert(isPersonType, type, () => isSubtypeOf({ types }, type, 'person'));
    return isPerson ? namesOfPerson(entry) : namesOfEntity(entry);
  };
  const collect = (entries: Iterable<DefinedEntry<EntityEntry>>): Name[] => {
    const names: Name[] = [];
    for (const one of entries) for (const name of namesOfOne(one)) names.push(name);
    return names;
  };
  if (!previous) return collect(entities.values());
  const { names } = previous;
  const [before, after] = [[...previous.entities.values()], [...entities.values()]];
  const { start, tail } = commonEnds(before, after, (one, other) => one.entry === other.entry);
  const count = (entries: readonly DefinedEntry<EntityEntry>[]) =>
    entries.reduce((sum, one) => sum + namesOfOne(one).length, 0);
  const first = count(after.slice(0, start));
  const last = names.length - count(after.slice(after.length - tail));
  return names.slice(0, first).concat(collect(after.slice(start, after.length - tail)), names.slice(last));
}

/** The keys by which citations find a source. */
const sourceKeysOf = perObject(({ outlet, url, issued }: SourceEntry) => ({
  outlet: outlet && foldName(outlet.value),
  day: issued && dayKey(issued.value),
  domain: url && parseDomain(url.value),
}));

type SourceIndexes = Pick<Scope, 'sourcesByOutlet' | 'sourcesByDomain' | 'sourcesByDay'>;

function indexSources(sources: Scope['sources'], nameIndex: NameIndex, previous: Scope | undefined): SourceIndexes {
  const reusable = previous?.sources === sources ? previous : undefined;
  const sourcesByOutlet =
    reusable?.entitiesByName === nameIndex
      ? reusable.sourcesByOutlet
      : groupSourcesBy(sources, ({ outlet }) =>
          outlet === undefined ? undefined : outletKeyOfFolded(nameIndex, outlet),
        );
  return {
    sourcesByOutlet,
    sourcesByDomain: reusable?.sourcesByDomain ?? groupSourcesBy(sources, ({ domain }) => domain),
    sourcesByDay: reusable?.sourcesByDay ?? groupSourcesBy(sources, ({ day }) => day),
  };
}

function groupSourcesBy(
  sources: Scope['sources'],
  keyOf: (keys: ReturnType<typeof sourceKeysOf>) => string | undefined,
) {
  return groupSources(sources, (entry) => keyOf(sourceKeysOf(entry)) || undefined);
}

/** Sources by a key; those without one are left out. */
export function groupSources<K extends string | number>(
  sources: Scope['sources'],
  keyOf: (entry: SourceEntry) => K | undefined,
): ReadonlyMap<K, readonly DefinedEntry<SourceEntry>[]> {
  const groups = new Map<K, DefinedEntry<SourceEntry>[]>();
  for (const source of sources.values()) {
    const key = keyOf(source.entry);
    if (key !== undefined) getOrInsert(groups, key, () => []).push(source);
  }
  return groups;
}
