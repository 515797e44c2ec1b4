/** The words of a citation put another way. Every edit is read again before it is proposed: what would be misread is not. */

import type { Span } from '../../base/text/span.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { isValidId, readInlines } from '../../syntax/brief/inlines.ts';

import { isSourceMissing } from '../../syntax/citation/missing.ts';
import { inferYear, isSameDate } from '../../syntax/date/calendar.ts';
import { monthName, readWhen } from '../../syntax/date/writtenDate.ts';
import { tokenize } from '../../syntax/tokens.ts';

/** A span gives way to a text. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

const needsSpace = /[\p{L}\p{N}.:;]$/u;

/**
 * Puts `name` where the source of a citation is missing. `text` holds the citation, whose spans count from its start.
 * Undefined when the citation would not be read with that source.
 */
export function insertSource(text: string, citation: Citation, name: string): Replacement | undefined {
  if (!citation.when || !isSourceMissing(citation)) return undefined;
  const { start } = citation.when.span;
  const before = text.slice(citation.span.start, start);
  const trailing = /[\p{P}\p{S}\s]*$/u.exec(before)!;
  const comma = before.lastIndexOf(',');
  const at = citation.span.start + (comma < 0 ? before.length : comma);
  const space = needsSpace.test(text.slice(0, at)) ? ' ' : '';
  const attempts: Replacement[] = [
    { span: { start: at, end: at }, text: space + name },
    {
      span: { start: citation.span.start + trailing.index, end: start },
      text: `${trailing.index > 0 ? ' ' : ''}${name}, `,
    },
  ];
  return attempts.find((attempt) => isReadWithSource(text, citation, attempt, name));
}

/** The citation as it would be after the replacement; undefined when it is no single citation any more. */
export function reparseCitation(text: string, { span }: Citation, change: Replacement): Citation | undefined {
  const before = text.slice(span.start, change.span.start);
  const item = `(${before.trimStart()}${change.text}${text.slice(change.span.end, span.end)})`;
  const { citations } = readInlines(item);
  return citations.length === 1 && citations[0]!.group.end === item.length ? citations[0] : undefined;
}

/** Whether the citation is read with just this name or tag, all its dates, and nothing malformed about it. */
function isReadWithSource(text: string, citation: Citation, change: Replacement, name: string): boolean {
  const after = reparseCitation(text, citation, change);
  if (!after?.source || after.when?.dates.length !== citation.when?.dates.length) return false;
  const plainName = name.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
  const isWhole = after.id !== undefined || plainName.startsWith(after.source.name.replace(/[*_]/g, ''));
  return isWhole && after.formErrors.every(({ kind }) => kind === 'stray-stop');
}

/** `[surface](src:id)`; undefined when the id cannot be written in a tag. */
export function formatSourceTag(surface: string, id: string): string | undefined {
  const cleanSurface = surface.replace(/[[\]\\\s]+/g, ' ').trim();
  return isValidId(id) && cleanSurface !== '' ? `[${cleanSurface}](src:${id})` : undefined;
}

/**
 * The slips of a citation put right: one comma and a space before the date, no full stop after it. A line break before
 * the date stays. Spans count as those of the citation do.
 */
export function fixFormErrors(text: string, { source, formErrors: slips, when }: Citation): Replacement[] {
  if (!when) return [];
  const replacements: Replacement[] = [];
  if (source && slips.some(({ kind }) => kind !== 'stray-stop')) {
    const from = Math.max(source.end, ...[source.place, source.abbreviation].map((part) => (part ? part.end + 1 : 0)));
    // Emphasis marks on either side stay.
    const [, before = '', gap = '', after = ''] =
      /^([*_]*)([^*_]*)([*_]*)$/.exec(text.slice(from, when.span.start)) ?? [];
    const space = /\s+$/.exec(gap)?.[0] ?? '';
    const span = { start: from + before.length, end: when.span.start - after.length };
    if (gap !== '') replacements.push({ span, text: `,${space.includes('\n') ? space : ' '}` });
  }
  for (const { kind, at } of slips) if (kind === 'stray-stop') replacements.push({ span: at, text: '' });
  return replacements;
}

/**
 * The words of a date changed so that they say `to`, with no more changed than is needed; `from` is what they say now.
 * Without a year they are read in a brief of the date `brief`. Undefined where it takes more than another month, day
 * or year.
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

/** Replaces a word or number that stands there exactly once. */
function replaceUnique(text: string, word: string, replacement: string): string {
  const matches = [...text.matchAll(/\p{L}+|\d+/gu)].filter(([found]) => found.replace(/^0+(?=\d)/, '') === word);
  const [match] = matches;
  if (matches.length !== 1 || !match) return text;
  return text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length);
}
