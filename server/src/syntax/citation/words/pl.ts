/** How Polish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const pl: CitationWords = {
  leadIns: phrases`
    por.
    zob. (też|także)?
    cyt. za`,
  attributions: words`według za`,
  sourceLabels: words`źródło`,
  sourceListLabels: words`źródła`,
  creditLabels: words`fot.? zdjęcie mapa`,
  ibid: words`tamże tamtej`,
  earlierWork: phrases`
    dz. cyt`,
  noteLabels: words`przypis`,
  dateArticles: words`dnia`,
  accessed: words`dostęp`,
  available: phrases`
    dostępne na`,
  tails: words`dostęp`,
  talks: words`rozmowa rozmowy wywiad`,
  talkPrepositions: words`z ze`,
  noteHeadings: words`przypisy źródła bibliografia`,
  prepositions: words`na od s w we z za ze`,
  sourceKinds: phrases`
    (kanał|profil) (na|w)? (telegramie|telegram|facebooku|facebook|twitterze|x)`,
  placeholders: {
    nouns: words`źródło źródła`,
    lacking: words`brak potrzebne`,
    requests: words`dodać uzupełnić potrzebne`,
    errors: phrases`
      Błąd! (Nie można odnaleźć źródła odwołania|Nie zdefiniowano zakładki)`,
    marks: phrases`
      potrzebny przypis
      brak źródła
      bez źródła`,
  },
};
