/** How Turkish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const tr: CitationWords = {
  leadIns: phrases`
    bkz.?`,
  sourceLabels: words`kaynak`,
  sourceListLabels: words`kaynaklar`,
  creditLabels: words`fotoğraf harita`,
  ibid: phrases`
    aynı yer
    a.g.e`,
  accessed: phrases`
    erişim tarihi?`,
  talks: words`görüşme mülakat`,
  talkPrepositions: words`ile`,
  noteHeadings: words`notlar dipnotlar kaynakça kaynaklar`,
  prepositions: words`ile`,
  placeholders: {
    nouns: words`kaynak`,
    lacking: words`belirtilmeli gerekli`,
    errors: phrases`
      Hata! (Başvuru kaynağı bulunamadı|Yer işareti tanımlanmamış)`,
  },
};
