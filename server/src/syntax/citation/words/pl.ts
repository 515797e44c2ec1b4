/** How Polish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const pl: CitationWords = {
  leadIns: phrases`
    por.
    zob. (też|także)?
    cyt. za`,
  attributions: words`według`,
  ibid: words`tamże tamtej`,
  earlierWork: phrases`
    dz. cyt`,
  noteLabels: words`przypis`,
  accessed: words`dostęp`,
  available: phrases`
    dostępne na`,
  tails: words`dostęp`,
  talks: words`rozmowa rozmowy wywiad`,
  talkPrepositions: words`z ze`,
  prepositions: words`na od w we z za`,
  sourceKinds: phrases`
    (kanał|profil) (na|w)? (telegramie|telegram|facebooku|facebook|twitterze|x)`,
  lostFields: phrases`
    błąd! nie można odnaleźć źródła odwołania
    błąd! nie zdefiniowano zakładki`,
  placeholders: {
    nouns: words`źródło źródła`,
    lacking: words`brak potrzebne`,
    requests: words`dodać uzupełnić potrzebne`,
    marks: phrases`
      potrzebny przypis
      brak źródła
      bez źródła`,
  },
};
