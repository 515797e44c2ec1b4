/**
 * Which closed briefs speak of a thing, and where. Kept are only the names of the files, for there may be ten thousand
 * of them; the places are made of what is kept of a file when somebody asks.
 */
import type { Registry } from '../syntax/registryTypes.ts';
import { occurrencesInBrief } from './facts.ts';
import { getOrInsert } from './maps.ts';
import { type Occurrence, targetOf } from './occurrences.ts';
import { itemsOf, mentionsOf, type PackedFacts, unpackCitations } from './packedFacts.ts';
import { meaningOf } from './resolve.ts';
import type { Scope } from './scope.ts';

export interface ClosedPlaces {
  /** Takes in a brief, with what its front matter defines and what it is read with. */
  put(uri: string, packed: PackedFacts, registry: Registry | undefined, scope: Scope): void;
  delete(uri: string): void;
  /** All places of one thing, by file in the order the files came in. `scopeOf` says what a file is read with now. */
  of(kind: Occurrence['kind'], id: string, scopeOf: (uri: string) => Scope): Occurrence[];
}

interface ClosedFile {
  readonly packed: PackedFacts;
  readonly registry: Registry | undefined;
  /** What its citations mean depends on it. */
  scope: Scope;
  readonly targets: Set<string>;
  sources: ReadonlySet<string>;
}

export function createClosedPlaces(): ClosedPlaces {
  const files = new Map<string, ClosedFile>();
  const filesOf = new Map<string, Set<string>>();

  const enter = (uri: string, targets: Iterable<string>) => {
    for (const target of targets) getOrInsert(filesOf, target, () => new Set<string>()).add(uri);
  };
  const strike = (uri: string, targets: Iterable<string>) => {
    for (const target of targets) {
      const uris = filesOf.get(target);
      uris?.delete(uri);
      if (uris?.size === 0) filesOf.delete(target);
    }
  };
  const remove = (uri: string) => {
    const file = files.get(uri);
    if (!file) return;
    strike(uri, file.targets);
    strike(uri, file.sources);
    files.delete(uri);
  };
  return {
    put(uri, packed, registry, scope) {
      remove(uri);
      const [targets, sources] = [targetsIn(uri, packed, registry, scope), sourcesIn(packed, scope)];
      files.set(uri, { packed, registry, scope, targets, sources });
      enter(uri, targets);
      enter(uri, sources);
    },
    delete: remove,
    of(kind, id, scopeOf) {
      if (kind === 'source') {
        for (const [uri, file] of files) {
          const scope = scopeOf(uri);
          if (file.scope === scope) continue;
          file.scope = scope;
          strike(uri, file.sources);
          file.sources = sourcesIn(file.packed, scope);
          enter(uri, file.sources);
          // What it defines itself stands in both lists.
          enter(uri, file.targets);
        }
      }
      return [...(filesOf.get(targetOf(kind, id)) ?? [])].flatMap((uri) => placesIn(uri, files.get(uri)!, kind, id));
    },
  };
}

/** The entities and types a brief speaks of, and all that its front matter does. */
function targetsIn(uri: string, packed: PackedFacts, registry: Registry | undefined, scope: Scope): Set<string> {
  const { date, tags, ids } = packed;
  const places = occurrencesInBrief(uri, { date, tags, mentions: [], citations: [] }, registry, scope);
  const targets = new Set(places.map(({ kind, id }) => targetOf(kind, id)));
  for (const names of new Set(ids)) for (const id of names) targets.add(targetOf('entity', id));
  return targets;
}

/** The sources its citations mean. */
function sourcesIn(packed: PackedFacts, scope: Scope): Set<string> {
  const sources = new Set<string>();
  for (const item of itemsOf(packed)) {
    if (item.id) sources.add(targetOf('source', item.id.value));
    else {
      const { status, entries } = meaningOf(item, scope, packed.date);
      if (status === 'resolved') for (const { entry } of entries) sources.add(targetOf('source', entry.id.value));
    }
  }
  return sources;
}

function placesIn(uri: string, file: ClosedFile, kind: Occurrence['kind'], id: string): Occurrence[] {
  const { packed, registry, scope } = file;
  const { date, tags } = packed;
  const mentions = kind === 'entity' ? mentionsOf(packed, id) : [];
  const citations = kind === 'source' ? unpackCitations(packed) : [];
  const places = occurrencesInBrief(uri, { date, tags, mentions, citations }, registry, scope);
  return places.filter((place) => place.kind === kind && place.id === id);
}
