/** The order of the sources within a citation group. */

import type { Span } from '../../base/text/span.ts';
import { foldName } from '../../scope/scope.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { inferYear, isPossibleDate } from '../../syntax/date/calendar.ts';
import { daysInMonth } from '../../syntax/date/writtenDate.ts';

/** A source of a group with all its dates, which moves as a whole. */
export interface CitedSourceItem extends Span {
  readonly citations: readonly Citation[];
}

/** The text between two items, or before the first. Emphasis marks belong to the item that follows. */
const itemSeparator = /^\s*(;?)\s*([*_]*)$/;
const backReference = /^(?:ibid|idem|id|same|op\.? ?cit|loc\.? ?cit)\b/i;

/**
 * The items of a group if all of them can be reordered. Undefined if one cannot be: its source is missing, it is a key, it
 * has a lead-in (`see`) or a form error, or it refers back (`ibid.`); or if the group contains anything else.
 */
export function movableItems(
  citations: readonly Citation[],
  textOf: (span: Span) => string,
): CitedSourceItem[] | undefined {
  const items: { start: number; end: number; citations: Citation[] }[] = [];
  const { group } = citations[0]!;
  let at = group.start + 1;
  for (const citation of citations) {
    const { span, source, formErrors } = citation;
    const [, semicolon, emphasis = ''] = itemSeparator.exec(textOf({ start: at, end: span.start })) ?? [];
    if (semicolon === undefined || (semicolon === '') !== (items.length === 0)) return undefined;
    if (!source || formErrors.length > 0) return undefined;
    // Emphasis that ends in another item cannot move.
    if (emphasis !== '' && textOf(span).split(emphasis).length !== 2) return undefined;
    at = span.end;
    const previous = items.at(-1);
    if (previous && previous.citations[0]!.source === source) {
      previous.citations.push(citation);
      previous.end = span.end;
      continue;
    }
    const leadIn = textOf({ start: span.start, end: Math.max(span.start, source.start) });
    if (/\p{L}/u.test(leadIn) || backReference.test(source.name)) return undefined;
    items.push({ start: span.start - emphasis.length, end: span.end, citations: [citation] });
  }
  return textOf({ start: at, end: group.end - 1 }).trim() === '' ? items : undefined;
}

/**
 * The indexes of the items ordered by date; items with equal or overlapping dates keep their order. Undefined if they are
 * in order already, or if a date is unknown or is the date of access.
 */
export function orderByDate(
  items: readonly CitedSourceItem[],
  briefDate: CalendarDate | undefined,
  newestFirst: boolean,
): number[] | undefined {
  const dayRanges = items.flatMap(({ citations }) => dayRangeOfCitations(citations, briefDate) ?? []);
  if (dayRanges.length < items.length) return undefined;
  return newestFirst
    ? sortedOrder(
        dayRanges,
        (a, b) => a.last < b.first,
        (a, b) => b.last - a.last,
      )
    : sortedOrder(
        dayRanges,
        (a, b) => a.first > b.last,
        (a, b) => a.first - b.first,
      );
}

/** The indexes of the items ordered by source name; undefined if they are in order, or have names that houses sort differently. */
export function orderByName(items: readonly CitedSourceItem[]): number[] | undefined {
  const names = items.flatMap(({ citations }) => sortNameOf(citations[0]!.source?.name ?? '') ?? []);
  if (names.length < items.length) return undefined;
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  const isAfter = (a: SortName, b: SortName) => compare(a.folded, b.folded) > 0 && compare(a.written, b.written) > 0;
  return sortedOrder(names, isAfter, (a, b) => compare(a.folded, b.folded));
}

interface SortName {
  readonly written: string;
  /** The name as `foldName` folds it, without `The`. */
  readonly folded: string;
}

/** The name to sort by. Titles in quotation marks, Arabic articles, numbers and other scripts have no agreed order: undefined. */
function sortNameOf(name: string): SortName | undefined {
  const written = name.replace(/^www\./i, '');
  const isPlain = /^\p{Script=Latin}/u.test(written) && !/^\p{L}{1,3}[-’'‘]|^[ae]l\s|[“”"«»„]/iu.test(written);
  return isPlain ? { written, folded: foldName(written) } : undefined;
}

/** The order of the keys if some pair is out of order and sorting corrects all pairs; undefined otherwise. */
function sortedOrder<T>(
  keys: readonly T[],
  isOutOfOrder: (a: T, b: T) => boolean,
  compare: (a: T, b: T) => number,
): number[] | undefined {
  const order = keys.map((_, index) => index);
  const hasOutOfOrder = (order: readonly number[]) =>
    order.some((a, index) => order.slice(index + 1).some((b) => isOutOfOrder(keys[a]!, keys[b]!)));
  if (!hasOutOfOrder(order)) return undefined;
  order.sort((a, b) => compare(keys[a]!, keys[b]!) || a - b);
  return hasOutOfOrder(order) ? undefined : order;
}

interface DayRange {
  readonly first: number;
  readonly last: number;
}

function dayRangeOfCitations(
  citations: readonly Citation[],
  briefDate: CalendarDate | undefined,
): DayRange | undefined {
  if (citations.some(({ when }) => !when || when.accessed)) return undefined;
  const dates = citations
    .flatMap(({ when }) => when?.dates ?? [])
    .flatMap(({ value, until }) => [value, until ?? value]);
  const dayRanges = dates.flatMap((date) => dayRangeOf(inferYear(date, briefDate)) ?? []);
  if (dayRanges.length < dates.length) return undefined;
  return {
    first: Math.min(...dayRanges.map(({ first }) => first)),
    last: Math.max(...dayRanges.map(({ last }) => last)),
  };
}

/** The first and last day that a date may mean, as comparable numbers; undefined for an impossible date, or without a month. */
function dayRangeOf(date: CalendarDate): DayRange | undefined {
  const { year, month, day } = date;
  if (year === undefined || month === undefined || !isPossibleDate(date)) return undefined;
  const dayNumber = (one: number) => (year * 12 + month) * 31 + one;
  return { first: dayNumber(day ?? 1), last: dayNumber(day ?? daysInMonth(month, year)) };
}
