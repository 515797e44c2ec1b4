/** How Russian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const ru: CitationWords = {
  leadIns: phrases`
    см. (также|подробнее)?
    цит. по`,
  attributions: phrases`
    по (данным|сообщению|сообщениям|информации|словам)
    со ссылкой на`,
  leadInTails: words`например`,
  sourceLabels: words`источник`,
  sourceListLabels: words`источники`,
  creditLabels: words`фото карта`,
  ibid: phrases`
    там же
    тамже
    то же`,
  earlierWork: phrases`
    (указ.|цит.) соч`,
  dateArticles: words`от`,
  accessed: phrases`
    дата обращения`,
  available: phrases`
    режим доступа`,
  talks: words`интервью беседа`,
  talkPrepositions: words`с со`,
  noteHeadings: phrases`
    примечания
    сноски
    источники
    литература
    библиография
    список (литературы|источников)
    использованная литература
    использованные источники`,
  prepositions: words`в во из на от по с со`,
  sourceKinds: phrases`
    (телеграм-канал|telegram-канал)
    (телеграм-канале|telegram-канале)
    пресс-релиз
    сайт
    страница`,
  relays: words`цитируя`,
  undated: phrases`
    без даты
    б.д.`,
  placeholders: {
    nouns: words`источник источники ссылка ссылку`,
    lacking: words`нужен нужна уточнить уточняется отсутствует`,
    requests: words`нужен нужна добавить вставить указать уточнить`,
    errors: phrases`
      Ошибка! (Источник ссылки не найден|Закладка не определена)`,
    marks: phrases`
      источник не указан
      нет источника
      без источника`,
  },
};
