/** The list of items, by year and month. */
import * as l10n from '@vscode/l10n';
import type { TimelineItem } from '../../../../../server/src/protocol/pictures';
import { createElement, formatNumber } from '../../shared/page/dom';

export interface VisibleItem {
  readonly item: TimelineItem;
  /** Its index in the received items. */
  readonly index: number;
}

const MARKS = { report: '▪', event: '◆', brief: '●' } as const;
const KIND_LABELS = { report: l10n.t('Report'), event: l10n.t('In the prose'), brief: l10n.t('Brief') } as const;
/** By month number; 0 for dates without a month. */
const MONTHS: readonly ((year: string) => string)[] = [
  (year) => l10n.t('No month given {0}', year),
  (year) => l10n.t('January {0}', year),
  (year) => l10n.t('February {0}', year),
  (year) => l10n.t('March {0}', year),
  (year) => l10n.t('April {0}', year),
  (year) => l10n.t('May {0}', year),
  (year) => l10n.t('June {0}', year),
  (year) => l10n.t('July {0}', year),
  (year) => l10n.t('August {0}', year),
  (year) => l10n.t('September {0}', year),
  (year) => l10n.t('October {0}', year),
  (year) => l10n.t('November {0}', year),
  (year) => l10n.t('December {0}', year),
];

/** `September 2021`, or a text for dates without a month. */
function formatMonth(year: number, month: number): string {
  return MONTHS[month]!(String(year));
}

/** The id of the heading of a year or of a month in it. */
export function headingId(year: number, month?: number): string {
  return month === undefined ? `y${year}` : `y${year}m${month}`;
}

/** Creates sections by year and month, in the order of the items. */
export function createSections(visibleItems: readonly VisibleItem[]): HTMLElement[] {
  return groupBy(visibleItems, ({ item }) => item.date.year).map(([year, itemsOfYear]) => {
    const title = createElement('h2', { id: headingId(year) }, String(year));
    const months = groupBy(itemsOfYear, ({ item }) => item.date.month ?? 0).flatMap(([month, itemsOfMonth]) => {
      const label = formatMonth(year, month);
      return [
        createElement('h3', { id: headingId(year, month), tabindex: '-1' }, label),
        createElement(
          'ol',
          { 'aria-label': label },
          ...itemsOfMonth.map((one) => createElement('li', {}, createItemButton(one))),
        ),
      ];
    });
    return createElement('section', { 'aria-labelledby': headingId(year) }, title, ...months);
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

function createItemButton({ item, index }: VisibleItem): HTMLButtonElement {
  const { kind, date, isYearInferred, title, detail, state, count: times } = item;
  // Citations of one day without a source need not mean the same report.
  const useCount =
    state === 'missing' ? l10n.t('in {0} places', formatNumber(times)) : l10n.t('cited {0} times', formatNumber(times));
  const notes = [detail, kind === 'report' && times > 1 ? useCount : ''].filter(Boolean);
  const textElement = createElement('span', { class: 'words' }, title);
  if (state) {
    const problem = state === 'missing' ? l10n.t('Source missing') : l10n.t('in no registry');
    textElement.append(title ? ' · ' : '', createElement('span', { class: 'bad' }, problem));
  }
  if (notes.length > 0) textElement.append(createElement('span', { class: 'note' }, ` · ${notes.join(' · ')}`));
  return createElement(
    'button',
    {
      type: 'button',
      class: `item ${kind}`,
      'data-index': String(index),
      tabindex: '-1',
      ...(isYearInferred && { title: l10n.t('The year is inferred from the date of the brief: {0}.', date.year) }),
    },
    createElement('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[kind]),
    createElement('span', { class: 'day' }, date.day === undefined ? '' : String(date.day)),
    createElement('span', {}, createElement('span', { class: 'unseen' }, `${KIND_LABELS[kind]}: `), textElement),
  );
}

/** `September 2021: 3 items`. */
export function formatPeriod(year: number, month: number | undefined, itemCount: number): string {
  const period = month === undefined ? String(year) : formatMonth(year, month);
  return itemCount === 1 ? l10n.t('{0}: 1 item', period) : l10n.t('{0}: {1} items', period, formatNumber(itemCount));
}
