/** How Spanish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const es: CitationWords = {
  backlinks: phrases`
    Volver a`,
  leadIns: phrases`
    véase también?
    ver también?
    citado (en|por)`,
  leadInTails: phrases`
    por ejemplo`,
  attributions: phrases`
    vía
    según
    de acuerdo con
    con información de`,
  sourceLabels: words`fuente`,
  sourceListLabels: words`fuentes`,
  creditLabels: words`foto imagen mapa crédito`,
  ibid: words`ibíd ibídem`,
  earlierWork: phrases`
    ob. cit`,
  noteLabels: words`nota`,
  dateArticles: words`el`,
  accessed: phrases`
    consultado (el|en|a)`,
  archived: words`archivado`,
  available: phrases`
    disponible en`,
  tails: words`consultado`,
  talks: words`entrevista entrevistas conversación`,
  talkPrepositions: words`con`,
  noteHeadings: phrases`
    notas
    notas al pie
    fuentes (consultadas)?
    referencias (bibliográficas)?
    bibliografía`,
  prepositions: words`a con d de en por`,
  sourceKinds: phrases`
    (canal|cuenta|página) (de|en) (telegram|facebook|twitter|x|youtube|instagram)
    comunicado (de prensa)?
    nota de prensa`,
  relays: words`citando citado`,
  undated: phrases`
    sin fecha
    s.f.
    s/f`,
  placeholders: {
    nouns: words`fuente fuentes cita citas referencia enlace`,
    lacking: phrases`
      falta
      faltan
      pendiente
      pendientes
      por confirmar
      por verificar
      requerida
      necesaria
      desconocida`,
    requests: words`falta faltan añadir agregar incluir insertar citar buscar`,
    errors: phrases`
      ¡Error! (Marcador no definido|No se encuentra el origen de la referencia)`,
    marks: phrases`
      sin fuente
      por citar`,
  },
};
