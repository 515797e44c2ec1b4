/** How Turkish writes citations. */

import { phrases, words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const tr: CitationWords = {
  leadIns: phrases`
    bkz.?`,
  ibid: phrases`
    aynı yer
    a.g.e`,
  accessed: phrases`
    erişim tarihi?`,
  talks: words`görüşme mülakat`,
  talkPrepositions: words`ile`,
  lostFields: phrases`
    hata! başvuru kaynağı bulunamadı
    hata! yer işareti tanımlanmamış`,
  placeholders: { nouns: words`kaynak`, lacking: words`belirtilmeli gerekli` },
};
