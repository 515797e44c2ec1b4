/** How Russian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const ru: CitationWords = {
  leadIns: phrases`
    см. (также|подробнее)?
    цит. по`,
  leadInTails: words`например`,
  ibid: phrases`
    там же
    тамже
    то же`,
  earlierWork: phrases`
    (указ.|цит.) соч`,
  accessed: phrases`
    дата обращения`,
  available: phrases`
    режим доступа`,
  talks: words`интервью беседа`,
  talkPrepositions: words`с со`,
  noteHeadings: words`примечания источники`,
  relays: words`цитируя`,
  undated: phrases`
    без даты
    б.д.`,
  placeholders: {
    nouns: words`источник источники`,
    lacking: words`нужен уточняется отсутствует`,
    marks: phrases`
      источник не указан`,
  },
};
