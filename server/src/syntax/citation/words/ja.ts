/** How Japanese writes citations. */

import { words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const ja: CitationWords = { sourceLabels: words`出典 情報源` };
