/**
 * What the citations of closed briefs say: the same report is cited alike in hundreds of them, so that what it means is found
 * once, and found again for all when the registries change.
 */
import type { Citation } from '../syntax/citation.ts';
import type { CalendarDate } from '../syntax/dates.ts';
import { patternOf } from '../syntax/group.ts';
import { getOrInsert } from './maps.ts';
import { dateOf, forEachCitation, type PackedFacts } from './packedFacts.ts';
import { meaningOf, yearsOf } from './resolve.ts';
import type { Scope } from './scope.ts';
import type { Words } from './words.ts';

interface Sighting {
  readonly item: Citation;
  /** Of a brief that says it; others infer the same years. */
  readonly date: CalendarDate | undefined;
}

/** What citations say, and the numbers of what that is by the years they mean. */
interface Saying {
  readonly item: Citation;
  readonly numbers: Map<number | string, number>;
}

export interface Sightings {
  /** A number for every citation of a brief: those that mean the same in every scope have the same. */
  of(packed: PackedFacts): number[];
  /** Those that mean a source in a scope. */
  meaning(source: string, scope: Scope): ReadonlySet<number>;
}

/** More than the words of a pattern have. */
const MOST_ITEMS = 1_000;
const NONE: ReadonlySet<number> = new Set();

export function createSightings(words: Words): Sightings {
  const sightings: Sighting[] = [];
  /** Of a pattern by its words and which item of them it is, else by what it says. */
  const sayings = new Map<number | string, Saying>();
  /** Of so many of them, in that scope. */
  let known: { readonly scope: Scope; count: number; readonly meanings: Map<string, Set<number>> } | undefined;

  return {
    of(packed) {
      const date = dateOf(packed);
      const list: number[] = [];
      forEachCitation(packed, (word, index, other) => {
        const saying = getOrInsert(
          sayings,
          other ? JSON.stringify(other.id?.value ?? other) : word * MOST_ITEMS + index,
          () => ({
            item: other ?? patternOf(words.textOf(word), index).item,
            numbers: new Map(),
          }),
        );
        const { item, numbers } = saying;
        list.push(getOrInsert(numbers, yearsOf(item, date), () => sightings.push({ item, date }) - 1));
      });
      return list;
    },
    meaning(source, scope) {
      if (known?.scope !== scope) known = { scope, count: 0, meanings: new Map() };
      const { meanings } = known;
      for (; known.count < sightings.length; known.count++) {
        const { item, date } = sightings[known.count]!;
        const { status, entries } = meaningOf(item, scope, date);
        const ids = item.id ? [item.id.value] : status === 'resolved' ? entries.map(({ entry }) => entry.id.value) : [];
        for (const id of ids) getOrInsert(meanings, id, () => new Set<number>()).add(known.count);
      }
      return meanings.get(source) ?? NONE;
    },
  };
}
