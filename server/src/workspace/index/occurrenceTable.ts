/** The occurrences in registries, by symbol. For those in briefs see `openIndex.ts` and `closedIndex.ts`. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Occurrence, symbolKey } from '../occurrences.ts';

export interface OccurrenceTable {
  /** Replaces the occurrences in a file. */
  set(uri: string, occurrences: readonly Occurrence[]): void;
  delete(uri: string): void;
  /** All occurrences of a symbol, by file in the order in which files were added, then by position. */
  occurrencesOf(kind: Occurrence['kind'], id: string): Occurrence[];
}

export function createOccurrenceTable(): OccurrenceTable {
  const filesBySymbol = new Map<string, Map<string, Occurrence[]>>();
  const symbolsByFile = new Map<string, Set<string>>();
  const remove = (uri: string) => {
    for (const symbol of symbolsByFile.get(uri) ?? []) {
      const files = filesBySymbol.get(symbol);
      files?.delete(uri);
      if (files?.size === 0) filesBySymbol.delete(symbol);
    }
    symbolsByFile.delete(uri);
  };
  return {
    set(uri, occurrences) {
      remove(uri);
      const symbols = new Set<string>();
      for (const occurrence of occurrences) {
        const symbol = symbolKey(occurrence.kind, occurrence.id);
        symbols.add(symbol);
        const files = getOrInsert(filesBySymbol, symbol, () => new Map<string, Occurrence[]>());
        getOrInsert(files, uri, () => []).push(occurrence);
      }
      symbolsByFile.set(uri, symbols);
    },
    delete: remove,
    occurrencesOf: (kind, id) => [...(filesBySymbol.get(symbolKey(kind, id))?.values() ?? [])].flat(),
  };
}
