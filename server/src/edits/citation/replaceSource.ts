/** Edits within a citation. Each edit is parsed again before it is proposed, so that none is misread. */

import type { Span } from '../../base/text/span.ts';
import { isValidId } from '../../base/text/validId.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { readCitations } from '../../syntax/brief/registryAnswers.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';
import { findSourceLines } from '../../syntax/citation/sourceLines.ts';
import { inferYear, isSameDate } from '../../syntax/date/calendar.ts';
import { monthName, readWhen } from '../../syntax/date/writtenDate.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';
import { tokenize } from '../../syntax/tokens.ts';

/** Replaces a span by a text. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** `[ ]()`: what is left of a source that was a link. */
const emptyLink = /^\[[^\p{L}\p{N}\][]{0,20}\]\([^\p{L}\p{N}()]{0,20}\)/u;
const needsSpace = /[\p{L}\p{N}.:;]$/u;

/**
 * Inserts the missing source of a citation. The spans of the citation count from the start of `text`. Undefined if the
 * result would not parse as a citation with this source. `known`: what the registries say.
 */
export function insertSource(
  text: string,
  citation: Citation,
  name: string,
  known: KnownNames,
): Replacement | undefined {
  if (!citation.when || !isSourceMissing(citation)) return undefined;
  const { start, end } = citation.when.span;
  const before = text.slice(citation.span.start, start);
  const leading = /^[^\p{L}\p{N}“"«„]*/u.exec(before)![0];
  const trailing = /[\p{P}\p{S}\s]*$/u.exec(before)!;
  const comma = before.search(/[,，、،][^,，、،]*$/u);
  const at = citation.span.start + (comma < 0 ? before.length : comma);
  const space = needsSpace.test(text.slice(0, at)) ? ' ' : '';
  const lastWord = citation.span.start + /\S*[\p{P}\s]*$/u.exec(before)!.index;
  const link = emptyLink.exec(before)?.[0].length ?? 0;
  const attempts: Replacement[] = [
    ...(link > 0 ? [{ span: { start: citation.span.start, end: citation.span.start + link }, text: name }] : []),
    { span: { start: at, end: at }, text: space + name },
    // `–, “Title,” May 3`
    ...(leading
      ? [{ span: { start: citation.span.start, end: citation.span.start + leading.length }, text: `${name}, ` }]
      : []),
    {
      span: { start: citation.span.start + trailing.index, end: start },
      text: `${trailing.index > 0 ? ' ' : ''}${name}, `,
    },
    // `N/A, May 3`
    { span: { start: lastWord, end: start }, text: `${name}, ` },
    // `May 3, ?`
    ...(before === '' ? [{ span: citation.span, text: `${name}, ${text.slice(start, end)}` }] : []),
  ];
  return attempts.find((attempt) => isReadWithSource(text, citation, attempt, name, known));
}

const dashBefore = /(?:[—–―]|--)\s?$|(?<=\s)-\s$/u;

/**
 * The replacement of a source, with parentheses around the citation where it would be read as text otherwise: in square brackets and behind
 * a dash only an outlet that is certain is a source. A parenthesis that was never closed is closed. `text` holds the whole group of the citation.
 */
export function inParentheses(
  text: string,
  { group, span }: Citation,
  change: Replacement,
  known: KnownNames,
): Replacement {
  const changed = (from: number, to: number) =>
    text.slice(from, change.span.start) + change.text + text.slice(change.span.end, to);
  if (text[group.start] === '[') {
    const after = changed(group.start, group.end);
    const isRead = readCitations(after, known).some((one) => one.group.end === after.length);
    return isRead ? change : { span: group, text: `(${after.slice(1, -1)})` };
  }
  if (text[group.start] === '(' && text[group.end - 1] !== ')') {
    const item = changed(change.span.start, group.end).replace(/[\]}]$/, '');
    return { span: { start: change.span.start, end: group.end }, text: `${item})` };
  }
  const dash = text[group.start] === '(' ? undefined : dashBefore.exec(text.slice(0, span.start));
  const item = changed(span.start, span.end);
  if (!dash || item.includes('](') || findSourceLines(`. — ${item}`, known).length > 0) return change;
  return { span: { start: dash.index, end: span.end }, text: `(${item})` };
}

