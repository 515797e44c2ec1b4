/**
 * What the citations of closed briefs say: the same report is cited alike in hundreds of them, so that what it means is found
 * once, and found again for all when the registries change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { meaningOf } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';

import { citationsOf, dateOf, forEachSaying, type PackedFacts } from './packedFacts.ts';
import type { Words } from './stringTable.ts';

export interface Sayings {
  /** Takes in what the citations of a brief say. */
  note(packed: PackedFacts): void;
  /** The numbers of those that mean a source in a scope. */
  meaning(source: string, scope: Scope): ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export function createSayings(words: Words): Sayings {
  /** By the number of a saying a brief that says so: any of them will do. */
  const examples: (PackedFacts | undefined)[] = [];
  const sayings: number[] = [];
  /** Of so many of them, in that scope. */
  let known: { readonly scope: Scope; count: number; readonly meanings: Map<string, Set<number>> } | undefined;

  return {
    note(packed) {
      forEachSaying(packed, (saying) => {
        if (examples[saying]) return;
        while (examples.length < saying) examples.push(undefined);
        examples[saying] = packed;
        sayings.push(saying);
      });
    },
    meaning(source, scope) {
      if (known?.scope !== scope) known = { scope, count: 0, meanings: new Map() };
      const { meanings } = known;
      for (; known.count < sayings.length; known.count++) {
        const saying = sayings[known.count]!;
        const example = examples[saying]!;
        const [first] = citationsOf(example, words, (one) => one === saying);
        for (const id of sourcesOf(first!.value, example, scope))
          getOrInsert(meanings, id, () => new Set<number>()).add(saying);
      }
      return meanings.get(source) ?? NONE;
    },
  };
}

function sourcesOf(citation: Citation, packed: PackedFacts, scope: Scope): string[] {
  if (citation.id) return [citation.id.value];
  const { status, entries } = meaningOf(citation, scope, dateOf(packed));
  return status === 'resolved' ? entries.map(({ entry }) => entry.id.value) : [];
}
