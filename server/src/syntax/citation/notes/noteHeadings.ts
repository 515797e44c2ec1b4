/** Headings that announce notes or references. docs/format.md, "Notes". */

import { oneOf } from '../../../base/text/phrases.ts';
import { phrasesOf } from '../words/index.ts';

const noteHeading = new RegExp(`^(?:\\d{1,2}[.)]?\\s)?${oneOf(phrasesOf('noteHeadings'))}\\s*:?$`, 'iu');
/** `Quellen: (Zugriff am 3.6.2022)` */
const remark = /\s\([^()]{1,80}\)$/;
const [MAX_LENGTH, MAX_WORDS_LENGTH] = [120, 40];
/** With the portion marking of `(U) ENDNOTES`. */
const decoration = /^[\s*_#]*(?:\((?:U|C|S|TS)(?:\/\/[A-Z ,/-]{1,40})?\)\s)?[\s*_#]*|[\s*_#]+$/g;

/** Whether a heading or a line on its own announces notes or references. */
export function isNoteHeading(title: string): boolean {
  if (title.length > MAX_LENGTH) return false;
  const words = title.replace(decoration, '').replace(remark, '');
  return words.length <= MAX_WORDS_LENGTH && noteHeading.test(words);
}
