/** Invisible characters that copying left in a text and nothing needs. */

import type { Span } from './span.ts';

/** Soft hyphens, zero-width spaces and joiners of words, byte order marks inside a text. */
const NEVER_NEEDED = String.raw`[\u00AD\u034F\u180E\u200B\u2060-\u2064\uFEFF]`;
/** Persian and the scripts of India write with joiners, and emoji consist of them; between these letters nothing does. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\s]`;
const JOINERS = String.raw`(?<=^|${LETTER})[\u200C\u200D]+(?=${LETTER}|$)`;
/** Marks of direction, which a text has no use for unless a script runs from right to left. */
const DIRECTION = String.raw`[\u200E\u200F\u202A-\u202E\u2066-\u2069]`;
const unneeded = new RegExp(`(?:${NEVER_NEEDED}|${JOINERS})+`, 'gu');
const unneededInOneDirection = new RegExp(`(?:${NEVER_NEEDED}|${JOINERS}|${DIRECTION})+`, 'gu');
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** The runs of invisible characters in a text that can go without changing a word, in order of position. */
export function findUnneededInvisible(text: string): Span[] {
  const pattern = rightToLeft.test(text) ? unneeded : unneededInOneDirection;
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
