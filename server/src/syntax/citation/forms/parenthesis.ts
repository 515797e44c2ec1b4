/** `(RFE/RL, September 5; Times of India, September 13)`: outlet and date in parentheses. docs/format.md, section 2. */

import * as l10n from '@vscode/l10n';
import type { Citation, Inlines } from '../../ast.ts';
import type { KnownNames } from '../../knownNames.ts';
import { isCertainOutlet } from '../agencies.ts';
import type { CitationForm, CitationToken } from '../citationForm.ts';
import { formatCitedDate } from '../citedDate.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { readParenthesisCached } from '../parentheticalCache.ts';
import { readParenthesis } from '../readParenthesis.ts';

const invalidInName = /[[\]\\\r\n]/;

export const parenthesis: CitationForm = {
  id: 'parenthesis',
  read: {
    parenthesis: readParenthesisCached,
    block: readBrackets,
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

/** At most this long, with nothing around it that makes it an image, a footnote, an index, a link, or the definition of a label. */
const bracket = /(?<![\p{L}\p{N}!^:\]\\])\[[^\][\n]{5,200}\](?![(:[])/gu;
const mayBeBracket = /\[[^\][\n]{0,199}\d/;
const mayBeDated = /,[^\][\n]*\d|\d[^\][\n]*,/;

/** `[Reuters, 3 May]`, `[, March 3]`: square brackets as a parenthesis. They hold notes of editors, too, so the outlet must be certain. */
function readBrackets(text: string, { atoms }: Inlines, known: KnownNames): readonly Citation[] {
  if (!text.includes('[') || !mayBeBracket.test(text)) return NONE;
  const isFree = createOverlapCheck(atoms);
  return [...text.matchAll(bracket)].flatMap(({ index, 0: words }) => {
    const group = { start: index, end: index + words.length };
    if (!isFree(group) || !mayBeDated.test(words)) return NONE;
    const reading = readParenthesis(text, group, [], known);
    if (reading.kind !== 'citation' || !reading.citations.every(isPlain)) return NONE;
    // Beside one that is certain the others are sources, too.
    return reading.citations.some(({ source }) => !source || isCertainOutlet(source, known)) ? reading.citations : NONE;
  });
}

const NONE: readonly Citation[] = [];

/** Whether it has a date and no slip. */
function isPlain({ source, when, formErrors }: Citation): boolean {
  return when?.dates[0]?.value.month !== undefined && (!source || formErrors.length === 0);
}
