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
  prepositions: words`à avec dans de par sur`,
  sourceKinds: phrases`
    (chaîne|canal|compte|page) (telegram|facebook|twitter|x|youtube|instagram)
    communiqué (de presse)?`,
  lostFields: phrases`
    erreur ! source du renvoi introuvable
    erreur ! signet non défini`,
  placeholders: {
    nouns: words`source sources citation référence références réf`,
    lacking: words`nécessaire manquante manquantes manque requise inconnue`,
    requests: words`ajouter insérer citer`,
    marks: phrases`
      source à préciser
      source à compléter
      source à ajouter
      source à vérifier
      source à trouver
      source à confirmer
      référence à compléter
      sans source`,
  },
};
