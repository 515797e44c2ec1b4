/** How Dutch writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const nl: CitationWords = {
  leadIns: phrases`
    zie ook?
    vgl.?
    geciteerd in`,
  attributions: words`volgens aldus`,
  sourceLabels: words`bron`,
  sourceListLabels: words`bronnen`,
  creditLabels: words`foto beeld kaart`,
  dateArticles: words`op`,
  accessed: phrases`
    geraadpleegd op?`,
  talks: words`gesprek interview`,
  talkPrepositions: words`met`,
  noteHeadings: words`noten voetnoten bronnen literatuur literatuurlijst bibliografie`,
  prepositions: words`bij door in met op van`,
  placeholders: {
    nouns: words`bron bronnen bronvermelding`,
    lacking: words`nodig ontbreekt gevraagd`,
    errors: phrases`
      Fout! (Verwijzingsbron niet gevonden|Bladwijzer niet gedefinieerd)`,
  },
};
