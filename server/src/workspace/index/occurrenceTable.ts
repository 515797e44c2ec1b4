/** The occurrences in registries, by symbol. For those in briefs see `openIndex.ts` and `closedIndex.ts`. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Occurrence, symbolKey } from '../occurrences.ts';

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
