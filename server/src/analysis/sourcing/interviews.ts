/** Interviews are cited like outlets, but two interviews are two sources. */

import { wholeWords } from '../../base/text/phrases.ts';
import { patternsFrom } from '../language/words/index.ts';

const patterns = patternsFrom(({ sourcing }) => ({ interview: wholeWords(sourcing.interviews, 'i') }));

/** Whether a source is an interview, by its name. */
export function isInterview(name: string): boolean {
  return patterns().interview.test(name);
}
