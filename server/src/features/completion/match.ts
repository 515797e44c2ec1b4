/** Which offers fit what is typed, and which of them are shown. */
import type { Offer } from './offer.ts';

const UNFIT = 4;

export interface Picked {
  readonly offers: readonly Offer[];
  /** Whether more fit than are shown. */
  readonly cut: boolean;
}

/**
 * The first `most` offers that fit what is typed: those with a name that begins with it first, then those with a word
 * that does, then those that hold it, then those that hold its letters in order. Among equals their own order stays.
 */
export function pick(offers: Iterable<Offer>, typed: string, most: number): Picked {
  const wanted = typed.trim().toLowerCase();
  const ranks: Offer[][] = [[], [], [], []];
  for (const offer of offers) {
    const rank = Math.min(...offer.names.map((name) => rankOf(name, wanted)));
    ranks[rank]?.push(offer);
    // Nothing fits better than what is found already.
    if (ranks[0]!.length > most) break;
  }
  const fitting = ranks.flat();
  return { offers: fitting.slice(0, most), cut: fitting.length > most };
}

/**
 * All the names in one text for the editor to filter by, the one that fits best first: editors look at the beginning
 * of it only, some at nothing else.
 */
export function filterText({ names }: Offer, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, rank: rankOf(name, wanted) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
    .join(' ');
}

function rankOf(name: string, wanted: string): number {
  if (wanted === '') return 0;
  const text = name.toLowerCase();
  const at = text.indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return isWordStart(text, wanted) ? 1 : 2;
  return text[0] === wanted[0] && holdsInOrder(text, wanted) ? 3 : UNFIT;
}

function isWordStart(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (/[^\p{L}\p{M}\p{N}]/u.test(text[at - 1] ?? ' ')) return true;
  }
  return false;
}

function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const char of wanted) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
