/**
 * Which sources the citations of closed briefs mean. Hundreds of briefs cite a report in the same way, so a citation is resolved
 * once for each citation key, and again when the registries change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import type { Scope } from '../../scope/scope.ts';
import { isAsideOf } from '../../syntax/brief/registryAnswers.ts';
import { citedIds } from '../briefFacts.ts';
import { forEachCitationKey, packedCitationWith } from './packedCitations.ts';
import { packedDateOf } from './packedFacts.ts';
import type { PackedFacts } from './packedRows.ts';
import type { StringTable } from './stringTable.ts';

export interface CitationMeanings {
  /** Adds the citation keys of a brief. */
  add(packed: PackedFacts): void;
  /** The citation keys that mean a source in a scope. */
  citationKeysOf(source: string, scope: Scope): ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export function createCitationMeanings(strings: StringTable): CitationMeanings {
  /** For each citation key, one brief that contains it. */
  const exampleByKey: (PackedFacts | undefined)[] = [];
  const citationKeys: number[] = [];
  /** By source, the keys that mean it in a scope; the first `count` keys have been resolved. */
  let cache: { readonly scope: Scope; count: number; readonly meanings: Map<string, Set<number>> } | undefined;

  return {
    add(packed) {
      forEachCitationKey(packed, (key) => {
        if (exampleByKey[key]) return;
        while (exampleByKey.length < key) exampleByKey.push(undefined);
        exampleByKey[key] = packed;
        citationKeys.push(key);
      });
    },
    citationKeysOf(source, scope) {
      if (cache?.scope !== scope) cache = { scope, count: 0, meanings: new Map() };
      const { meanings } = cache;
      const known = knownNamesOf(scope);
      for (; cache.count < citationKeys.length; cache.count++) {
        const key = citationKeys[cache.count]!;
        const example = exampleByKey[key]!;
        const citation = packedCitationWith(example, strings, key)!;
        if (isAsideOf(citation, known)) continue;
        for (const id of citedIds(citation, scope, packedDateOf(example)))
          getOrInsert(meanings, id, () => new Set<number>()).add(key);
      }
      return meanings.get(source) ?? NONE;
    },
  };
}
