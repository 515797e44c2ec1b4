/** How Ukrainian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const uk: CitationWords = {
  leadIns: phrases`
    див. також?`,
  attributions: phrases`
    за даними`,
  talks: phrases`
    інтерв'ю
    розмова`,
  talkPrepositions: words`з із`,
  placeholders: {
    nouns: words`джерело джерела`,
    lacking: words`потрібне`,
    marks: phrases`
      джерело не вказано`,
  },
};
