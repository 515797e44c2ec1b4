/** A citation in a note: `[12] Outlet, Date.` The brief as a whole decides what is a note. docs/format.md, "Notes". */

import type { CitationForm } from '../citationForm.ts';
import { wordTokens } from '../wordTokens.ts';

export const note: CitationForm = {
  id: 'note',
  read: {},
  idRole: undefined,
  lostRule: 'missing-source',
  brackets: undefined,
  conversionTitle: undefined,
  idSpan: ({ source }) => source,
  write: () => undefined,
  tokens: wordTokens,
  outlineLabel: ({ source, title, url, span }, text) =>
    [source?.name, title?.value].filter(Boolean).join(', ') || (url?.value ?? text.slice(span.start, span.end)),
};
