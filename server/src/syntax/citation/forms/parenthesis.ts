/** `(RFE/RL, September 5; Times of India, September 13)`: outlet and date in parentheses. docs/format.md, section 2. */

import * as l10n from '@vscode/l10n';
import type { CitationForm, CitationToken, OpenedCitations } from '../citationForm.ts';
import { formatCitedDate } from '../citedDate.ts';
import { readParenthesisCached } from '../parentheticalCache.ts';
import { readParenthesis } from '../readParenthesis.ts';

const invalidInName = /[[\]\\\r\n]/;

export const parenthesis: CitationForm = {
  id: 'parenthesis',
  read: {
    parenthesis: readParenthesisCached,
    opening: { characters: '[', read: readEmptiedBracket },
  },
  idRole: undefined,
  lostRule: 'missing-source',
  brackets: '()',
  conversionTitle: l10n.t('Convert to outlet and date, in words'),
  idSpan: ({ source }) => source,
  write({ outlet, issued }, briefDate, suffix) {
    if (!outlet || issued?.value.month === undefined || invalidInName.test(outlet.value)) return undefined;
    return `${outlet.value}, ${formatCitedDate(issued.value, briefDate)}${suffix}`;
  },
  tokens({ span, source, when }, text) {
    const end = when?.span.end ?? span.end;
    if (source) {
      const dates = (when?.dates ?? []).map((date): CitationToken => ({ ...date.span, role: 'date' }));
      return [{ start: source.start, end: source.end, role: 'source' }, ...dates];
    }
    // From the comma that is left of the source to the end of the date, as the squiggle goes.
    const comma = text.slice(span.start, when?.span.start ?? span.end).lastIndexOf(',');
    return [{ start: span.start + Math.max(0, comma), end, role: 'missing' }];
  },
  outlineLabel: ({ span }, text) => text.slice(span.start, span.end),
};

const emptiedBracket = /\[\s*,\s*[^\][\n]{3,40}\]/y;

/** `[, March 3]`: a citation in brackets that has lost its source. */
function readEmptiedBracket(text: string, at: number): OpenedCitations | undefined {
  emptiedBracket.lastIndex = at;
  if (!emptiedBracket.test(text)) return undefined;
  const group = { start: at, end: emptiedBracket.lastIndex };
  const reading = readParenthesis(text, group, []);
  return reading.kind === 'citation' ? { end: group.end, citations: reading.citations } : undefined;
}
