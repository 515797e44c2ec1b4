/** `(RFE/RL, September 5; Times of India, September 13)`: outlet and date in parentheses. docs/format.md, section 2. */

import * as l10n from '@vscode/l10n';
import type { Span } from '../../../base/text/span.ts';
import type { Citation, Inlines, When } from '../../ast.ts';
import { readWhen } from '../../date/writtenDate.ts';
import type { KnownNames } from '../../knownNames.ts';
import { isMark, type Token, tokenize } from '../../tokens.ts';
import { isCertainOutlet } from '../agencies.ts';
import type { CitationForm, CitationToken } from '../citationForm.ts';
import { formatCitedDate } from '../citedDate.ts';
import { createCitation } from '../createCitation.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { readParenthesisCached } from '../parentheticalCache.ts';
import { readParenthesis } from '../readParenthesis.ts';

/** At most this many tokens make a date. */
const MAX_DATE_TOKENS = 10;
const invalidInName = /[[\]\\\r\n]/;

export const parenthesis: CitationForm = {
  id: 'parenthesis',
  read: {
    parenthesis: readParenthesisCached,
    block: (text, inlines, known) => [
      ...readBrackets(text, inlines, known),
      ...readRests(text, inlines),
      ...readUnclosed(text, inlines, known),
    ],
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
const bracket = /\[(?<![\p{L}\p{N}!^:\]\\]\[)[^\][\n]{5,200}\](?![(:[])/gu;
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

/** `(, ` and what may be a date, never closed. */
const unclosed = /\((?<![\p{L}\p{N}\\]\()(?:\s?see)?\s?,[^()[\]{}]{2,60}/gu;
/** `(, spring 2021)`, `(, yesterday)` at the end of a statement: a comma and a few words behind it. V8 looks for the `(` first, not for letters. */
const fewWords = /\((?<=[\p{L}\p{N}”"’)]\s\()(,\s?(?:[\p{L}\p{N}.’'-]{1,20}\s?){1,4})\)(?=[.;,!?]|\s*$)/gu;

/** What may be citations, behind a `(`. */
const unclosedName = /\((?<![\p{L}\p{N}\\]\()(?=[\p{L}\p{N}][^()[\]{},;]{0,60},)[^()[\]{}]{5,200}/gu;
/** Behind a stop, or before words that go on. */
const mayEndUnclosed = /(?<=\d)(?=[.,;]?\s|\.$)/g;
/** At most this many of them are tried. */
const MAX_ENDS = 6;

/** How both begin. */
const commaFirst = /(?:\s?see)?\s?,/y;

/** Whether a parenthesis that has not been read begins so. */
function mayHoldRest(text: string, groups: Inlines['groups']): boolean {
  let next = 0;
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    while (next < groups.length && groups[next]!.start < at) next++;
    commaFirst.lastIndex = at + 1;
    if (groups[next]?.start !== at && commaFirst.test(text)) return true;
  }
  return false;
}

/** What is left of parentheses that have lost their source, and were not read because they lack their end or a date. */
function readRests(text: string, { atoms, citations, groups }: Inlines): readonly Citation[] {
  if (!mayHoldRest(text, groups)) return NONE;
  const taken = [...atoms, ...groups, ...citations.map(({ group }) => group)].sort((a, b) => a.start - b.start);
  const creator = () => {
    const isFree = createOverlapCheck(taken);
    return (group: Span, span: Span, when?: When) =>
      isFree(group) ? createCitation({ form: 'parenthesis', span, group, when }) : [];
  };
  const [createOpen, createClosed] = [creator(), creator()];
  const open = [...text.matchAll(unclosed)].flatMap(({ index, 0: words }) => {
    const tokens = tokenize(text, { start: index + 1, end: index + words.length }, []);
    const comma = tokens.findIndex((token) => isMark(token, ','));
    const when = longestDate(tokens.slice(comma + 1, comma + 1 + MAX_DATE_TOKENS));
    if (when?.dates[0]?.value.month === undefined) return [];
    const { end } = when.span;
    const wrongBracket = /[\]}]/.test(text[end] ?? '') ? 1 : 0;
    return createOpen({ start: index, end: end + wrongBracket }, { start: tokens[0]!.start, end }, when);
  });
  const closed = [...text.matchAll(fewWords)].flatMap(({ index, 0: { length }, 1: words }) =>
    createClosed({ start: index, end: index + length }, { start: index + 1, end: index + 1 + words!.length }),
  );
  return [...open, ...closed].sort((a, b) => a.span.start - b.span.start);
}

/** `(TASS, May 3; AFP, May 4.` of a parenthesis that is never closed, or is with a wrong bracket. The outlets must be certain. */
function readUnclosed(text: string, { atoms, groups }: Inlines, known: KnownNames): readonly Citation[] {
  if (countOf(text, '(') <= countOf(text, ')')) return NONE;
  const isFree = createOverlapCheck([...atoms, ...groups].sort((a, b) => a.start - b.start));
  return [...text.matchAll(unclosedName)].flatMap(({ index, 0: words }) => {
    const whole = { start: index, end: index + words.trimEnd().length };
    if (text[index + words.length] === ')' || !isFree(whole)) return NONE;
    const ends = [...words.matchAll(mayEndUnclosed)].map((stop) => index + stop.index);
    // The longest first: in `(TASS, May 3, 2021` more than `May 3` is the date.
    for (const end of [whole.end, ...ends.slice(0, MAX_ENDS).reverse()]) {
      const reading = readParenthesis(text, { start: index, end: end + 1 }, [], known);
      const found = reading.kind === 'citation' ? reading.citations : NONE;
      if (found.length === 0 || !found.every((one) => isPlain(one) && one.source && isCertainOutlet(one.source, known)))
        continue;
      const group = { start: index, end: /[\]}]/.test(text[end] ?? '') ? end + 1 : end };
      const { span } = found.at(-1)!;
      const formErrors = [{ kind: 'unclosed' as const, at: { start: span.end, end: span.end } }];
      return found.map((one, place) => ({ ...one, group, ...(place === found.length - 1 && { formErrors }) }));
    }
    return NONE;
  });
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}

/** The longest date at the start of the tokens. */
function longestDate(tokens: readonly Token[]): When | undefined {
  for (let length = tokens.length; length > 0; length--) {
    const when = readWhen(tokens.slice(0, length), 0);
    if (when) return when;
  }
  return undefined;
}

const NONE: readonly Citation[] = [];

/** Whether it has a date and no slip. */
function isPlain({ source, when, formErrors }: Citation): boolean {
  return when?.dates[0]?.value.month !== undefined && (!source || formErrors.length === 0);
}
