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
  noteHeadings: phrases`
    notas
    notas de rodapé
    fontes
    referências (bibliográficas)?
    bibliografia`,
  prepositions: words`com d da de do em na no pela pelo por`,
  sourceKinds: phrases`
    (canal|conta|página) (do|no) (telegram|facebook|twitter|x|youtube|instagram)
    nota à imprensa`,
  relays: words`citando`,
  undated: phrases`
    sem data
    s.d.`,
  placeholders: {
    nouns: words`fonte fontes citação referência`,
    lacking: phrases`
      falta
      faltam
      pendente
      por confirmar
      a confirmar
      necessária`,
    requests: words`falta faltam adicionar inserir incluir citar`,
    errors: phrases`
      Erro! (Fonte de referência não encontrada|Indicador não definido)`,
    marks: phrases`
      carece de fontes
      sem fonte`,
  },
};
