/** How Ukrainian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const uk: CitationWords = {
  leadIns: phrases`
    див. також?`,
  attributions: phrases`
    за (даними|повідомленням|інформацією|словами)
    згідно з`,
  talks: phrases`
    інтерв'ю
    розмова`,
  talkPrepositions: words`з із`,
  prepositions: words`в від з за на у`,
  sourceKinds: phrases`
    (телеграм-канал|telegram-канал|сайт|сторінка)`,
  lostFields: phrases`
    помилка! джерело посилання не знайдено
    помилка! закладку не визначено`,
  placeholders: {
    nouns: words`джерело джерела`,
    lacking: words`потрібне уточнити`,
    requests: words`потрібне додати вставити вказати уточнити`,
    marks: phrases`
      джерело не вказано
      немає джерела
      без джерела`,
  },
};
