/** What is left of a note when its source was deleted: words that stand before a source or behind it, and nothing else. docs/format.md, "Notes". */

import { oneOf } from '../../../base/text/phrases.ts';
import { isPlaceName } from '../placeNames.ts';
import { phrasesOf, placeholdersOf } from '../words/index.ts';

const leads = phrasesOf('leadIns').concat(phrasesOf('archived'), phrasesOf('available'));
const accessed = oneOf(phrasesOf('accessed'));
const cutAddress = String.raw`h(?:tt|xx)ps?:?\/{0,2}|(?:h(?:tt|xx)ps?:\/\/)?(?:www\.?|t\.me\/@?)|https?:\/\/[^\s…]{3,60}?(?:\.{3}|…)`;
const remains = new RegExp(
  [
    cutAddress,
    // `See .`, `Available at: https://`
    String.raw`(?:${oneOf(leads)}|${accessed}|retrieved from)[\s:,]*(?:${cutAddress})?`,
    // `Accessed May 4, 2023`
    String.raw`${accessed}[\s:]+(?=[^.;]*\d{4})(?:\p{L}{3,12}\.?,?\s|\d{1,4}[\s,./-]*|de\s){1,6}`,
    // `Source?`, `Link`, `TK`
    `(?:${oneOf(placeholdersOf('nouns'))})\\s?[:?]?`,
    'tk|tktk|tb[cd]|to ?do|xx+',
    String.raw`\(?pp?\.\s?\d{1,4}(?:\s?[-–,]\s?\d{1,4}){0,4}\)?`,
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|')
    .replace(/^(.*)$/s, String.raw`^[\s,.;]*(?:$1)[\s.,;]*$`),
  'iu',
);
/** `(Egypt)`: what stood behind a name. */
const placeAlone = /^\s*\(([\p{L} .’'-]{2,30})\)[\s.,;]*$/u;
const MAX_LENGTH = 80;

/** Whether the words of a note are what is left of a citation. */
export function isRemains(words: string): boolean {
  if (words.length === 0 || words.length > MAX_LENGTH) return false;
  const place = placeAlone.exec(words)?.[1];
  return remains.test(words) || (place !== undefined && isPlaceName(place));
}
