/** Notes that name nothing. docs/format.md, "Notes". */

import { oneOf } from '../../../base/text/phrases.ts';
import { asksForSource } from '../placeholders.ts';
import { phrasesOf } from '../words/index.ts';
import { accessedStart } from './noteWords.ts';

const nothing = new RegExp(
  `^\\(?(?:tb[cd]|tk(?:tk)?|xx+|n/a|null|undefined|no (?:title|source|date)|untitled|${oneOf(phrasesOf('leadIns'))}|pp?\\. ?\\d{1,4}(?:[-–]\\d{1,4})?)\\)?[.,:]?$`,
  'iu',
);
const MAX_NOTHING_LENGTH = 40;

/** `TBD`, `n/a`, `source?`, `See`, `p. 4`, `Accessed 3 May 2022`: words around a source, and none between them. */
export function saysNothing(words: string): boolean {
  if (words.length > MAX_NOTHING_LENGTH) return false;
  return nothing.test(words) || asksForSource(words, true) || (accessedStart.test(words) && !/[,;]\s\D|:/.test(words));
}
