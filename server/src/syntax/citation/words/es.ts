/** How Spanish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const es: CitationWords = {
  leadIns: phrases`
    véase también?
    ver también?
    citado (en|por)`,
  leadInTails: phrases`
    por ejemplo`,
  attributions: words`vía según`,
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
  relays: words`citando citado`,
  undated: phrases`
    sin fecha
    s.f.
    s/f`,
  placeholders: {
    nouns: words`fuente fuentes`,
    lacking: phrases`
      falta
      faltan
      pendiente
      por confirmar`,
    marks: phrases`
      cita requerida`,
  },
};
