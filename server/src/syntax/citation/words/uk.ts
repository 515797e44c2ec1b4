/** How Ukrainian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const uk: CitationWords = {
  leadIns: phrases`
    див. також?
    цит. за`,
  attributions: phrases`
    за (даними|інформацією|повідомленням|словами)
    з посиланням на`,
  sourceLabels: words`джерело`,
  sourceListLabels: words`джерела`,
  creditLabels: words`фото карта`,
  dateArticles: words`від`,
  talks: phrases`
    інтерв'ю
    розмова`,
  talkPrepositions: words`з із`,
  noteHeadings: phrases`
    примітки
    виноски
    джерела
    література
    список (літератури|джерел)`,
  prepositions: words`в від з за із на у`,
  sourceKinds: phrases`
    (телеграм-канал|telegram-канал)
    сайт
    сторінка`,
  placeholders: {
    nouns: words`джерело джерела`,
    lacking: words`потрібне уточнити`,
    requests: words`потрібне додати вставити вказати уточнити`,
    errors: phrases`
      Помилка! (Джерело посилання не знайдено|Закладку не визначено)`,
    marks: phrases`
      джерело не вказано
      немає джерела
      без джерела`,
  },
};
