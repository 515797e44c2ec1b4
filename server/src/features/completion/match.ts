/** Which offers fit what is typed, and which of them are shown. */
import { fuzzyScore } from '../support/fuzzyMatch.ts';
import type { Offer } from './offer.ts';

const NO_MATCH = 4;

export interface PickedOffers {
  readonly offers: readonly Offer[];
  /** Whether more fit than are shown. */
  readonly isTruncated: boolean;
}

/**
 * The first `most` offers that fit what is typed: those with a name that begins with it first, then those with a word
 * that does, then those that hold it, then those that hold its letters in order. Among equals their own order stays.
 */
export function pickBest(offers: Iterable<Offer>, typed: string, limit: number): PickedOffers {
  const query = typed.trim().toLowerCase();
  const ranks: Offer[][] = [[], [], [], []];
  for (const offer of offers) {
    const rank = Math.min(...offer.names.map((name) => rankOf(name, query)));
    ranks[rank]?.push(offer);
    // Nothing fits better than what is found already.
    if (ranks[0]!.length > limit) break;
  }
  const matching = ranks.flat();
  return { offers: matching.slice(0, limit), isTruncated: matching.length > limit };
}

/**
 * All the names in one text for the editor to filter by, the one that fits best first: editors look at the beginning
 * of it only, some at nothing else.
 */
export function filterText({ names }: Offer, typed: string): string {
  const query = typed.trim().toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, rank: rankOf(name, query) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
    .join(' ');
}

/** 0 best, `UNFIT` not at all; letters here and there fit only from the first one on, or everything would. */
function rankOf(name: string, query: string): number {
  if (query === '') return 0;
  const rating = fuzzyScore(query, name);
  if (rating === undefined) return NO_MATCH;
  if (rating >= 2) return Math.max(0, 4 - Math.floor(rating));
  return name[0]?.toLowerCase() === query[0] ? 3 : NO_MATCH;
}
