/** A term of likelihood said with the other row of the ICD 203 table. */

/** Terms that give way to each other as they stand, whatever follows. */
const SAME_FORM: Readonly<Record<string, string>> = {
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
const ADJECTIVES: Readonly<Record<string, string>> = {
  'very unlikely': 'highly improbable',
  unlikely: 'improbable',
  likely: 'probable',
  'very likely': 'highly probable',
};
const predicative = /^(?:\s+that\b|\s*(?:$|[.,;:!?)]))/;
const verbal = /^\s+to\b/;

/**
 * The words of the other row that can stand in the place of `words`, with the same capital. `after` is what follows.
 * Undefined where the sentence would have to be rebuilt.
 */
export function inOtherRow(term: string, words: string, after: string): string | undefined {
  const other = equivalent(term, after);
  if (other === undefined) return undefined;
  const isCapital = /^\p{Lu}/u.test(words);
  return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function equivalent(term: string, after: string): string | undefined {
  const same = SAME_FORM[term];
  if (same !== undefined) return same;
  if (predicative.test(after)) return ADJECTIVES[term];
  return term === 'likely' && !verbal.test(after) ? 'probably' : undefined;
}
