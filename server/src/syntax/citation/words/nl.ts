/** How Dutch writes citations. */

// cspell:disable
import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const nl: CitationWords = {
  leadIns: phrases`
    zie ook?`,
  accessed: phrases`
    geraadpleegd op?`,
  talks: words`gesprek`,
  talkPrepositions: words`met`,
};
