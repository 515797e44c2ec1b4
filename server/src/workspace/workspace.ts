/**
 * All briefs and registries, as one thing that can be asked. It knows nothing of disks and editors: whoever reads a
 * file puts it here.
 *
 * What depends on the registries is computed when asked for and remembered by the scope, so that typing prose never
 * touches another file.
 */

import { getOrInsert } from '../base/memo/maps.ts';
import { withOwnStrings } from '../base/text/detach.ts';
import type { NameFinder } from '../names/nameFinder.ts';
import { createScope, namesOf, type Scope } from '../scope/scope.ts';
import type { Brief, Registry } from '../syntax/ast.ts';

import { type BriefFacts, inlineRegistry, occurrencesInRegistry, factsOf as readFacts } from './index/briefFacts.ts';
import { createClosedPlaces } from './index/closedIndex.ts';
import { createOccurrenceTable, type Occurrence } from './index/occurrences.ts';
import { createOpenPlaces, type OpenPlaces } from './index/openIndex.ts';
import { type PackedFacts, pack, unpack } from './index/packedFacts.ts';
import { createWords, type Words } from './index/stringTable.ts';

export interface Workspace {
  /** Takes in a brief. `open` briefs are kept whole, of closed ones only the facts. Answers whether definitions changed. */
  putBrief(uri: string, brief: Brief, open: boolean): boolean;
  /**
   * Takes in a closed brief that defines nothing itself, as it was read elsewhere with the names of `finder`. Its numbers
   * are those of `words`. Answers whether definitions changed.
   */
  putPacked(uri: string, packed: PackedFacts, finder: NameFinder): boolean;
  /** What there is to keep of a closed brief; undefined of one that defines names of its own, or whose names are out of date. */
  packedOf(uri: string): PackedFacts | undefined;
  readonly words: Words;
  putRegistry(uri: string, registry: Registry): void;
  /** Forgets a file. Answers whether definitions went with it. */
  remove(uri: string): boolean;
  has(uri: string): boolean;
  readonly registries: ReadonlyMap<string, Registry>;
  /** The brief, while it is open. */
  brief(uri: string): Brief | undefined;
  /** What is remembered of a brief: the same object as long as neither its text nor the names have changed. */
  factsOf(uri: string): BriefFacts | undefined;
  /** What the registries define for a file: the same object as long as nothing they define has changed. */
  scopeOf(uri: string): Scope;
  /** All that the registries' names are, as one text: briefs are found the same names in as long as it stays the same. */
  names(): string;
  /** All briefs, open and closed: what is remembered of them and what their front matter defines. */
  briefs(): Iterable<{ readonly uri: string; readonly facts: BriefFacts; readonly registry: Registry | undefined }>;
  /** Every place of an entity, a source or a type; those in open briefs last. */
  occurrences(kind: Occurrence['kind'], id: string): Occurrence[];
  /** Whether any brief cites the source. */
  isCited(id: string): boolean;
  /** How often each brief that does uses an entity or a source: as many as `occurrences` has in briefs, without making them. */
  counts(kind: 'entity' | 'source', id: string): Map<string, number>;
  /** Closed briefs whose mentions were found with names that have changed since, by what they were found with: to be read again. */
  outdated(): Map<NameFinder, string[]>;
  /**
   * Says of a closed brief that defines nothing itself that its mentions, found with `before`, are those that `finder` finds.
   * Answers whether it is one.
   */
  confirm(uri: string, before: NameFinder, finder: NameFinder): boolean;
}

interface BriefFile {
  /** Only while it is open. */
  readonly brief: Brief | undefined;
  /** Of a closed one made when somebody asks. */
  facts: BriefFacts | undefined;
  /** Of a closed one what is kept, and what its names were found with. */
  packed: PackedFacts | undefined;
  finder: NameFinder | undefined;
  readonly registry: Registry | undefined;
  scope: { from: Scope; own: Scope } | undefined;
}

