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
  forEachTagWord,
  mentionsOf,
  type PackedFacts,
  tagsOf,
} from './packedFacts.ts';
import type { Scope } from './scope.ts';
import { createSightings } from './sightings.ts';
import type { Words } from './words.ts';

const NONE: ReadonlySet<number> = new Set();

export interface ClosedPlaces {
  /** Takes in a brief, with what its front matter defines. */
  put(uri: string, packed: PackedFacts, registry: Registry | undefined): void;
  delete(uri: string): void;
  /** All places of one thing, by file. `scopeOf` says what a file is read with now. */
  of(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Occurrence[];
}

interface ClosedFile {
  readonly packed: PackedFacts;
  /** Of every citation. */
  readonly sightings: readonly number[];
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
  const sightings = createSightings(words);
  const byMention = createHolders();
  const byTag = createHolders();
  const bySighting = createHolders();

  const remove = (uri: string) => {
    ownFiles.delete(uri);
    const file = files.get(uri);
    if (!file) return;
    forEachIds(file.packed, (ids) => byMention.delete(ids, uri));
    forEachTagWord(file.packed, (word) => byTag.delete(word, uri));
    for (const sighting of file.sightings) bySighting.delete(sighting, uri);
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
  return {
    put(uri, packed, registry) {
      remove(uri);
      if (registry) {
        ownFiles.set(uri, { packed, registry });
        return;
      }
      const file = { packed, sightings: sightings.of(packed) };
      files.set(uri, file);
      forEachIds(packed, (ids) => byMention.add(ids, uri));
      forEachTagWord(packed, (word) => byTag.add(word, uri));
      for (const sighting of file.sightings) bySighting.add(sighting, uri);
    },
    delete: remove,
    of(kind, id, scopeOf) {
      const found: Occurrence[] = [];
      const add = (uri: string, facts: Parameters<typeof occurrencesInBrief>[1], registry?: Registry) => {
        for (const place of occurrencesInBrief(uri, facts, registry, scopeOf(uri)))
          if (place.kind === kind && place.id === id) found.push(place);
      };
      const lists = kind === 'entity' ? words.listsWith(id) : [];
      const word = kind === 'source' ? undefined : words.find(id);
      const meant = kind === 'source' ? sightings.meaning(id, scopeOf('')) : NONE;
      const uris = new Set<string>();
      for (const list of lists) byMention.collect(list, uris);
      if (word !== undefined) byTag.collect(word, uris);
      for (const sighting of meant) bySighting.collect(sighting, uris);
      for (const uri of uris) {
        const { packed, sightings } = files.get(uri)!;
        add(uri, {
          date: dateOf(packed),
          tags: word === undefined ? [] : tagsOf(packed, words, word),
          mentions: lists.length === 0 ? [] : mentionsOf(packed, words, lists),
          citations: meant.size === 0 ? [] : citationsOf(packed, words, (number) => meant.has(sightings[number]!)),
        });
      }
      const target = targetOf(kind, id);
      for (const [uri, own] of ownFiles)
        if (speaksOf(uri, own, target, scopeOf(uri))) add(uri, factsOf(own.packed, words), own.registry);
      return found;
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

/** Files by what they hold, which has a number. */
function createHolders() {
  const holders: string[][] = [];
  return {
    /** All that a file holds is to be added at once. */
    add(held: number, uri: string): void {
      while (holders.length <= held) holders.push([]);
      const uris = holders[held]!;
      if (uris.at(-1) !== uri) uris.push(uri);
    },
    delete(held: number, uri: string): void {
      const uris = holders[held]!;
      const at = uris.lastIndexOf(uri);
      if (at >= 0) uris.splice(at, 1);
    },
    collect(held: number, into: Set<string>): void {
      for (const uri of holders[held] ?? []) into.add(uri);
    },
  };
}
