/** How Russian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const ru: CitationWords = {
  leadIns: phrases`
    см. (также|подробнее)?
    цит. по`,
  leadInTails: words`например`,
  attributions: phrases`
    по (данным|сообщению|сообщениям|информации|словам)
    согласно`,
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
  prepositions: words`в во из на от по с`,
  sourceKinds: phrases`
    (телеграм-канал|телеграм-канале|telegram-канал|telegram-канале|пресс-релиз|сайт|страница)`,
  lostFields: phrases`
    ошибка! источник ссылки не найден
    ошибка! закладка не определена`,
  placeholders: {
    nouns: words`источник источники ссылка ссылку`,
    lacking: words`нужен нужна уточнить`,
    requests: words`нужен нужна добавить вставить указать уточнить`,
    marks: phrases`
      источник не указан
      нет источника
      без источника`,
  },
};
