/** Synonyms of a term of likelihood from the other row of the ICD 203 table. */

import { oneOf } from '../../base/text/phrases.ts';
import { patternsFrom } from './words/index.ts';

const patterns = patternsFrom(({ likelihood: list }) => ({
  exactSynonyms: list.exactSynonyms,
  predicativeSynonyms: list.predicativeSynonyms,
  adverbSynonyms: list.adverbSynonyms,
  predicateEnd: new RegExp(`^(?:\\s+${oneOf(list.clauseMarkers)}\\b|\\s*(?:$|[.,;:!?)]))`),
  infinitiveAfter: new RegExp(`^\\s+${oneOf(list.infinitiveMarkers)}\\b`),
}));

/**
 * The term of the other row that can replace `words`, the written form of `term`, and starts with the same case. `after`
 * is the text that follows. Undefined if the sentence would have to be rephrased.
 */
export function likelihoodSynonym(term: string, words: string, after: string): string | undefined {
  const other = findSynonym(term, after);
  if (other === undefined) return undefined;
  const isCapital = /^\p{Lu}/u.test(words);
  return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function findSynonym(term: string, after: string): string | undefined {
  const { exactSynonyms, predicativeSynonyms, adverbSynonyms, predicateEnd, infinitiveAfter } = patterns();
  const exact = exactSynonyms[term];
  if (exact !== undefined) return exact;
  if (predicateEnd.test(after)) return predicativeSynonyms[term];
  return infinitiveAfter.test(after) ? undefined : adverbSynonyms[term];
}