export function createWorkspace(): Workspace {
  const briefs = new Map<string, BriefFile>();
  const registries = new Map<string, Registry>();
  /** Of the registries. */
  const table = createOccurrenceTable();
  const words = createWords();
  const closedPlaces = createClosedPlaces(words);
  /** Of the briefs that are open. */
  const openPlaces = new Map<string, OpenPlaces>();
  /** Registries whose rows in the table are not made yet, and the scope the other rows were made with. */
  const stale = new Set<string>();
  let tableScope: Scope | undefined;
  let shared: Scope | undefined;
  let sharedIsCurrent = false;

  const allRegistries = () => [...registries].sort(byUri).map(([uri, registry]) => ({ uri, registry }));
  const scope = (): Scope => {
    if (!shared || !sharedIsCurrent) shared = createScope(allRegistries(), shared);
    sharedIsCurrent = true;
    return shared;
  };
  const scopeOf = (uri: string): Scope => {
    const from = scope();
    const file = briefs.get(uri);
    if (!file?.registry) return from;
    if (file.scope?.from !== from) {
      file.scope = { from, own: createScope([...allRegistries(), { uri, registry: file.registry }], from) };
    }
    return file.scope.own;
  };
  const fillTable = () => {
    if (tableScope !== scope()) for (const uri of registries.keys()) stale.add(uri);
    tableScope = scope();
    for (const uri of stale) {
      const registry = registries.get(uri);
      if (registry) table.set(uri, occurrencesInRegistry(uri, registry, tableScope));
      else table.delete(uri);
    }
    stale.clear();
  };
  const factsFor = (uri: string, file: BriefFile): BriefFacts => {
    const { brief, packed } = file;
    if (packed) {
      file.facts ??= unpack(packed, words, file.finder!);
      return file.facts;
    }
    const { findNames } = scopeOf(uri);
    if (file.facts?.finder !== findNames) file.facts = readFacts(brief!, findNames);
    return file.facts;
  };
  const enter = (uri: string, brief: Brief | undefined, registry: Registry | undefined): BriefFile => {
    const before = briefs.get(uri);
    const scope = before?.registry === registry ? before?.scope : undefined;
    const file = { brief, facts: undefined, packed: undefined, finder: undefined, registry, scope };
    briefs.set(uri, file);
    return file;
  };
  const keep = (uri: string, file: BriefFile, packed: PackedFacts, finder: NameFinder) => {
    file.packed = packed;
    file.finder = finder;
    openPlaces.delete(uri);
    closedPlaces.put(uri, packed, file.registry);
  };

  const inOpenBriefs = (kind: Occurrence['kind'], id: string): Occurrence[] =>
    [...openPlaces].flatMap(([uri, places]) => {
      const brief = briefs.get(uri)?.brief;
      return brief ? places.of(kind, id, brief, scopeOf(uri)) : [];
    });

  return {
    registries,
    words,
    putBrief(uri, brief, open) {
      const before = briefs.get(uri)?.registry;
      const inline = inlineRegistry(brief);
      if (open) {
        enter(uri, brief, inline);
        closedPlaces.delete(uri);
        if (!openPlaces.has(uri)) openPlaces.set(uri, createOpenPlaces(uri));
      } else {
        const file = enter(uri, undefined, withOwnStrings(inline));
        const { findNames } = scopeOf(uri);
        keep(uri, file, pack(brief, findNames, words), findNames);
      }
      return before !== briefs.get(uri)?.registry;
    },
    putPacked(uri, packed, finder) {
      const before = briefs.get(uri)?.registry;
      keep(uri, enter(uri, undefined, undefined), packed, finder);
      return before !== undefined;
    },
    packedOf(uri) {
      const file = briefs.get(uri);
      return file && !file.registry && file.finder === scope().findNames ? file.packed : undefined;
    },
    putRegistry(uri, registry) {
      registries.set(uri, registry);
      sharedIsCurrent = false;
      stale.add(uri);
    },
    remove(uri) {
      const defined = registries.delete(uri);
      if (defined) sharedIsCurrent = false;
      const gone = briefs.get(uri);
      briefs.delete(uri);
      openPlaces.delete(uri);
      closedPlaces.delete(uri);
      stale.add(uri);
      return defined || gone?.registry !== undefined;
    },
    has: (uri) => briefs.has(uri) || registries.has(uri),
    brief: (uri) => briefs.get(uri)?.brief,
    factsOf(uri) {
      const file = briefs.get(uri);
      return file && factsFor(uri, file);
    },
    scopeOf,
    names: () => JSON.stringify([...namesOf(scope().entities)]),
    briefs: () => [...briefs].map(([uri, file]) => ({ uri, facts: factsFor(uri, file), registry: file.registry })),
    occurrences(kind, id) {
      fillTable();
      return [...table.of(kind, id), ...closedPlaces.of(kind, id, scopeOf), ...inOpenBriefs(kind, id)];
    },
    isCited: (id) =>
      closedPlaces.isCited(id, scopeOf) || inOpenBriefs('source', id).some(({ role }) => role !== 'definition'),
    counts(kind, id) {
      const found = closedPlaces.counts(kind, id, scopeOf);
      for (const place of inOpenBriefs(kind, id))
        if (place.role !== 'definition' && place.role !== 'reference')
          found.set(place.uri, (found.get(place.uri) ?? 0) + 1);
      return found;
    },
    outdated() {
      const found = new Map<NameFinder, string[]>();
      for (const [uri, { finder }] of briefs)
        if (finder && finder !== scopeOf(uri).findNames) getOrInsert(found, finder, () => []).push(uri);
      return found;
    },
    confirm(uri, before, finder) {
      const file = briefs.get(uri);
      if (file?.finder !== before || file.registry) return false;
      file.finder = finder;
      file.facts = undefined;
      return true;
    },
  };
}

function byUri([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
