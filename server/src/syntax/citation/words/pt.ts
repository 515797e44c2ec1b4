/** How Portuguese writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const pt: CitationWords = {
  leadIns: phrases`
    ver também?
    citado (em|por)`,
  attributions: phrases`
    via
    segundo
    de acordo com`,
  accessed: phrases`
    (aceso|acesso) em
    consultado em`,
  available: phrases`
    disponível em`,
  tails: words`disponível`,
  talks: words`entrevista entrevistas conversa`,
  talkPrepositions: words`com`,
  prepositions: words`com de em no na por pelo pela`,
  sourceKinds: phrases`
    (canal|conta|página) (do|no) (telegram|facebook|twitter|x|youtube|instagram)
    nota à imprensa`,
  lostFields: phrases`
    erro! fonte de referência não encontrada
    erro! indicador não definido`,
  placeholders: {
    nouns: words`fonte fontes citação referência`,
    lacking: words`falta faltam pendente necessária`,
    requests: words`falta faltam adicionar inserir incluir citar`,
    marks: phrases`
      carece de fontes
      sem fonte
      fonte a confirmar`,
  },
};
