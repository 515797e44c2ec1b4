/**
 * All briefs and registries, as one thing that can be asked. It knows nothing of disks and editors: whoever reads a
 * file puts it here.
 *
 * What depends on the registries is computed when asked for and remembered by the scope, so that typing prose never
 * touches another file.
 */

import { getOrInsert } from '../base/memo/maps.ts';
import { detachStrings } from '../base/text/detach.ts';
import type { NameFinder } from '../names/nameFinder.ts';
import { createScope, entityNames, type Scope } from '../scope/scope.ts';
import type { Brief, Registry } from '../syntax/ast.ts';

import {
  type BriefFacts,
  frontMatterRegistryOf,
  occurrencesInRegistry,
  factsOf as readFacts,
} from './index/briefFacts.ts';
import { createClosedIndex } from './index/closedIndex.ts';
import { createOccurrenceTable, type Occurrence } from './index/occurrences.ts';
import { createOpenIndex, type OpenIndex } from './index/openIndex.ts';
import { type PackedFacts, packFacts, unpackFacts } from './index/packedFacts.ts';
import { createStringTable, type StringTable } from './index/stringTable.ts';

export interface Workspace {
  /** Takes in a brief. `open` briefs are kept whole, of closed ones only the facts. Answers whether definitions changed. */
  putBrief(uri: string, openBrief: Brief, open: boolean): boolean;
  /**
   * Takes in a closed brief that defines nothing itself, as it was read elsewhere with the names of `finder`. Its numbers
   * are those of `words`. Answers whether definitions changed.
   */
  putPackedBrief(uri: string, packed: PackedFacts, finder: NameFinder): boolean;
  /** What there is to keep of a closed brief; undefined of one that defines names of its own, or whose names are out of date. */
  packedFactsOf(uri: string): PackedFacts | undefined;
  readonly strings: StringTable;
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
  serializedNames(): string;
  /** All briefs, open and closed: what is remembered of them and what their front matter defines. */
  briefs(): Iterable<{ readonly uri: string; readonly facts: BriefFacts; readonly registry: Registry | undefined }>;
  /** Every place of an entity, a source or a type; those in open briefs last. */
  occurrences(kind: Occurrence['kind'], id: string): Occurrence[];
  /** Whether any brief cites the source. */
  isCited(id: string): boolean;
  /** How often each brief that does uses an entity or a source: as many as `occurrences` has in briefs, without making them. */
  usageCounts(kind: 'entity' | 'source', id: string): Map<string, number>;
  /** Closed briefs whose mentions were found with names that have changed since, by what they were found with: to be read again. */
  outdatedBriefs(): Map<NameFinder, string[]>;
  /**
   * Says of a closed brief that defines nothing itself that its mentions, found with `before`, are those that `finder` finds.
   * Answers whether it is one.
   */
  confirmMentions(uri: string, before: NameFinder, finder: NameFinder): boolean;
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
  const registryOccurrences = createOccurrenceTable();
  const strings = createStringTable();
  const closedIndex = createClosedIndex(strings);
  /** Of the briefs that are open. */
  const openIndexes = new Map<string, OpenIndex>();
  /** Registries whose rows in the table are not made yet, and the scope the other rows were made with. */
  const staleRegistries = new Set<string>();
  let occurrencesScope: Scope | undefined;
  let registryScope: Scope | undefined;
  let isScopeCurrent = false;

  const sortedRegistries = () => [...registries].sort(compareUris).map(([uri, registry]) => ({ uri, registry }));
  const currentScope = (): Scope => {
    if (!registryScope || !isScopeCurrent) registryScope = createScope(sortedRegistries(), registryScope);
    isScopeCurrent = true;
    return registryScope;
  };
  const scopeOf = (uri: string): Scope => {
    const from = currentScope();
    const file = briefs.get(uri);
    if (!file?.registry) return from;
    if (file.scope?.from !== from) {
      file.scope = { from, own: createScope([...sortedRegistries(), { uri, registry: file.registry }], from) };
    }
    return file.scope.own;
  };
  const updateRegistryOccurrences = () => {
    if (occurrencesScope !== currentScope()) for (const uri of registries.keys()) staleRegistries.add(uri);
    occurrencesScope = currentScope();
    for (const uri of staleRegistries) {
      const registry = registries.get(uri);
      if (registry) registryOccurrences.set(uri, occurrencesInRegistry(uri, registry, occurrencesScope));
      else registryOccurrences.delete(uri);
    }
    staleRegistries.clear();
  };
  const factsOfFile = (uri: string, file: BriefFile): BriefFacts => {
    const { brief, packed } = file;
    if (packed) {
      file.facts ??= unpackFacts(packed, strings, file.finder!);
      return file.facts;
    }
    const { findNames } = scopeOf(uri);
    if (file.facts?.finder !== findNames) file.facts = readFacts(brief!, findNames);
    return file.facts;
  };
  const addFile = (uri: string, brief: Brief | undefined, registry: Registry | undefined): BriefFile => {
    const before = briefs.get(uri);
    const currentScope = before?.registry === registry ? before?.scope : undefined;
    const file = { brief, facts: undefined, packed: undefined, finder: undefined, registry, scope: currentScope };
    briefs.set(uri, file);
    return file;
  };
  const storePacked = (uri: string, file: BriefFile, packed: PackedFacts, finder: NameFinder) => {
    file.packed = packed;
    file.finder = finder;
    openIndexes.delete(uri);
    closedIndex.put(uri, packed, file.registry);
  };

