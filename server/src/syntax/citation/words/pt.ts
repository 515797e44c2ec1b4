/** How Portuguese writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const pt: CitationWords = {
  leadIns: phrases`
    ver também?
    citado (em|por)`,
  accessed: phrases`
    (aceso|acesso) em
    consultado em`,
  available: phrases`
    disponível em`,
  tails: words`disponível`,
  talks: words`entrevista entrevistas conversa`,
  talkPrepositions: words`com`,
  relays: words`citando`,
  undated: phrases`
    sem data
    s.d.`,
  placeholders: {
    nouns: words`fonte fontes`,
    lacking: phrases`
      falta
      faltam
      pendente
      por confirmar`,
    marks: phrases`
      carece de fontes`,
  },
};
