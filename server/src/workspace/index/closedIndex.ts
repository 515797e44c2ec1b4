/**
 * Which closed briefs use a symbol, and where. An inverted index leads from the symbol to the files, of which there may be ten
 * thousand; the occurrences are created from the packed facts of a file on request.
 */

import { knownNamesOf } from '../../scope/knownNames.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { occurrencesInBrief } from '../briefFacts.ts';
import { type Occurrence, symbolKey } from '../occurrences.ts';
import { createCitationMeanings } from './citationMeanings.ts';
import {
  forEachCitationKey,
  forEachIdList,
  forEachTag,
  type PackedFacts,
  packedCitationsOf,
  packedDateOf,
  packedMentionsOf,
  packedTagsOf,
} from './packedFacts.ts';
import type { StringTable } from './stringTable.ts';

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

/** A brief whose front matter defines something, so that its scope, and what it refers to, is its own. */
interface DefiningBrief {
  readonly packed: PackedFacts;
  readonly registry: Registry;
  scope?: Scope;
  symbols?: ReadonlySet<string>;
}

export function createClosedIndex(strings: StringTable): ClosedIndex {
  const files = new Map<string, ClosedFile>();
  const definingBriefs = new Map<string, DefiningBrief>();
  const citationMeanings = createCitationMeanings(strings);
  const [byMention, byTag, byType, byCitationKey] = [
    createPostings(),
    createPostings(),
    createPostings(),
    createPostings(),
  ];
  const remove = (uri: string) => {
    definingBriefs.delete(uri);
    const file = files.get(uri);
    if (file) file.isGone = true;
    files.delete(uri);
  };
  const refersTo = (uri: string, own: DefiningBrief, target: string, scope: Scope): boolean => {
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
  const countUses = (uri: string, own: DefiningBrief, kind: Occurrence['kind'], id: string, scope: Scope): number =>
    occurrencesInBrief(uri, unpackOccurrenceFacts(own.packed, strings, scope), undefined, scope).filter(
      (occurrence) => occurrence.kind === kind && occurrence.id === id,
    ).length;
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
    each: PostingVisitor,
  ) => {
    for (const list of idLists) byMention.forEach(list, each);
    if (idOrType !== undefined) (kind === 'type' ? byType : byTag).forEach(idOrType, each);
    for (const key of citationKeys) byCitationKey.forEach(key, each);
  };
  return {
    put(uri, packed, registry) {
      remove(uri);
      if (registry) {
        definingBriefs.set(uri, { packed, registry });
        return;
      }
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
      const numbers = lookupNumbersOf(kind, id, scopeOf(''));
      const { idLists, idOrType, citationKeys } = numbers;
      const files = new Set<ClosedFile>();
      forEachMatch(kind, numbers, (file) => files.add(file));
      for (const { uri, packed } of files) {
        add(uri, {
          date: packedDateOf(packed),
          tags: idOrType === undefined ? [] : packedTagsOf(packed, strings, idOrType),
          mentions: idLists.length === 0 ? [] : packedMentionsOf(packed, strings, idLists),
          citations:
            citationKeys.size === 0
              ? []
              : packedCitationsOf(packed, strings, knownNamesOf(scopeOf(uri)), (key) => citationKeys.has(key)),
        });
      }
      const target = symbolKey(kind, id);
      for (const [uri, own] of definingBriefs)
        if (refersTo(uri, own, target, scopeOf(uri)))
          add(uri, unpackOccurrenceFacts(own.packed, strings, scopeOf(uri)), own.registry);
      return found;
    },
    usageCounts(kind, id, scopeOf) {
      const found = new Map<string, number>();
      forEachMatch(kind, lookupNumbersOf(kind, id, scopeOf('')), ({ uri }, times) =>
        found.set(uri, (found.get(uri) ?? 0) + times),
      );
      const target = symbolKey(kind, id);
      for (const [uri, own] of definingBriefs) {
        const count = refersTo(uri, own, target, scopeOf(uri)) ? countUses(uri, own, kind, id, scopeOf(uri)) : 0;
        if (count > 0) found.set(uri, count);
      }
      return found;
    },
    isCited(id, scopeOf) {
      for (const key of citationMeanings.citationKeysOf(id, scopeOf(''))) if (byCitationKey.has(key)) return true;
      const target = symbolKey('source', id);
      for (const [uri, own] of definingBriefs) {
        const scope = scopeOf(uri);
        if (refersTo(uri, own, target, scope) && countUses(uri, own, 'source', id, scope) > 0) return true;
      }
      return false;
    },
  };
}

function unpackOccurrenceFacts(
  packed: PackedFacts,
  strings: StringTable,
  scope: Scope,
): Parameters<typeof occurrencesInBrief>[1] {
  return {
    date: packedDateOf(packed),
    tags: packedTagsOf(packed, strings),
    mentions: packedMentionsOf(packed, strings),
    citations: packedCitationsOf(packed, strings, knownNamesOf(scope)),
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
    has: (number: number): boolean => postings[number]?.files.some((file) => !file.isGone) ?? false,
  };
}
