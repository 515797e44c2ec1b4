/** `(Filiu 2009, 2010a)`. The brief as a whole decides whether it cites so. docs/format.md, "Author–date". */

import type { CitationForm } from '../citationForm.ts';
import { wordTokens } from '../wordTokens.ts';

export const authorDate: CitationForm = {
  id: 'author-date',
  read: {},
  idRole: undefined,
  lostRule: 'missing-source',
  brackets: undefined,
  conversionTitle: undefined,
  idSpan: ({ source }) => source,
  write: () => undefined,
  tokens: wordTokens,
  outlineLabel: ({ span }, text) => text.slice(span.start, span.end),
};
