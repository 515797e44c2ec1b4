/** How Spanish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const es: CitationWords = {
  leadIns: phrases`
    véase también?
    ver también?
    citado (en|por)
    vea`,
  leadInTails: phrases`
    por ejemplo`,
  attributions: phrases`
    vía
    según
    de acuerdo con`,
  ibid: words`ibíd ibídem`,
  earlierWork: phrases`
    ob. cit`,
  noteLabels: words`nota`,
  accessed: phrases`
    consultado (el|en|a)`,
  archived: words`archivado`,
  available: phrases`
    disponible en`,
  tails: words`consultado`,
  talks: words`entrevista entrevistas conversación`,
  talkPrepositions: words`con`,
  noteHeadings: words`notas fuentes referencias bibliografía`,
  prepositions: words`a con de en por`,
  sourceKinds: phrases`
    (canal|cuenta|página) (de|en) (telegram|facebook|twitter|x|youtube|instagram)
    comunicado (de prensa)?`,
  lostFields: phrases`
    ¡error! no se encuentra el origen de la referencia
    ¡error! marcador no definido`,
  placeholders: {
    nouns: words`fuente fuentes cita citas referencia enlace`,
    lacking: words`falta faltan pendiente requerida necesaria desconocida`,
    requests: words`falta faltan añadir agregar incluir insertar citar buscar`,
    marks: phrases`
      sin fuente
      por citar
      fuente por confirmar
      fuente por verificar`,
  },
};
