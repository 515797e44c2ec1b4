/** How Chinese writes citations. */

import { words } from '../../../base/text/phrases.ts';
import type { CitationWords } from './words.ts';

export const zh: CitationWords = { sourceLabels: words`来源 消息来源` };
