/** `(RFE/RL, September 5; Times of India, September 13)`: outlet and date in parentheses. docs/format.md, section 2. */

import * as l10n from '@vscode/l10n';
import type { Citation } from '../../ast.ts';
import type { KnownNames } from '../../knownNames.ts';
import { isCertainOutlet } from '../agencies.ts';
import type { CitationForm, CitationToken, OpenedCitations } from '../citationForm.ts';
import { formatCitedDate } from '../citedDate.ts';
import { readParenthesisCached } from '../parentheticalCache.ts';
import { readParenthesis } from '../readParenthesis.ts';

const invalidInName = /[[\]\\\r\n]/;

export const parenthesis: CitationForm = {
  id: 'parenthesis',
  read: {
    parenthesis: readParenthesisCached,
    opening: { characters: '[', read: readBracket },
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

/** At most this long, with nothing behind it that makes it a link, a label or its definition. */
const bracket = /\[[^\][\n]{5,200}\](?![(:[])/y;
/** Before the bracket of an image, a footnote, an index or a second bracket. */
const isPartOfMarkup = /[\p{L}\p{N}!^:\]]/u;
const mayBeDated = /,[^\][\n]*\d|\d[^\][\n]*,|,\s*\p{Lu}/u;

/** `[Reuters, 3 May]`, `[, March 3]`: square brackets as a parenthesis. They hold notes of editors, too, so the outlet must be known. */
function readBracket(text: string, at: number, known: KnownNames): OpenedCitations | undefined {
  bracket.lastIndex = at;
  if (isPartOfMarkup.test(text[at - 1] ?? '') || !bracket.test(text)) return undefined;
  const group = { start: at, end: bracket.lastIndex };
  if (!mayBeDated.test(text.slice(at, group.end))) return undefined;
  const reading = readParenthesis(text, group, [], known);
  if (reading.kind !== 'citation' || !reading.citations.every((item) => isCertain(item, known))) return undefined;
  return { end: group.end, citations: reading.citations };
}

function isCertain({ source, when, formErrors }: Citation, known: KnownNames): boolean {
  if (when?.dates[0]?.value.month === undefined) return false;
  return !source || (formErrors.length === 0 && isCertainOutlet(source, known));
}
