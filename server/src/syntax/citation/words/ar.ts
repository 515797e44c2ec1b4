/** How Arabic writes citations. */

import { words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const ar: CitationWords = {
  sourceLabels: words`المصدر مصدر`,
  sourceListLabels: words`المصادر مصادر`,
};
