/** How Portuguese writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const pt: CitationWords = {
  leadIns: phrases`
    ver também?
    citado (em|por)`,
  attributions: phrases`
    segundo
    de acordo com`,
  sourceLabels: words`fonte`,
  sourceListLabels: words`fontes`,
  creditLabels: words`foto imagem mapa crédito`,
  dateArticles: words`em a`,
  accessed: phrases`
    (aceso|acesso) em
    consultado em`,
  available: phrases`
    disponível em`,
  tails: words`disponível`,
  talks: words`entrevista entrevistas conversa`,
  talkPrepositions: words`com`,
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
