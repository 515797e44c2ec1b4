/** The sources of one citation group in another order. */

import type { Span } from '../../base/text/span.ts';
import { foldName } from '../../scope/scope.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';

import { exists, inferYear } from '../../syntax/date/calendar.ts';
import { daysInMonth } from '../../syntax/date/writtenDate.ts';

/** One source of a group with all the dates it is cited for: what moves as a whole. */
export interface Item extends Span {
  readonly citations: readonly Citation[];
}

/** Between two items, or before the first; emphasis marks belong to the item that follows. */
const between = /^\s*(;?)\s*([*_]*)$/;
const backward = /^(?:ibid|idem|id|same|op\.? ?cit|loc\.? ?cit)\b/i;

/**
 * The items of a group that may change places. Undefined when one of them may not: its source is missing, it is a key,
 * has a lead-in (`see`) or a slip, or points back (`ibid.`); or when the group holds anything else.
 */
export function itemsOf(citations: readonly Citation[], textOf: (span: Span) => string): Item[] | undefined {
  const items: { start: number; end: number; citations: Citation[] }[] = [];
  const { group } = citations[0]!;
  let at = group.start + 1;
  for (const citation of citations) {
    const { span, source, form, slips } = citation;
    const [, semicolon, marks = ''] = between.exec(textOf({ start: at, end: span.start })) ?? [];
    if (semicolon === undefined || (semicolon === '') !== (items.length === 0)) return undefined;
    if (!source || form === 'key' || slips.length > 0) return undefined;
    // Marks that close in another item cannot move.
    if (marks !== '' && textOf(span).split(marks).length !== 2) return undefined;
    at = span.end;
    const before = items.at(-1);
    if (before && before.citations[0]!.source === source) {
      before.citations.push(citation);
      before.end = span.end;
      continue;
    }
    const leadIn = textOf({ start: span.start, end: Math.max(span.start, source.start) });
    if (/\p{L}/u.test(leadIn) || backward.test(source.name)) return undefined;
    items.push({ start: span.start - marks.length, end: span.end, citations: [citation] });
  }
  return textOf({ start: at, end: group.end - 1 }).trim() === '' ? items : undefined;
}

/**
 * The places of the items in order of their dates; the same order where dates overlap or are equal. Undefined where a
 * date is not known or says when something was read, not when it appeared.
 */
export function orderByDate(
  items: readonly Item[],
  brief: CalendarDate | undefined,
  newestFirst: boolean,
): number[] | undefined {
  const times = items.flatMap(({ citations }) => timeOf(citations, brief) ?? []);
  if (times.length < items.length) return undefined;
  return newestFirst
    ? reordered(
        times,
        (a, b) => a.last < b.first,
        (a, b) => b.last - a.last,
      )
    : reordered(
        times,
        (a, b) => a.first > b.last,
        (a, b) => a.first - b.first,
      );
}

/** The places of the items in order of the names of their sources; undefined for names that houses sort in different ways. */
export function orderByName(items: readonly Item[]): number[] | undefined {
  const names = items.flatMap(({ citations }) => nameOf(citations[0]!.source?.name ?? '') ?? []);
  if (names.length < items.length) return undefined;
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  const after = (a: Name, b: Name) => compare(a.folded, b.folded) > 0 && compare(a.written, b.written) > 0;
  return reordered(names, after, (a, b) => compare(a.folded, b.folded));
}

interface Name {
  readonly written: string;
  /** Without `The`. */
  readonly folded: string;
}

/** Titles in quotation marks, articles of Arabic names, numbers and other scripts have no one place in the alphabet. */
function nameOf(name: string): Name | undefined {
  const written = name.replace(/^www\./i, '');
  const isPlain = /^\p{Script=Latin}/u.test(written) && !/^\p{L}{1,3}[-’'‘]|^[ae]l\s|[“”"«»„]/iu.test(written);
  return isPlain ? { written, folded: foldName(written) } : undefined;
}

/** The order that `wrong` neighbours of any distance should have; undefined when there are none, or sorting leaves some. */
function reordered<T>(
  keys: readonly T[],
  wrong: (a: T, b: T) => boolean,
  compare: (a: T, b: T) => number,
): number[] | undefined {
  const places = keys.map((_, index) => index);
  const isWrong = (order: readonly number[]) =>
    order.some((a, index) => order.slice(index + 1).some((b) => wrong(keys[a]!, keys[b]!)));
  if (!isWrong(places)) return undefined;
  places.sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  return isWrong(places) ? undefined : places;
}

interface Time {
  readonly first: number;
  readonly last: number;
}

function timeOf(citations: readonly Citation[], brief: CalendarDate | undefined): Time | undefined {
  if (citations.some(({ when }) => !when || when.accessed)) return undefined;
  const dates = citations
    .flatMap(({ when }) => when?.dates ?? [])
    .flatMap(({ value, until }) => [value, until ?? value]);
  const days = dates.flatMap((date) => daysOf(inferYear(date, brief)) ?? []);
  if (days.length < dates.length) return undefined;
  return { first: Math.min(...days.map(({ first }) => first)), last: Math.max(...days.map(({ last }) => last)) };
}

/** The first and the last day that a date may mean, as numbers that can be compared. */
function daysOf(date: CalendarDate): Time | undefined {
  const { year, month, day } = date;
  if (year === undefined || month === undefined || !exists(date)) return undefined;
  const numberOf = (one: number) => (year * 12 + month) * 31 + one;
  return { first: numberOf(day ?? 1), last: numberOf(day ?? daysInMonth(month, year)) };
}
