/**
 * The workspace as the session and the indexer fill it. Open briefs are kept whole; of closed ones, of which there may be
 * ten thousand, packed facts are kept: arrays of numbers in which each string is a number of the string table. Nothing
 * outside this folder and `lsp/indexing/` knows how; all others see a `Workspace` whose facts are plain rows.
 *
 * The store knows nothing of disks and editors.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { detachStrings } from '../../base/text/detach.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { createScope, type Scope } from '../../scope/scope.ts';
import { NONE_UNREAD, type UnreadBibliographies } from '../../scope/unreadBibliographies.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { frontMatterRegistryOf, withKnownNames } from '../../syntax/brief/brief.ts';
import { type BriefFacts, occurrencesInRegistry, factsOf as readFacts } from '../briefFacts.ts';
import { isUse, type Occurrence } from '../occurrences.ts';
import type { Workspace } from '../workspace.ts';
import { createClosedIndex } from './closedIndex.ts';
import { createOccurrenceTable } from './occurrenceTable.ts';
import { createOpenIndex, type OpenIndex } from './openIndex.ts';
import { packFacts, unpackFacts } from './packedFacts.ts';
import type { PackedFacts } from './packedRows.ts';
import { createStringTable, type StringTable } from './stringTable.ts';
import { createUseCounts } from './useCounts.ts';

export interface WorkspaceStore extends Workspace {
  /** Adds or replaces a brief. An open brief is kept whole, a closed one as facts. Returns whether definitions changed. */
  putBrief(uri: string, brief: Brief, isOpen: boolean): boolean;
  /**
   * Adds or replaces a registry. Definitions may have changed afterwards. Of one that is not shared, as it is not part of the
   * workspace, the definitions count in itself only.
   */
  putRegistry(uri: string, registry: Registry, isShared?: boolean): void;
  /** Sets which bibliographies are named and not read. Definitions may have changed afterwards. */
  setUnreadBibliographies(unread: UnreadBibliographies): void;
  /** Forgets a file. Returns whether it defined anything. */
  remove(uri: string): boolean;

  /**
   * All names of the registries as one text. Texts that are equal find the same mentions, in another thread or process
   * too.
   */
  serializedNames(): string;
  /**
   * Closed briefs whose mentions were found with names that are no longer current, by the finder that found them. They have
   * to be read again, or confirmed.
   */
  outdatedBriefs(): Map<NameFinder, string[]>;
  /**
   * Records that the mentions of a closed brief, found with `before`, are also what `finder` finds. Returns false, and
   * records nothing, for a brief with other mentions or one that defines names itself.
   */
  confirmMentions(uri: string, before: NameFinder, finder: NameFinder): boolean;

  /** The table that the numbers in packed facts refer to. */
  readonly strings: StringTable;
  /**
   * Adds or replaces a closed brief that was read elsewhere with the names of `finder` and that defines nothing itself; its
   * numbers are those of `strings`. Returns whether definitions changed.
   */
  putPackedBrief(uri: string, packed: PackedFacts, finder: NameFinder): boolean;
  /** The packed facts of a closed brief; undefined for one that defines names itself, or whose names are not current. */
  packedFactsOf(uri: string): PackedFacts | undefined;
}

interface BriefFile {
  /** Of an open brief: as the registries read it, as long as the scope is current. */
  brief: Brief | undefined;
  facts: BriefFacts | undefined;
  /** Of a closed brief: the scope that its facts were unpacked for. */
  factsScope: Scope | undefined;
  /** Of a closed brief: its facts, and what its mentions were found with. */
  packed: PackedFacts | undefined;
  finder: NameFinder | undefined;
  /** The registry in the front matter. */
  readonly registry: Registry | undefined;
  /** Where the front matter defines something: the scope of the brief, and the shared one it was made from. */
  scope: { from: Scope; own: Scope } | undefined;
}

