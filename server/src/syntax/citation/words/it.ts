/** How Italian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const it: CitationWords = {
  leadIns: phrases`
    cfr.?
    si veda anche?
    vedi anche?
    citato in`,
  attributions: words`secondo`,
  ibid: words`ivi ibi`,
  accessed: phrases`
    ultimo accesso
    consultato il`,
  available: phrases`
    disponibile (su|all)`,
  tails: words`disponibile`,
  talks: words`intervista interviste colloqui colloquio`,
  talkPrepositions: words`con`,
  prepositions: words`con da di in su`,
  sourceKinds: phrases`
    (canale|profilo|pagina) (telegram|facebook|twitter|x|youtube|instagram)
    comunicato stampa?`,
  lostFields: phrases`
    errore. l'origine riferimento non è stata trovata
    errore. il segnalibro non è definito`,
  placeholders: {
    nouns: words`fonte fonti citazione riferimento`,
    lacking: words`manca mancante mancano necessaria`,
    requests: words`aggiungere inserire citare manca`,
    marks: phrases`
      senza fonte
      fonte da verificare
      fonte da aggiungere`,
  },
};
