/** Scores how well a query matches a name. */

import { searchFold } from '../../base/text/searchFold.ts';

/** Only the start of a longer name is compared. */
const MAX_NAME_LENGTH = 300;

/** A word starts at the start of the text and after anything but a letter or digit. */
const wordStart = /(?:^|[^\p{L}\p{N}])$/u;

/**
 * Scores how well `query` matches `name`: higher is better, undefined if the name does not contain its letters in this
 * order. Ignores case, accents and invisible characters, and whitespace in the query. A match at the start of the name ranks above one at the start of a
 * word, that above one inside a word, and that above scattered letters. Shorter names rank higher.
 */
export function fuzzyScore(query: string, name: string): number | undefined {
  const needle = searchFold(query.trim());
  const text = searchFold(name.slice(0, MAX_NAME_LENGTH));
  const brevity = 1 - Math.min(text.length, 999) / 1000;
  if (needle === '') return 0;
  const index = text.indexOf(needle);
  if (index === 0) return (text.length === needle.length ? 5 : 4) + brevity;
  if (index > 0) return (occursAtWordStart(text, needle) ? 3 : 2) + brevity;
  let gaps = 0;
  let at = -1;
  for (const letter of needle) {
    if (letter.trim() === '') continue;
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (at >= 0 && next > at + 1) gaps++;
    at = next + letter.length - 1;
  }
  return (1 + brevity) / (1 + gaps);
}

function occursAtWordStart(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (wordStart.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}
