/** The items by year and month. */
import type { TimelineItem } from '../../../../server/src/features/views/pictureTypes';
import { count, element } from '../../picture/page/dom';

export interface Shown {
  readonly item: TimelineItem;
  /** Its place in what was sent. */
  readonly index: number;
}

export const MARKS = { report: '▪', event: '◆', brief: '●' } as const;
const KINDS = { report: 'Report', event: 'In the prose', brief: 'Brief' } as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `September`; for no month words that say so. */
export function monthWords(month: number | undefined): string {
  return month === undefined ? 'No month given' : MONTHS[month - 1]!;
}

/** The id of the heading of a year or of a month in it. */
export function headingId(year: number, month?: number): string {
  return month === undefined ? `y${year}` : `y${year}m${month}`;
}

/** Sections by year and month, in the order of the items. */
export function sectionsOf(shown: readonly Shown[]): HTMLElement[] {
  return groupBy(shown, ({ item }) => item.date.year).map(([year, ofYear]) => {
    const title = element('h2', { id: headingId(year) }, String(year));
    const months = groupBy(ofYear, ({ item }) => item.date.month ?? 0).flatMap(([month, ofMonth]) => {
      const words = `${monthWords(month || undefined)} ${year}`;
      return [
        element('h3', { id: headingId(year, month), tabindex: '-1' }, words),
        element('ol', { 'aria-label': words }, ...ofMonth.map((one) => element('li', {}, buttonOf(one)))),
      ];
    });
    return element('section', { 'aria-labelledby': headingId(year) }, title, ...months);
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): [number, T[]][] {
  const groups: [number, T[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] === keyOf(item)) last[1].push(item);
    else groups.push([keyOf(item), [item]]);
  }
  return groups;
}

function buttonOf({ item, index }: Shown): HTMLButtonElement {
  const { kind, date, title, detail, state, count: times } = item;
  // Citations of one day that lack a source need not mean the same report.
  const places = state === 'missing' ? `in ${count(times, 'place')}` : `cited ${count(times, 'time')}`;
  const notes = [detail, kind === 'report' && times > 1 ? places : ''].filter(Boolean);
  const words = element('span', { class: 'words' }, title);
  if (state) {
    const bad = state === 'missing' ? 'Source missing' : 'in no registry';
    words.append(title ? ' · ' : '', element('span', { class: 'bad' }, bad));
  }
  if (notes.length > 0) words.append(element('span', { class: 'note' }, ` · ${notes.join(' · ')}`));
  return element(
    'button',
    { type: 'button', class: `item ${kind}`, 'data-index': String(index), tabindex: '-1' },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[kind]),
    element('span', { class: 'day' }, date.day === undefined ? '' : String(date.day)),
    element('span', {}, element('span', { class: 'unseen' }, `${KINDS[kind]}: `), words),
  );
}

/** `September 2021: 3 items`. */
export function periodWords(year: number, month: number | undefined, number: number): string {
  return `${month === undefined ? '' : `${monthWords(month || undefined)} `}${year}: ${count(number, 'item')}`;
}
