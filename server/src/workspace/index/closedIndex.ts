/**
 * Which closed briefs speak of a thing, and where. Kept are the files by what they say, for there may be ten thousand of
 * them; the places are made of what is kept of a file when somebody asks.
 */

import type { Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { occurrencesInBrief } from './briefFacts.ts';
import { createSayings } from './citationMeanings.ts';
import { type Occurrence, targetOf } from './occurrences.ts';
import {
  citationsOf,
  dateOf,
  forEachIds,
  forEachSaying,
  forEachTag,
  mentionsOf,
  type PackedFacts,
  tagsOf,
} from './packedFacts.ts';
import type { Words } from './stringTable.ts';

const NONE: ReadonlySet<number> = new Set();

export interface ClosedPlaces {
  /** Takes in a brief, with what its front matter defines. */
  put(uri: string, packed: PackedFacts, registry: Registry | undefined): void;
  delete(uri: string): void;
  /** All places of one thing, by file. `scopeOf` says what a file is read with now. */
  of(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Occurrence[];
  /** How often each of them that does uses an entity or a source. */
  counts(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Map<string, number>;
  /** Whether any of them cites the source: asked of every entry of a registry at once, which no place is made for. */
  isCited(id: string, scopeOf: (uri: string) => Scope): boolean;
}

interface ClosedFile {
  readonly uri: string;
  readonly packed: PackedFacts;
  isGone: boolean;
}

/** A brief whose front matter defines something: what it speaks of depends on more than its words. */
interface OwnFile {
  readonly packed: PackedFacts;
  readonly registry: Registry;
  scope?: Scope;
  targets?: ReadonlySet<string>;
}

export function createClosedPlaces(words: Words): ClosedPlaces {
  const files = new Map<string, ClosedFile>();
  const ownFiles = new Map<string, OwnFile>();
  const sayings = createSayings(words);
  const [byMention, byTag, byType, bySaying] = [createHolders(), createHolders(), createHolders(), createHolders()];
  const remove = (uri: string) => {
    ownFiles.delete(uri);
    const file = files.get(uri);
    if (file) file.isGone = true;
    files.delete(uri);
  };
  const speaksOf = (uri: string, own: OwnFile, target: string, scope: Scope): boolean => {
    if (own.scope !== scope) {
      const places = occurrencesInBrief(uri, factsOf(own.packed, words), own.registry, scope);
      own.scope = scope;
      own.targets = new Set(places.map(({ kind, id }) => targetOf(kind, id)));
    }
    return own.targets!.has(target);
  };
  /** How often a brief uses a thing; what its front matter says of it does not count. */
  const usesIn = (uri: string, own: OwnFile, kind: Occurrence['kind'], id: string, scope: Scope): number =>
    occurrencesInBrief(uri, factsOf(own.packed, words), undefined, scope).filter(
      (place) => place.kind === kind && place.id === id,
    ).length;
  /** What a thing is in the numbers of a brief. */
  const numbersOf = (kind: Occurrence['kind'], id: string, scope: Scope) => ({
    lists: kind === 'entity' ? words.listsWith(id) : [],
    word: kind === 'source' ? undefined : words.find(id),
    meant: kind === 'source' ? sayings.meaning(id, scope) : NONE,
  });
  type Numbers = ReturnType<typeof numbersOf>;
  /** Calls `each` with the files that hold any of these, and how often: for each of the numbers again. */
  const forEachHolding = (kind: Occurrence['kind'], { lists, word, meant }: Numbers, each: Counting) => {
    for (const list of lists) byMention.forEach(list, each);
    if (word !== undefined) (kind === 'type' ? byType : byTag).forEach(word, each);
    for (const saying of meant) bySaying.forEach(saying, each);
  };
  return {
    put(uri, packed, registry) {
      remove(uri);
      if (registry) {
        ownFiles.set(uri, { packed, registry });
        return;
      }
      const file = { uri, packed, isGone: false };
      files.set(uri, file);
      forEachIds(packed, (ids) => {
        words.idsOf(ids);
        byMention.add(ids, file);
      });
      forEachTag(packed, (type, id) => {
        byType.add(type, file);
        byTag.add(id, file);
      });
      forEachSaying(packed, (saying) => bySaying.add(saying, file));
      sayings.note(packed);
    },
    delete: remove,
    of(kind, id, scopeOf) {
      const found: Occurrence[] = [];
      const add = (uri: string, facts: Parameters<typeof occurrencesInBrief>[1], registry?: Registry) => {
        for (const place of occurrencesInBrief(uri, facts, registry, scopeOf(uri)))
          if (place.kind === kind && place.id === id) found.push(place);
      };
      const numbers = numbersOf(kind, id, scopeOf(''));
      const { lists, word, meant } = numbers;
      const files = new Set<ClosedFile>();
      forEachHolding(kind, numbers, (file) => files.add(file));
      for (const { uri, packed } of files) {
        add(uri, {
          date: dateOf(packed),
          tags: word === undefined ? [] : tagsOf(packed, words, word),
          mentions: lists.length === 0 ? [] : mentionsOf(packed, words, lists),
          citations: meant.size === 0 ? [] : citationsOf(packed, words, (saying) => meant.has(saying)),
        });
      }
      const target = targetOf(kind, id);
      for (const [uri, own] of ownFiles)
        if (speaksOf(uri, own, target, scopeOf(uri))) add(uri, factsOf(own.packed, words), own.registry);
      return found;
    },
    counts(kind, id, scopeOf) {
      const found = new Map<string, number>();
      forEachHolding(kind, numbersOf(kind, id, scopeOf('')), ({ uri }, times) =>
        found.set(uri, (found.get(uri) ?? 0) + times),
      );
      const target = targetOf(kind, id);
      for (const [uri, own] of ownFiles) {
        const count = speaksOf(uri, own, target, scopeOf(uri)) ? usesIn(uri, own, kind, id, scopeOf(uri)) : 0;
        if (count > 0) found.set(uri, count);
      }
      return found;
    },
    isCited(id, scopeOf) {
      for (const saying of sayings.meaning(id, scopeOf(''))) if (bySaying.isHeld(saying)) return true;
      const target = targetOf('source', id);
      for (const [uri, own] of ownFiles) {
        const scope = scopeOf(uri);
        if (speaksOf(uri, own, target, scope) && usesIn(uri, own, 'source', id, scope) > 0) return true;
      }
      return false;
    },
  };
}

function factsOf(packed: PackedFacts, words: Words): Parameters<typeof occurrencesInBrief>[1] {
  return {
    date: dateOf(packed),
    tags: tagsOf(packed, words),
    mentions: mentionsOf(packed, words),
    citations: citationsOf(packed, words),
  };
}

const FEW = 16;

type Counting = (file: ClosedFile, times: number) => void;

interface Holder {
  readonly files: ClosedFile[];
  /** How often each of them holds it. */
  readonly times: number[];
  /** With so many of them those that are gone are struck. */
  full: number;
}

/** Files by what they hold, which has a number. Those that are gone are struck now and then: looking for each would take longer. */
function createHolders() {
  const holders: (Holder | undefined)[] = [];
  const strike = (holder: Holder) => {
    const { files, times } = holder;
    let left = 0;
    for (const [index, file] of files.entries()) {
      if (file.isGone) continue;
      files[left] = file;
      times[left++] = times[index]!;
    }
    files.length = left;
    times.length = left;
    holder.full = Math.max(FEW, 2 * left);
  };
  return {
    /** All that a file holds is to be added at once. */
    add(held: number, file: ClosedFile): void {
      while (holders.length <= held) holders.push(undefined);
      holders[held] ??= { files: [], times: [], full: FEW };
      const holder = holders[held]!;
      const { files, times } = holder;
      if (files.at(-1) === file) times[times.length - 1]!++;
      else {
        if (files.length >= holder.full) strike(holder);
        files.push(file);
        times.push(1);
      }
    },
    forEach(held: number, each: Counting): void {
      const holder = holders[held];
      if (!holder) return;
      strike(holder);
      for (const [index, file] of holder.files.entries()) each(file, holder.times[index]!);
    },
    isHeld: (held: number): boolean => holders[held]?.files.some((file) => !file.isGone) ?? false,
  };
}
