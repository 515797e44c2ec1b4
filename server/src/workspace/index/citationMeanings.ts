/**
 * What the citations of closed briefs say: the same report is cited alike in hundreds of them, so that what it means is found
 * once, and found again for all when the registries change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';

import { forEachCitationKey, type PackedFacts, packedCitationsOf, packedDateOf } from './packedFacts.ts';
import type { StringTable } from './stringTable.ts';

export interface CitationMeanings {
  /** Takes in what the citations of a brief say. */
  add(packed: PackedFacts): void;
  /** The numbers of those that mean a source in a scope. */
  citationKeysOf(source: string, scope: Scope): ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export function createCitationMeanings(strings: StringTable): CitationMeanings {
  /** By the number of a saying a brief that says so: any of them will do. */
  const exampleByKey: (PackedFacts | undefined)[] = [];
  const citationKeys: number[] = [];
  /** Of so many of them, in that scope. */
  let cache: { readonly scope: Scope; count: number; readonly meanings: Map<string, Set<number>> } | undefined;

  return {
    add(packed) {
      forEachCitationKey(packed, (saying) => {
        if (exampleByKey[saying]) return;
        while (exampleByKey.length < saying) exampleByKey.push(undefined);
        exampleByKey[saying] = packed;
        citationKeys.push(saying);
      });
    },
    citationKeysOf(source, scope) {
      if (cache?.scope !== scope) cache = { scope, count: 0, meanings: new Map() };
      const { meanings } = cache;
      for (; cache.count < citationKeys.length; cache.count++) {
        const saying = citationKeys[cache.count]!;
        const example = exampleByKey[saying]!;
        const [first] = packedCitationsOf(example, strings, (one) => one === saying);
        for (const id of sourceIdsOf(first!.value, example, scope))
          getOrInsert(meanings, id, () => new Set<number>()).add(saying);
      }
      return meanings.get(source) ?? NONE;
    },
  };
}

function sourceIdsOf(citation: Citation, packed: PackedFacts, scope: Scope): string[] {
  if (citation.id) return [citation.id.value];
  const { status, entries } = resolveMeaning(citation, scope, packedDateOf(packed));
  return status === 'resolved' ? entries.map(({ entry }) => entry.id.value) : [];
}
