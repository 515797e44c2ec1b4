import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';

/** More names than this are not compared: a suggestion is not worth a pause. */
const MOST_NAMES = 20_000;

/**
 * The candidates most like `word`, in their order and each once, when they are near enough that a slip of the pen
 * explains the difference: one slip for every four letters, at most `most`. Case does not count.
 */
export function allClosest(word: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  let best = new Set<string>();
  let bestDistance = Math.min(most, Math.floor(wanted.length / 4));
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_NAMES) break;
    if (Math.abs(candidate.length - word.length) > bestDistance || !sameEdge(wanted, candidate)) continue;
    const away = distance(wanted, candidate.toLowerCase());
    if (away > bestDistance) continue;
    if (away < bestDistance) best = new Set();
    best.add(candidate);
    bestDistance = away;
  }
  return [...best];
}

/** A slip hardly ever changes both ends of a word; to compare only these is much cheaper than to count all slips. */
function sameEdge(wanted: string, candidate: string): boolean {
  if (candidate === '') return false;
  return candidate[0]!.toLowerCase() === wanted[0] || candidate.at(-1)!.toLowerCase() === wanted.at(-1);
}

/** The first of `allClosest`. */
export function closest(word: string, candidates: Iterable<string>, most = 3): string | undefined {
  return allClosest(word, candidates, most)[0];
}

/** ` Did you mean “x”?`, or nothing; of several all are named. */
export function didYouMean(suggestion: string | readonly string[] | undefined): string {
  const words = [suggestion ?? []].flat().map((word) => l10n.t('“{0}”', word));
  if (words.length === 0) return '';
  const meant = words.reduce((before, word) => l10n.t('{0} or {1}', before, word));
  return ` ${l10n.t('Did you mean {0}?', meant)}`;
}
