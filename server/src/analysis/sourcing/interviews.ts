/** Interviews are cited like outlets but are none: two of them are two sources. */

import { patternsFrom } from '../language/words/index.ts';
import { wholeWords } from '../language/words/notation.ts';

const patterns = patternsFrom(({ sourcing }) => ({ interview: wholeWords(sourcing.interviews, 'i') }));

/** Whether a source is an interview, by its name. */
export function isInterview(name: string): boolean {
  return patterns().interview.test(name);
}
