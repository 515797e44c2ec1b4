import { searchFold } from '../../base/text/searchFold.ts';
/** Filters and ranks offers by the typed text. */
import { fuzzyScore } from '../support/fuzzyMatch.ts';
import type { Offer } from './offer.ts';

const NO_MATCH = 4;

export interface PickedOffers {
  readonly offers: readonly Offer[];
  /** Whether more offers match than are returned. */
  readonly isTruncated: boolean;
}

/**
 * The first `limit` offers that match the typed text. Ranking: a name that starts with it, a word that starts with it,
 * a name that contains it, a name that contains its letters in order. Within a rank the order is stable.
 */
export function pickBest(offers: Iterable<Offer>, typed: string, limit: number): PickedOffers {
  const query = searchFold(typed.trim());
  const ranks: Offer[][] = [[], [], [], []];
  for (const offer of offers) {
    const rank = Math.min(...offer.names.map((name) => rankOf(name, query)));
    ranks[rank]?.push(offer);
    // No later offer can rank higher.
    if (ranks[0]!.length > limit) break;
  }
  const matching = ranks.flat();
  return { offers: matching.slice(0, limit), isTruncated: matching.length > limit };
}

/**
 * All names as one string for the editor to filter by, the best match first: editors weigh the start of the string, and
 * some read nothing else.
 */
export function filterText({ names }: Offer, typed: string): string {
  const query = searchFold(typed.trim());
  const plainQuery = typed.trim().toLowerCase();
  // The editor folds nothing: a name that only matches when folded is found by what was typed.
  const isFoundAsTyped = names.some((name) => fuzzyScore(plainQuery, name) !== undefined);
  return [...new Set(isFoundAsTyped || plainQuery === '' ? names : [typed.trim(), ...names])]
    .map((name) => ({ name, rank: rankOf(name, query) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
    .join(' ');
}

/**
 * 0 is the best rank, `NO_MATCH` none. Scattered letters match only if the first letter does; otherwise nearly every
 * name would match.
 */
function rankOf(name: string, query: string): number {
  if (query === '') return 0;
  const folded = searchFold(name);
  const rating = fuzzyScore(query, folded);
  if (rating === undefined) return NO_MATCH;
  if (rating >= 2) return Math.max(0, 4 - Math.floor(rating));
  return folded[0] === query[0] ? 3 : NO_MATCH;
}
