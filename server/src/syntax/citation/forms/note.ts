/** A citation in a note: `[12] Outlet, Date.` The brief as a whole decides what is a note. docs/format.md, "Notes". */

import * as l10n from '@vscode/l10n';
import { formatDateForBrief } from '../../date/calendar.ts';
import type { CitationForm } from '../citationForm.ts';
import { wordTokens } from '../wordTokens.ts';

export const note: CitationForm = {
  id: 'note',
  read: {},
  idRole: undefined,
  lostRule: 'missing-source',
  brackets: undefined,
  conversionTitle: l10n.t('Convert to a note'),
  idSpan: ({ source }) => source,
  // A note stands apart from the sentence, so its date has a year.
  write({ outlet, title, issued }, _briefDate, suffix) {
    if (!outlet || issued?.value.month === undefined || issued.value.year === undefined) return undefined;
    const name = title && !/[“”";\r\n]/.test(title) ? `${outlet.value}, “${title},”` : `${outlet.value},`;
    return `${name} ${formatDateForBrief(issued.value)}${suffix}`;
  },
  tokens: wordTokens,
  outlineLabel: ({ source, title, url, span }, text) =>
    [source?.name, title?.value].filter(Boolean).join(', ') || (url?.value ?? text.slice(span.start, span.end)),
};
