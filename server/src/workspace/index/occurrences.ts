/**
 * The places behind references, rename, highlight, counts and "unused": where an entity, a source or a type is defined or
 * used. Here those in registries; in briefs: `openPlaces.ts`, `closedPlaces.ts`.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { Span } from '../../base/text/span.ts';

export interface Occurrence {
  /** `type`: of entities, and not built in. */
  readonly kind: 'entity' | 'source' | 'type';
  readonly id: string;
  /**
   * `definition`: the id of an entry. `tag`, `key`: an id in a brief. `mention`: a name in prose. `citation`: a citation
   * in words that resolves to the source. `reference`: an id or name in a registry (`part_of`, `container-title`, the
   * `type` of an entity, `extends`).
   */
  readonly role: 'definition' | 'tag' | 'key' | 'mention' | 'citation' | 'reference';
  readonly uri: string;
  readonly span: Span;
  /** Where the id itself is written: everywhere but in mentions, citations in words, and `container-title`. */
  readonly idSpan?: Span;
  /** Of a mention that could be made a tag where it stands: the ids of all entities that bear the name. */
  readonly taggableAs?: readonly string[];
}

export interface OccurrenceTable {
  /** Replaces what a file holds. */
  set(uri: string, occurrences: readonly Occurrence[]): void;
  delete(uri: string): void;
  /** All places of one thing, by file in the order the files came in, then by place. */
  occurrencesOf(kind: Occurrence['kind'], id: string): Occurrence[];
}

export function createOccurrenceTable(): OccurrenceTable {
  const filesBySymbol = new Map<string, Map<string, Occurrence[]>>();
  const symbolsByFile = new Map<string, Set<string>>();
  const remove = (uri: string) => {
    for (const target of symbolsByFile.get(uri) ?? []) {
      const files = filesBySymbol.get(target);
      files?.delete(uri);
      if (files?.size === 0) filesBySymbol.delete(target);
    }
    symbolsByFile.delete(uri);
  };
  return {
    set(uri, occurrences) {
      remove(uri);
      const targets = new Set<string>();
      for (const occurrence of occurrences) {
        const target = symbolKey(occurrence.kind, occurrence.id);
        targets.add(target);
        const files = getOrInsert(filesBySymbol, target, () => new Map<string, Occurrence[]>());
        getOrInsert(files, uri, () => []).push(occurrence);
      }
      symbolsByFile.set(uri, targets);
    },
    delete: remove,
    occurrencesOf: (kind, id) => [...(filesBySymbol.get(symbolKey(kind, id))?.values() ?? [])].flat(),
  };
}

/** A thing in one word, for tables. */
export function symbolKey(kind: Occurrence['kind'], id: string): string {
  return `${kind} ${id}`;
}
