/** How Ukrainian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const uk: CitationWords = {
  leadIns: phrases`
    див. також?
    цит. за`,
  attributions: phrases`
    за (даними|інформацією|повідомленням)
    з посиланням на`,
  sourceLabels: words`джерело`,
  sourceListLabels: words`джерела`,
  creditLabels: words`фото карта`,
  dateArticles: words`від`,
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
