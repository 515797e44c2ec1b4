/** How Indonesian writes citations. */

import { words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const id: CitationWords = { sourceLabels: words`sumber` };
