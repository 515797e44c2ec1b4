/** How Dutch writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const nl: CitationWords = {
  leadIns: phrases`
    zie ook?`,
  accessed: phrases`
    geraadpleegd op?`,
  talks: words`gesprek interview`,
  talkPrepositions: words`met`,
  prepositions: words`bij door in met op van`,
  lostFields: phrases`
    fout! verwijzingsbron niet gevonden
    fout! bladwijzer niet gedefinieerd`,
  placeholders: {
    nouns: words`bron bronnen bronvermelding`,
    lacking: words`nodig ontbreekt gevraagd`,
  },
};
