/** How French writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const fr: CitationWords = {
  backlinks: phrases`
    Revenir plus haut en`,
  leadIns: phrases`
    voir (aussi|par exemple|notamment)?
    cité (par|dans)`,
  leadInTails: phrases`
    par exemple`,
  attributions: phrases`
    selon
    d'après`,
  sourceLabels: words`source`,
  sourceListLabels: words`sources`,
  creditLabels: words`photo image carte crédit`,
  earlierWork: phrases`
    (ouvr.|art.) cité`,
  dateArticles: words`le`,
  accessed: phrases`
    consulté (le|en)`,
  archived: words`archivé`,
  available: phrases`
    disponible sur`,
  tails: words`consulté disponible`,
  talks: words`entretien entretiens entrevue conversation échange interview`,
  talkPrepositions: words`avec du de des`,
  noteHeadings: phrases`
    références (bibliographiques)?
    bibliographie
    notes de bas de page
    sources consultées
    sources et notes`,
  prepositions: words`avec d dans de des du par sur`,
  sourceKinds: phrases`
    (chaîne|canal|compte|page) (telegram|facebook|twitter|x|youtube|instagram)
    communiqué (de presse)?`,
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
      requise
      inconnue
      à venir
      à vérifier
      à compléter
      à préciser
      à ajouter
      à trouver
      à confirmer`,
    requests: words`ajouter insérer citer`,
    marks: phrases`
      sans source`,
    errors: phrases`
      Erreur ! (Signet non défini|Source du renvoi introuvable)`,
  },
};