/** The citation after a replacement; undefined if the result is no longer a single citation. */
export function reparseCitation(
  text: string,
  { span }: Citation,
  change: Replacement,
  known: KnownNames,
): Citation | undefined {
  const before = text.slice(span.start, change.span.start);
  const item = `(${before.trimStart()}${change.text}${text.slice(change.span.end, span.end)})`;
  const citations = readCitations(item, known);
  return citations.length === 1 && citations[0]!.group.end === item.length ? citations[0] : undefined;
}

/** Whether the replacement yields a citation with exactly this name or tag, all its dates, and no new form error. */
function isReadWithSource(
  text: string,
  citation: Citation,
  change: Replacement,
  name: string,
  known: KnownNames,
): boolean {
  const after = reparseCitation(text, citation, change, known);
  if (!after?.source || after.when?.dates.length !== citation.when?.dates.length) return false;
  const plainName = name.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
  const isWhole = after.id !== undefined || plainName.startsWith(after.source.name.replace(/[*_]/g, ''));
  return isWhole && after.formErrors.every(({ kind }) => kind === 'stray-stop');
}

/** Formats `[surface](src:id)`; undefined if the id is invalid, or nothing of the surface can be written in a tag. */
export function formatSourceTag(surface: string, id: string): string | undefined {
  const cleanSurface = surface.replace(/[[\]\\\s]+/g, ' ').trim();
  return isValidId(id) && cleanSurface !== '' ? `[${cleanSurface}](src:${id})` : undefined;
}

/**
 * Changes a written date from `from` to `to` with as few edits as possible. A date without a year is read in a brief of
 * the given date. Undefined if replacing month, day and year, or adding the year, does not suffice.
 */
export function changeDate(
  dateText: string,
  from: CalendarDate,
  to: CalendarDate,
  briefDate: CalendarDate | undefined,
): string | undefined {
  let text = dateText;
  if (from.month !== undefined && to.month !== undefined && from.month !== to.month)
    text = replaceUnique(text, monthName(from.month), monthName(to.month));
  if (from.day !== undefined && to.day !== undefined && from.day !== to.day)
    text = replaceUnique(text, String(from.day), String(to.day));
  if (from.year !== undefined && to.year !== undefined && from.year !== to.year)
    text = replaceUnique(text, String(from.year), String(to.year));
  for (const attempt of [text, `${text}, ${to.year}`]) {
    const tokens = tokenize(attempt, { start: 0, end: attempt.length }, []);
    const when = tokens.length > 0 ? readWhen(tokens, 0) : undefined;
    const [only] = when?.dates ?? [];
    if (when?.dates.length === 1 && only && !only.until && isSameDate(inferYear(only.value, briefDate), to))
      return attempt;
  }
  return undefined;
}

/** A written date without a year, with this year; undefined if the result is not read as that day. */
export function writeYear(dateText: string, { month, day }: CalendarDate, year: number): string | undefined {
  const isDayFirst = /^\d/.test(dateText);
  const joints = / de /.test(dateText) ? [' de '] : isDayFirst ? [' ', ', '] : [', ', ' '];
  return joints
    .map((joint) => `${dateText}${joint}${year}`)
    .find((attempt) => {
      const tokens = tokenize(attempt, { start: 0, end: attempt.length }, []);
      const [only, ...others] = (tokens.length > 0 && readWhen(tokens, 0)?.dates) || [];
      const isWhole = only !== undefined && others.length === 0 && only.span.end === attempt.length;
      return (
        isWhole &&
        isSameDate(only.value, { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) })
      );
    });
}

/** Replaces a word or number that occurs exactly once; otherwise the text is unchanged. */
function replaceUnique(text: string, word: string, replacement: string): string {
  const matches = [...text.matchAll(/\p{L}+|\d+/gu)].filter(([found]) => found.replace(/^0+(?=\d)/, '') === word);
  const [match] = matches;
  if (matches.length !== 1 || !match) return text;
  return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
}