/** An empty workspace. */
export function createWorkspace(): WorkspaceStore {
  const briefs = new Map<string, BriefFile>();
  const registries = new Map<string, Registry>();
  /** The keys of `briefs`; undefined when they have changed. */
  let sortedUris: readonly string[] | undefined;
  const registryOccurrences = createOccurrenceTable();
  const strings = createStringTable();
  const closedIndex = createClosedIndex(strings);
  const openIndexes = new Map<string, OpenIndex>();
  /** Registries whose rows in the table are out of date, and the scope that the other rows were made with. */
  const staleRegistries = new Set<string>();
  let occurrencesScope: Scope | undefined;
  let registryScope: Scope | undefined;
  let isScopeCurrent = false;
  let unreadBibliographies = NONE_UNREAD;

  /** Registries whose definitions count in themselves only: their scope, and the shared one it was made from. */
  const unshared = new Map<string, { from: Scope; registry: Registry; own: Scope } | undefined>();
  const sortedRegistries = () =>
    [...registries]
      .filter(([uri]) => !unshared.has(uri))
      .sort(compareRegistries)
      .map(([uri, registry]) => ({ uri, registry }));
  const currentScope = (): Scope => {
    if (!registryScope || !isScopeCurrent)
      registryScope = createScope(sortedRegistries(), registryScope, unreadBibliographies);
    isScopeCurrent = true;
    return registryScope;
  };
  const scopeOfUnshared = (uri: string, from: Scope): Scope => {
    const registry = registries.get(uri)!;
    const last = unshared.get(uri);
    if (last?.from === from && last.registry === registry) return last.own;
    const own = createScope([...sortedRegistries(), { uri, registry }], from);
    unshared.set(uri, { from, registry, own });
    return own;
  };
  const scopeOf = (uri: string): Scope => {
    const from = currentScope();
    if (unshared.has(uri)) return scopeOfUnshared(uri, from);
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
  const briefOf = (uri: string, file: BriefFile | undefined): Brief | undefined => {
    if (!file?.brief) return undefined;
    const brief = withKnownNames(file.brief, knownNamesOf(scopeOf(uri)));
    if (brief !== file.brief) {
      file.brief = brief;
      file.facts = undefined;
    }
    return brief;
  };
  const factsOfFile = (uri: string, file: BriefFile): BriefFacts => {
    const scope = scopeOf(uri);
    if (file.packed) {
      if (!file.facts || file.factsScope !== scope) {
        file.facts = unpackFacts(file.packed, strings, file.finder!, scope);
        file.factsScope = scope;
      }
      return file.facts;
    }
    const brief = briefOf(uri, file)!;
    if (file.facts?.finder !== scope.findNames) file.facts = readFacts(brief, scope.findNames);
    return file.facts;
  };
  const addFile = (uri: string, brief: Brief | undefined, registry: Registry | undefined): BriefFile => {
    const before = briefs.get(uri);
    const currentScope = before?.registry === registry ? before?.scope : undefined;
    const file = {
      brief,
      facts: undefined,
      factsScope: undefined,
      packed: undefined,
      finder: undefined,
      registry,
      scope: currentScope,
    };
    if (!before) sortedUris = undefined;
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
    [...openIndexes].flatMap(([uri, index]) => {
      const brief = briefOf(uri, briefs.get(uri));
      return brief ? index.occurrencesOf(kind, id, brief, scopeOf(uri)) : [];
    });

  const has = (uri: string) => briefs.has(uri) || registries.has(uri);
  /** In the order of their URIs, whichever order they were read in. */
  const allBriefs = () => {
    sortedUris ??= [...briefs.keys()].sort();
    return sortedUris.map((uri) => {
      const file = briefs.get(uri)!;
      return { uri, facts: factsOfFile(uri, file), registry: file.registry };
    });
  };

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
    putRegistry(uri, registry, isShared = true) {
      registries.set(uri, registry);
      if (isShared) unshared.delete(uri);
      else unshared.set(uri, unshared.get(uri));
      isScopeCurrent = false;
      staleRegistries.add(uri);
    },
    setUnreadBibliographies(unread) {
      unreadBibliographies = unread;
      isScopeCurrent = false;
    },
    remove(uri) {
      const defined = registries.delete(uri);
      unshared.delete(uri);
      if (defined) isScopeCurrent = false;
      const gone = briefs.get(uri);
      if (briefs.delete(uri)) sortedUris = undefined;
      openIndexes.delete(uri);
      closedIndex.delete(uri);
      staleRegistries.add(uri);
      return defined || gone?.registry !== undefined;
    },
    has,
    brief: (uri) => briefOf(uri, briefs.get(uri)),
    factsOf(uri) {
      const file = briefs.get(uri);
      return file && factsOfFile(uri, file);
    },
    scopeOf,
    serializedNames: () => JSON.stringify(currentScope().names),
    briefs: allBriefs,
    occurrences(kind, id) {
      updateRegistryOccurrences();
      return [
        ...registryOccurrences.occurrencesOf(kind, id),
        ...closedIndex.occurrencesOf(kind, id, scopeOf),
        ...occurrencesInOpenBriefs(kind, id),
      ];
    },
    isCited: (id) => closedIndex.isCited(id, scopeOf) || occurrencesInOpenBriefs('source', id).some(isUse),
    countAllUses: createUseCounts({ has, briefs: allBriefs, scopeOf, registries }),
    usageCounts(kind, id) {
      const counts = closedIndex.usageCounts(kind, id, scopeOf);
      for (const occurrence of occurrencesInOpenBriefs(kind, id))
        if (isUse(occurrence)) counts.set(occurrence.uri, (counts.get(occurrence.uri) ?? 0) + 1);
      return counts;
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

/** By URI, bibliographies last: what a registry says of a source takes precedence. */
function compareRegistries([a, one]: [string, Registry], [b, other]: [string, Registry]): number {
  return Number(one.isBibliography ?? false) - Number(other.isBibliography ?? false) || (a < b ? -1 : a > b ? 1 : 0);
}
