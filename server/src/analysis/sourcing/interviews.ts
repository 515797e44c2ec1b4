/** Interviews are cited like outlets, but two interviews are two sources. */

import { patternsFrom } from '../language/words/index.ts';
import { wholeWords } from '../language/words/notation.ts';

const patterns = patternsFrom(({ sourcing }) => ({ interview: wholeWords(sourcing.interviews, 'i') }));

/** Whether a source is an interview, by its name. */
export function isInterview(name: string): boolean {
  return patterns().interview.test(name);
}
