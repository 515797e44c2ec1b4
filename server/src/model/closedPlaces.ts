/**
 * Which closed briefs speak of a thing, and where. Kept are the files by what they say, for there may be ten thousand of
 * them; the places are made of what is kept of a file when somebody asks.
 */
import type { Registry } from '../syntax/registryTypes.ts';
import { occurrencesInBrief } from './facts.ts';
import { type Occurrence, targetOf } from './occurrences.ts';
import {
  citationsOf,
  dateOf,
  forEachIds,
  forEachSaying,
  forEachTagWord,
  mentionsOf,
  type PackedFacts,
  tagsOf,
} from './packedFacts.ts';
import { createSayings } from './sayings.ts';
import type { Scope } from './scope.ts';
import type { Words } from './words.ts';

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
  const [byMention, byTag, bySaying] = [createHolders(), createHolders(), createHolders()];
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
  /** What a thing is in the numbers of a brief, and the files that hold any of it. */
  const holding = (kind: Occurrence['kind'], id: string, scope: Scope) => {
    const lists = kind === 'entity' ? words.listsWith(id) : [];
    const word = kind === 'source' ? undefined : words.find(id);
    const meant = kind === 'source' ? sayings.meaning(id, scope) : NONE;
    const files = new Set<ClosedFile>();
    for (const list of lists) byMention.collect(list, files);
    if (word !== undefined) byTag.collect(word, files);
    for (const saying of meant) bySaying.collect(saying, files);
    return { lists, word, sayings: meant, files };
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
      forEachTagWord(packed, (word) => byTag.add(word, file));
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
      const { lists, word, sayings, files } = holding(kind, id, scopeOf(''));
      for (const { uri, packed } of files) {
        add(uri, {
          date: dateOf(packed),
          tags: word === undefined ? [] : tagsOf(packed, words, word),
          mentions: lists.length === 0 ? [] : mentionsOf(packed, words, lists),
          citations: sayings.size === 0 ? [] : citationsOf(packed, words, (saying) => sayings.has(saying)),
        });
      }
      const target = targetOf(kind, id);
      for (const [uri, own] of ownFiles)
        if (speaksOf(uri, own, target, scopeOf(uri))) add(uri, factsOf(own.packed, words), own.registry);
      return found;
    },
    counts(kind, id, scopeOf) {
      const found = new Map<string, number>();
      const { lists, word, sayings, files } = holding(kind, id, scopeOf(''));
      for (const { uri, packed } of files) {
        let count =
          word === undefined ? 0 : tagsOf(packed, words, word).filter((tag) => tag.value.id.value === id).length;
        if (lists.length > 0) forEachIds(packed, (ids) => void (lists.includes(ids) && count++));
        if (sayings.size > 0) forEachSaying(packed, (saying) => void (sayings.has(saying) && count++));
        found.set(uri, count);
      }
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

interface Holder {
  files: ClosedFile[];
  /** With so many of them those that are gone are struck. */
  full: number;
}

/** Files by what they hold, which has a number. Those that are gone are struck now and then: looking for each would take longer. */
function createHolders() {
  const holders: (Holder | undefined)[] = [];
  const isThere = (file: ClosedFile) => !file.isGone;
  const strike = (holder: Holder) => {
    holder.files = holder.files.filter(isThere);
    holder.full = Math.max(FEW, 2 * holder.files.length);
  };
  return {
    /** All that a file holds is to be added at once. */
    add(held: number, file: ClosedFile): void {
      while (holders.length <= held) holders.push(undefined);
      holders[held] ??= { files: [], full: FEW };
      const holder = holders[held]!;
      if (holder.files.at(-1) === file) return;
      if (holder.files.length >= holder.full) strike(holder);
      holder.files.push(file);
    },
    collect(held: number, into: Set<ClosedFile>): void {
      const holder = holders[held];
      if (!holder) return;
      strike(holder);
      for (const file of holder.files) into.add(file);
    },
    isHeld: (held: number): boolean => holders[held]?.files.some(isThere) ?? false,
  };
}
