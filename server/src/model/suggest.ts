import { distance } from 'fastest-levenshtein';

/** More names than this are not compared: a suggestion is not worth a pause. */
const MOST_NAMES = 20_000;

/**
 * The candidate most like `word`, when it is near enough that a slip of the pen explains the difference: one slip for
 * every four letters, at most `most`. Case does not count.
 */
export function closest(word: string, candidates: Iterable<string>, most = 3): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(most, Math.floor(wanted.length / 4)) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_NAMES) break;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const away = distance(wanted, candidate.toLowerCase());
    if (away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best;
}

/** ` Did you mean “x”?`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`;
}
