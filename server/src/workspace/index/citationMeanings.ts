/**
 * Which sources the citations of closed briefs mean. Hundreds of briefs cite a report in the same way, so a citation is resolved
 * once for each citation key, and again when the registries change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { resolveMeaning, usedEntries } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';
import { EVERYTHING_KNOWN } from '../../syntax/knownNames.ts';

import { forEachCitationKey, type PackedFacts, packedCitationsOf, packedDateOf } from './packedFacts.ts';
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
      for (; cache.count < citationKeys.length; cache.count++) {
        const key = citationKeys[cache.count]!;
        const example = exampleByKey[key]!;
        const [first] = packedCitationsOf(example, strings, EVERYTHING_KNOWN, (one) => one === key);
        for (const id of sourceIdsOf(first!.value, example, scope))
          getOrInsert(meanings, id, () => new Set<number>()).add(key);
      }
      return meanings.get(source) ?? NONE;
    },
  };
}

function sourceIdsOf(citation: Citation, packed: PackedFacts, scope: Scope): string[] {
  if (citation.id) return [citation.id.value];
  return usedEntries(resolveMeaning(citation, scope, packedDateOf(packed))).map(({ entry }) => entry.id.value);
}
