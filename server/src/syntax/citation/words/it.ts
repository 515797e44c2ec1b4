/** How Italian writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const it: CitationWords = {
  leadIns: phrases`
    cfr.?
    si veda anche?
    vedi anche?
    (citato|cit.) in`,
  attributions: words`secondo`,
  sourceLabels: words`fonte`,
  sourceListLabels: words`fonti`,
  creditLabels: words`foto immagine mappa`,
  ibid: words`ivi ibi`,
  dateArticles: words`il`,
  accessed: phrases`
    ultimo accesso
    consultato il`,
  available: phrases`
    disponibile (su|all)`,
  tails: words`disponibile`,
  talks: words`intervista interviste colloqui colloquio`,
  talkPrepositions: words`con`,
  noteHeadings: phrases`
    note a piè di pagina
    note e fonti
    fonti
    bibliografia
    riferimenti (bibliografici)?`,
  prepositions: words`con d da di in su`,
  sourceKinds: phrases`
    (canale|profilo|pagina) (telegram|facebook|twitter|x|youtube|instagram)
    comunicato stampa?`,
  relays: words`citando`,
  undated: phrases`
    senza data
    s.d.`,
  placeholders: {
    nouns: words`fonte fonti citazione riferimento`,
    lacking: phrases`
      manca
      mancante
      mancano
      da verificare
      da aggiungere
      necessaria`,
    requests: words`aggiungere inserire citare manca`,
    errors: phrases`
      Errore. (L'origine riferimento non è stata trovata|Il segnalibro non è definito)`,
    marks: phrases`
      senza fonte`,
  },
};
