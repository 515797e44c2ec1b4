/**
 * Which closed briefs speak of a thing, and where. Kept are the files by what they say, for there may be ten thousand of
 * them; the places are made of what is kept of a file when somebody asks.
 */

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
  /** Takes in a brief, with what its front matter defines. */
  put(uri: string, packed: PackedFacts, registry: Registry | undefined): void;
  delete(uri: string): void;
  /** All places of one thing, by file. `scopeOf` says what a file is read with now. */
  occurrencesOf(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Occurrence[];
  /** How often each of them that does uses an entity or a source. */
  usageCounts(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Map<string, number>;
  /** Whether any of them cites the source: asked of every entry of a registry at once, which no place is made for. */
  isCited(id: string, scopeOf: (uri: string) => Scope): boolean;
}

interface ClosedFile {
  readonly uri: string;
  readonly packed: PackedFacts;
  isGone: boolean;
}

/** A brief whose front matter defines something: what it speaks of depends on more than its words. */
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
      const places = occurrencesInBrief(uri, unpackOccurrenceFacts(own.packed, strings), own.registry, scope);
      own.scope = scope;
      own.symbols = new Set(places.map(({ kind, id }) => symbolKey(kind, id)));
    }
    return own.symbols!.has(target);
  };
  /** How often a brief uses a thing; what its front matter says of it does not count. */
  const countUses = (uri: string, own: DefiningBrief, kind: Occurrence['kind'], id: string, scope: Scope): number =>
    occurrencesInBrief(uri, unpackOccurrenceFacts(own.packed, strings), undefined, scope).filter(
      (place) => place.kind === kind && place.id === id,
    ).length;
  /** What a thing is in the numbers of a brief. */
  const lookupNumbersOf = (kind: Occurrence['kind'], id: string, scope: Scope) => ({
    lists: kind === 'entity' ? strings.idListsWith(id) : [],
    word: kind === 'source' ? undefined : strings.find(id),
    meant: kind === 'source' ? citationMeanings.citationKeysOf(id, scope) : NONE,
  });
  type Numbers = ReturnType<typeof lookupNumbersOf>;
  /** Calls `each` with the files that hold any of these, and how often: for each of the numbers again. */
  const forEachMatch = (kind: Occurrence['kind'], { lists, word, meant }: Numbers, each: PostingVisitor) => {
    for (const list of lists) byMention.forEach(list, each);
    if (word !== undefined) (kind === 'type' ? byType : byTag).forEach(word, each);
    for (const saying of meant) byCitationKey.forEach(saying, each);
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
      forEachCitationKey(packed, (saying) => byCitationKey.add(saying, file));
      citationMeanings.add(packed);
    },
    delete: remove,
    occurrencesOf(kind, id, scopeOf) {
      const found: Occurrence[] = [];
      const add = (uri: string, facts: Parameters<typeof occurrencesInBrief>[1], registry?: Registry) => {
        for (const place of occurrencesInBrief(uri, facts, registry, scopeOf(uri)))
          if (place.kind === kind && place.id === id) found.push(place);
      };
      const numbers = lookupNumbersOf(kind, id, scopeOf(''));
      const { lists, word, meant } = numbers;
      const files = new Set<ClosedFile>();
      forEachMatch(kind, numbers, (file) => files.add(file));
      for (const { uri, packed } of files) {
        add(uri, {
          date: packedDateOf(packed),
          tags: word === undefined ? [] : packedTagsOf(packed, strings, word),
          mentions: lists.length === 0 ? [] : packedMentionsOf(packed, strings, lists),
          citations: meant.size === 0 ? [] : packedCitationsOf(packed, strings, (saying) => meant.has(saying)),
        });
      }
      const target = symbolKey(kind, id);
      for (const [uri, own] of definingBriefs)
        if (refersTo(uri, own, target, scopeOf(uri)))
          add(uri, unpackOccurrenceFacts(own.packed, strings), own.registry);
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
      for (const saying of citationMeanings.citationKeysOf(id, scopeOf('')))
        if (byCitationKey.isHeld(saying)) return true;
      const target = symbolKey('source', id);
      for (const [uri, own] of definingBriefs) {
        const scope = scopeOf(uri);
        if (refersTo(uri, own, target, scope) && countUses(uri, own, 'source', id, scope) > 0) return true;
      }
      return false;
    },
  };
}

function unpackOccurrenceFacts(packed: PackedFacts, strings: StringTable): Parameters<typeof occurrencesInBrief>[1] {
  return {
    date: packedDateOf(packed),
    tags: packedTagsOf(packed, strings),
    mentions: packedMentionsOf(packed, strings),
    citations: packedCitationsOf(packed, strings),
  };
}

const MIN_CAPACITY = 16;

type PostingVisitor = (file: ClosedFile, times: number) => void;

interface PostingList {
  readonly files: ClosedFile[];
  /** How often each of them holds it. */
  readonly counts: number[];
  /** With so many of them those that are gone are struck. */
  compactAt: number;
}

/** Files by what they hold, which has a number. Those that are gone are struck now and then: looking for each would take longer. */
function createPostings() {
  const postings: (PostingList | undefined)[] = [];
  const compact = (holder: PostingList) => {
    const { files, counts: times } = holder;
    let left = 0;
    for (const [index, file] of files.entries()) {
      if (file.isGone) continue;
      files[left] = file;
      times[left++] = times[index]!;
    }
    files.length = left;
    times.length = left;
    holder.compactAt = Math.max(MIN_CAPACITY, 2 * left);
  };
  return {
    /** All that a file holds is to be added at once. */
    add(held: number, file: ClosedFile): void {
      while (postings.length <= held) postings.push(undefined);
      postings[held] ??= { files: [], counts: [], compactAt: MIN_CAPACITY };
      const holder = postings[held]!;
      const { files, counts: times } = holder;
      if (files.at(-1) === file) times[times.length - 1]!++;
      else {
        if (files.length >= holder.compactAt) compact(holder);
        files.push(file);
        times.push(1);
      }
    },
    forEach(held: number, each: PostingVisitor): void {
      const holder = postings[held];
      if (!holder) return;
      compact(holder);
      for (const [index, file] of holder.files.entries()) each(file, holder.counts[index]!);
    },
    isHeld: (held: number): boolean => postings[held]?.files.some((file) => !file.isGone) ?? false,
  };
}
