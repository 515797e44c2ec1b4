import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';

/** With more candidates than this nothing is suggested, because comparing them would cause a noticeable pause. */
const MAX_CANDIDATES = 20_000;

/**
 * The candidates most similar to `word`, each once and in their order, if a typo explains the difference: one edit per
 * four letters, at most `most`. Case is ignored.
 */
export function closestMatches(word: string, candidates: Iterable<string>, maxDistance = 3): string[] {
  const target = word.toLowerCase();
  let best = new Set<string>();
  let bestDistance = Math.min(maxDistance, Math.floor(target.length / 4));
  let comparedCount = 0;
  for (const candidate of candidates) {
    if (++comparedCount > MAX_CANDIDATES) break;
    if (Math.abs(candidate.length - word.length) > bestDistance || !sharesFirstOrLastLetter(target, candidate))
      continue;
    const candidateDistance = distance(target, candidate.toLowerCase());
    if (candidateDistance > bestDistance) continue;
    if (candidateDistance < bestDistance) best = new Set();
    best.add(candidate);
    bestDistance = candidateDistance;
  }
  return [...best];
}

/** Whether two words have the same letters in another order: `form` and `from`. */
export function isAnagram(word: string, other: string): boolean {
  const letters = (text: string) => [...text.toLowerCase()].sort().join('');
  return word.length > 3 && word.length === other.length && letters(word) === letters(other);
}

/** A typo rarely changes both ends of a word, and comparing the ends is much cheaper than counting edits. */
function sharesFirstOrLastLetter(target: string, candidate: string): boolean {
  if (candidate === '') return false;
  return candidate[0]!.toLowerCase() === target[0] || candidate.at(-1)!.toLowerCase() === target.at(-1);
}

/** The first of `allClosest`. */
export function closestMatch(word: string, candidates: Iterable<string>, maxDistance = 3): string | undefined {
  return closestMatches(word, candidates, maxDistance)[0];
}

/** ` Did you mean “x”?`, naming all suggestions; empty if there are none. */
export function didYouMean(suggestion: string | readonly string[] | undefined): string {
  const suggestions = [suggestion ?? []].flat();
  return suggestions.length === 0 ? '' : ` ${l10n.t('Did you mean {0}?', alternatives(suggestions))}`;
}

/** `“x” or “y”`: the words in quotation marks; empty if there are none. */
export function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => l10n.t('“{0}”', word));
  return quoted.length === 0 ? '' : quoted.reduce((before, word) => l10n.t('{0} or {1}', before, word));
}
