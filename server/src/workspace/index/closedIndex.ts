/**
 * Which closed briefs use a symbol, and where. An inverted index leads from the symbol to the files, of which there may be ten
 * thousand; the occurrences are created from the packed facts of a file on request.
 */

import { knownNamesOf } from '../../scope/knownNames.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { occurrencesInBrief } from '../briefFacts.ts';
import { isUse, type Occurrence, symbolKey } from '../occurrences.ts';
import { createCitationMeanings } from './citationMeanings.ts';
import { forEachCitationKey, packedCitationsOf, packedMarkersOf } from './packedCitations.ts';
import { forEachIdList, forEachTag, packedDateOf, packedMentionsOf, packedTagsOf } from './packedFacts.ts';
import type { PackedFacts } from './packedRows.ts';
import type { StringTable } from './stringTable.ts';
import { readAgain } from './wholeBrief.ts';

const NONE: ReadonlySet<number> = new Set();

export interface ClosedIndex {
  /** Adds or replaces a brief. `registry` is what its front matter defines. */
  put(uri: string, packed: PackedFacts, registry: Registry | undefined): void;
  delete(uri: string): void;
  /** All occurrences of a symbol, by file. `scopeOf` returns the current scope of a file. */
  occurrencesOf(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Occurrence[];
  /** By URI, how often each brief uses an entity or a source. */
  usageCounts(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Map<string, number>;
  /** Whether any brief cites the source. Creates no occurrences: it is asked for every entry of a registry at once. */
  isCited(id: string, scopeOf: (uri: string) => Scope): boolean;
}

interface ClosedFile {
  readonly uri: string;
  readonly packed: PackedFacts;
  isGone: boolean;
}

/**
 * A brief that no index leads to: its front matter defines something, so that its scope, and what it refers to, is its own; or it is
 * read again where the registries answer its questions.
 */
interface OwnBrief {
  readonly packed: PackedFacts;
  readonly registry: Registry | undefined;
  scope?: Scope;
  symbols?: ReadonlySet<string>;
}

export function createClosedIndex(strings: StringTable): ClosedIndex {
  const files = new Map<string, ClosedFile>();
  const definingBriefs = new Map<string, OwnBrief>();
  /** Briefs that may be read again; as long as they are not, the indexes lead to them. */
  const entangledBriefs = new Map<string, OwnBrief>();
  const citationMeanings = createCitationMeanings(strings);
  const [byMention, byTag, byType, byCitationKey] = [
    createPostings(),
    createPostings(),
    createPostings(),
    createPostings(),
  ];
  const remove = (uri: string) => {
    definingBriefs.delete(uri);
    entangledBriefs.delete(uri);
    const file = files.get(uri);
    if (file) file.isGone = true;
    files.delete(uri);
  };
  const refersTo = (uri: string, own: OwnBrief, target: string, scope: Scope): boolean => {
    if (own.scope !== scope) {
      const occurrences = occurrencesInBrief(
        uri,
        unpackOccurrenceFacts(own.packed, strings, scope),
        own.registry,
        scope,
      );
      own.scope = scope;
      own.symbols = new Set(occurrences.map(({ kind, id }) => symbolKey(kind, id)));
    }
    return own.symbols!.has(target);
  };
  /** How often a brief uses a symbol; its front matter does not count. */
  const countUses = (uri: string, own: OwnBrief, kind: Occurrence['kind'], id: string, scope: Scope): number =>
    occurrencesInBrief(uri, unpackOccurrenceFacts(own.packed, strings, scope), undefined, scope).filter(
      (occurrence) => occurrence.kind === kind && occurrence.id === id && isUse(occurrence),
    ).length;
  /** The briefs that no index leads to and that refer to a symbol. */
  const ownBriefsWith = (kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope) => {
    const target = symbolKey(kind, id);
    const candidates = [...definingBriefs];
    // Tags and names are what they are without the registries.
    if (kind === 'source')
      for (const [uri, own] of entangledBriefs) if (isReadAgain(own.packed, scopeOf(uri))) candidates.push([uri, own]);
    return candidates.filter(([uri, own]) => refersTo(uri, own, target, scopeOf(uri)));
  };
  /** The numbers by which packed facts refer to a symbol. */
  const lookupNumbersOf = (kind: Occurrence['kind'], id: string, scope: Scope) => ({
    idLists: kind === 'entity' ? strings.idListsWith(id) : [],
    idOrType: kind === 'source' ? undefined : strings.find(id),
    citationKeys: kind === 'source' ? citationMeanings.citationKeysOf(id, scope) : NONE,
  });
  type Numbers = ReturnType<typeof lookupNumbersOf>;
  /** Calls `each` with every file that contains one of these numbers, and how often; a file with several comes again. */
  const forEachMatch = (
    kind: Occurrence['kind'],
    { idLists, idOrType, citationKeys }: Numbers,
    scope: Scope,
    each: PostingVisitor,
  ) => {
    for (const list of idLists) byMention.forEach(list, each);
    if (idOrType !== undefined) (kind === 'type' ? byType : byTag).forEach(idOrType, each);
    for (const key of citationKeys)
      byCitationKey.forEach(key, (file, times) => {
        if (!isReadAgain(file.packed, scope)) each(file, times);
      });
  };
  /** The citations of a brief with one of these keys. */
  const citationsWith = ({ packed }: ClosedFile, citationKeys: ReadonlySet<number>, scope: Scope) =>
    citationKeys.size === 0
      ? []
      : packedCitationsOf(packed, strings, knownNamesOf(scope), (key) => citationKeys.has(key));
  return {
    put(uri, packed, registry) {
      remove(uri);
      if (registry) {
        definingBriefs.set(uri, { packed, registry });
        return;
      }
      if (packed.rest?.whole) entangledBriefs.set(uri, { packed, registry });
      const file = { uri, packed, isGone: false };
      files.set(uri, file);
      forEachIdList(packed, (ids) => {
        strings.idsOf(ids);
        byMention.add(ids, file);
      });
      forEachTag(packed, (type, id) => {
        byType.add(type, file);
        byTag.add(id, file);
      });
      forEachCitationKey(packed, (key) => byCitationKey.add(key, file));
      citationMeanings.add(packed);
    },
    delete: remove,
    occurrencesOf(kind, id, scopeOf) {
      const found: Occurrence[] = [];
      const add = (uri: string, facts: Parameters<typeof occurrencesInBrief>[1], registry?: Registry) => {
        for (const occurrence of occurrencesInBrief(uri, facts, registry, scopeOf(uri)))
          if (occurrence.kind === kind && occurrence.id === id) found.push(occurrence);
      };
      const scope = scopeOf('');
      const numbers = lookupNumbersOf(kind, id, scope);
      const { idLists, idOrType, citationKeys } = numbers;
      const files = new Set<ClosedFile>();
      forEachMatch(kind, numbers, scope, (file) => files.add(file));
      for (const file of files) {
        const { uri, packed } = file;
        const citations = citationsWith(file, citationKeys, scope);
        add(uri, {
          date: packedDateOf(packed),
          tags: idOrType === undefined ? [] : packedTagsOf(packed, strings, idOrType),
          mentions: idLists.length === 0 ? [] : packedMentionsOf(packed, strings, idLists),
          citations,
          markers: packedMarkersOf(packed, citations, knownNamesOf(scope)),
        });
      }
      for (const [uri, own] of ownBriefsWith(kind, id, scopeOf))
        add(uri, unpackOccurrenceFacts(own.packed, strings, scopeOf(uri)), own.registry);
      return found;
    },
    usageCounts(kind, id, scopeOf) {
      const found = new Map<string, number>();
      const add = (uri: string, times: number) => {
        if (times > 0) found.set(uri, (found.get(uri) ?? 0) + times);
      };
      const scope = scopeOf('');
      const numbers = lookupNumbersOf(kind, id, scope);
      const conditional = new Set<ClosedFile>();
      forEachMatch(kind, numbers, scope, (file, times) => {
        if (kind === 'source' && file.packed.rest?.conditions) conditional.add(file);
        else add(file.uri, times);
      });
      for (const file of conditional) add(file.uri, citationsWith(file, numbers.citationKeys, scope).length);
      for (const [uri, own] of ownBriefsWith(kind, id, scopeOf)) add(uri, countUses(uri, own, kind, id, scopeOf(uri)));
      return found;
    },
    isCited(id, scopeOf) {
      const scope = scopeOf('');
      const citationKeys = citationMeanings.citationKeysOf(id, scope);
      const isCitedBy = (file: ClosedFile) =>
        !isReadAgain(file.packed, scope) &&
        (!file.packed.rest?.conditions || citationsWith(file, citationKeys, scope).length > 0);
      for (const key of citationKeys) if (byCitationKey.some(key, isCitedBy)) return true;
      return ownBriefsWith('source', id, scopeOf).some(
        ([uri, own]) => countUses(uri, own, 'source', id, scopeOf(uri)) > 0,
      );
    },
  };
}

/** Whether a brief in a scope is not what its text alone makes it, so that the indexes do not lead to it. */
function isReadAgain({ rest }: PackedFacts, scope: Scope): boolean {
  return rest?.whole !== undefined && readAgain(rest.whole, knownNamesOf(scope)) !== undefined;
}

function unpackOccurrenceFacts(
  packed: PackedFacts,
  strings: StringTable,
  scope: Scope,
): Parameters<typeof occurrencesInBrief>[1] {
  const known = knownNamesOf(scope);
  const citations = packedCitationsOf(packed, strings, known);
  return {
    date: packedDateOf(packed),
    tags: packedTagsOf(packed, strings),
    mentions: packedMentionsOf(packed, strings),
    citations,
    markers: packedMarkersOf(packed, citations, known),
  };
}

const MIN_CAPACITY = 16;

type PostingVisitor = (file: ClosedFile, times: number) => void;

interface PostingList {
  readonly files: ClosedFile[];
  /** How often each of them contains it. */
  readonly counts: number[];
  /** Length at which removed files are compacted away. */
  compactAt: number;
}

/** Posting lists by number: the files that contain it. Removed files are compacted away in bulk, because searching for each takes longer. */
function createPostings() {
  const postings: (PostingList | undefined)[] = [];
  const compact = (list: PostingList) => {
    const { files, counts } = list;
    let left = 0;
    for (const [index, file] of files.entries()) {
      if (file.isGone) continue;
      files[left] = file;
      counts[left++] = counts[index]!;
    }
    files.length = left;
    counts.length = left;
    list.compactAt = Math.max(MIN_CAPACITY, 2 * left);
  };
  return {
    /** To be called for everything that one file contains before the next file. */
    add(number: number, file: ClosedFile): void {
      while (postings.length <= number) postings.push(undefined);
      postings[number] ??= { files: [], counts: [], compactAt: MIN_CAPACITY };
      const list = postings[number]!;
      const { files, counts } = list;
      if (files.at(-1) === file) counts[counts.length - 1]!++;
      else {
        if (files.length >= list.compactAt) compact(list);
        files.push(file);
        counts.push(1);
      }
    },
    forEach(number: number, each: PostingVisitor): void {
      const list = postings[number];
      if (!list) return;
      compact(list);
      for (const [index, file] of list.files.entries()) each(file, list.counts[index]!);
    },
    some: (number: number, test: (file: ClosedFile) => boolean): boolean =>
      postings[number]?.files.some((file) => !file.isGone && test(file)) ?? false,
  };
}
