/** How French writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const fr: CitationWords = {
  leadIns: phrases`
    voir (aussi|par exemple|notamment)?
    cité (par|dans)`,
  leadInTails: phrases`
    par exemple`,
  attributions: phrases`
    selon
    d'après`,
  earlierWork: phrases`
    (ouvr.|art.) cité`,
  accessed: phrases`
    consulté (le|en)`,
  archived: words`archivé`,
  available: phrases`
    disponible sur`,
  tails: words`consulté disponible`,
  talks: words`entretien entretiens entrevue conversation échange interview`,
  talkPrepositions: words`avec du de des`,
  noteHeadings: phrases`
    références
    sources et notes`,
  relays: words`citant cité`,
  undated: phrases`
    sans date
    s.d.`,
  placeholders: {
    nouns: words`source sources citation référence références réf`,
    lacking: phrases`
      nécessaire
      manquante
      manquantes
      manque
      à venir
      à vérifier
      à compléter`,
  },
};
