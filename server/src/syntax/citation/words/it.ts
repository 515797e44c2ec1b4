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
  relays: words`citando`,
  undated: phrases`
    senza data
    s.d.`,
  placeholders: {
    nouns: words`fonte fonti`,
    lacking: phrases`
      manca
      mancante
      mancano
      da verificare`,
    marks: phrases`
      senza fonte`,
  },
};
