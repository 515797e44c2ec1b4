/** A term of likelihood said with the other row of the ICD 203 table. */

/** Terms that give way to each other as they stand, whatever follows. */
const EXACT_SYNONYMS: Readonly<Record<string, string>> = {
  'highly improbable': 'very unlikely',
  improbable: 'unlikely',
  probable: 'likely',
  probably: 'likely',
  'highly probable': 'very likely',
  'almost certain': 'nearly certain',
  'nearly certain': 'almost certain',
  'nearly certainly': 'almost certainly',
  'roughly even chance': 'roughly even odds',
  'roughly even odds': 'a roughly even chance',
  'almost no chance': 'a remote chance',
  'remote chance': 'almost no chance',
};
/** Adjectives that cannot stand before "to": nothing is "probable to happen". */
const PREDICATIVE_SYNONYMS: Readonly<Record<string, string>> = {
  'very unlikely': 'highly improbable',
  unlikely: 'improbable',
  likely: 'probable',
  'very likely': 'highly probable',
};
const predicateEnd = /^(?:\s+that\b|\s*(?:$|[.,;:!?)]))/;
const infinitiveAfter = /^\s+to\b/;

/**
 * The words of the other row that can stand in the place of `words`, with the same capital. `after` is what follows.
 * Undefined where the sentence would have to be rebuilt.
 */
export function likelihoodSynonym(term: string, words: string, after: string): string | undefined {
  const other = findSynonym(term, after);
  if (other === undefined) return undefined;
  const isCapital = /^\p{Lu}/u.test(words);
  return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function findSynonym(term: string, after: string): string | undefined {
  const exact = EXACT_SYNONYMS[term];
  if (exact !== undefined) return exact;
  if (predicateEnd.test(after)) return PREDICATIVE_SYNONYMS[term];
  return term === 'likely' && !infinitiveAfter.test(after) ? 'probably' : undefined;
}