  const occurrencesInOpenBriefs = (kind: Occurrence['kind'], id: string): Occurrence[] =>
    [...openIndexes].flatMap(([uri, places]) => {
      const brief = briefs.get(uri)?.brief;
      return brief ? places.occurrencesOf(kind, id, brief, scopeOf(uri)) : [];
    });

  return {
    registries,
    strings,
    putBrief(uri, brief, open) {
      const before = briefs.get(uri)?.registry;
      const inline = frontMatterRegistryOf(brief);
      if (open) {
        addFile(uri, brief, inline);
        closedIndex.delete(uri);
        if (!openIndexes.has(uri)) openIndexes.set(uri, createOpenIndex(uri));
      } else {
        const file = addFile(uri, undefined, detachStrings(inline));
        const { findNames } = scopeOf(uri);
        storePacked(uri, file, packFacts(brief, findNames, strings), findNames);
      }
      return before !== briefs.get(uri)?.registry;
    },
    putPackedBrief(uri, packed, finder) {
      const before = briefs.get(uri)?.registry;
      storePacked(uri, addFile(uri, undefined, undefined), packed, finder);
      return before !== undefined;
    },
    packedFactsOf(uri) {
      const file = briefs.get(uri);
      return file && !file.registry && file.finder === currentScope().findNames ? file.packed : undefined;
    },
    putRegistry(uri, registry) {
      registries.set(uri, registry);
      isScopeCurrent = false;
      staleRegistries.add(uri);
    },
    remove(uri) {
      const defined = registries.delete(uri);
      if (defined) isScopeCurrent = false;
      const gone = briefs.get(uri);
      briefs.delete(uri);
      openIndexes.delete(uri);
      closedIndex.delete(uri);
      staleRegistries.add(uri);
      return defined || gone?.registry !== undefined;
    },
    has: (uri) => briefs.has(uri) || registries.has(uri),
    brief: (uri) => briefs.get(uri)?.brief,
    factsOf(uri) {
      const file = briefs.get(uri);
      return file && factsOfFile(uri, file);
    },
    scopeOf,
    serializedNames: () => JSON.stringify([...entityNames(currentScope().entities)]),
    briefs: () => [...briefs].map(([uri, file]) => ({ uri, facts: factsOfFile(uri, file), registry: file.registry })),
    occurrences(kind, id) {
      updateRegistryOccurrences();
      return [
        ...registryOccurrences.occurrencesOf(kind, id),
        ...closedIndex.occurrencesOf(kind, id, scopeOf),
        ...occurrencesInOpenBriefs(kind, id),
      ];
    },
    isCited: (id) =>
      closedIndex.isCited(id, scopeOf) ||
      occurrencesInOpenBriefs('source', id).some(({ role }) => role !== 'definition'),
    usageCounts(kind, id) {
      const found = closedIndex.usageCounts(kind, id, scopeOf);
      for (const place of occurrencesInOpenBriefs(kind, id))
        if (place.role !== 'definition' && place.role !== 'reference')
          found.set(place.uri, (found.get(place.uri) ?? 0) + 1);
      return found;
    },
    outdatedBriefs() {
      const found = new Map<NameFinder, string[]>();
      for (const [uri, { finder }] of briefs)
        if (finder && finder !== scopeOf(uri).findNames) getOrInsert(found, finder, () => []).push(uri);
      return found;
    },
    confirmMentions(uri, before, finder) {
      const file = briefs.get(uri);
      if (file?.finder !== before || file.registry) return false;
      file.finder = finder;
      file.facts = undefined;
      return true;
    },
  };
}

function compareUris([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
