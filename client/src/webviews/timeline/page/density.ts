/** A bar chart of the items over time: one bar per month, or per year if there are too many months. */
import { createElement } from '../../shared/page/dom';
import { formatPeriod, headingId, type VisibleItem } from './list';

const MAX_MONTHS = 60;
const MAX_YEARS = 150;
const MAX_BAR_HEIGHT = 50;

interface Period {
  readonly year: number;
  readonly month?: number;
  readonly count: number;
}

/** The bars, oldest first. `onSelect` receives the id of the heading for a bar. */
export function createBars(visibleItems: readonly VisibleItem[], onSelect: (heading: string) => void): HTMLElement[] {
  const periods = periodsOf(visibleItems);
  const maxCount = Math.max(...periods.map(({ count }) => count), 1);
  const labelInterval = Math.ceil(periods.length / 12);
  return periods.map(({ year, month, count }, index) => {
    const bar = createElement('span', { class: 'bar' });
    bar.style.height = `${Math.max(2, Math.round((MAX_BAR_HEIGHT * count) / maxCount))}px`;
    bar.hidden = count === 0;
    const label = month === undefined || month === 1 || index === 0 ? String(year) : '';
    const isLabelled = month === undefined ? index % labelInterval === 0 : label !== '';
    const labelElement = createElement('span', { class: 'when', 'aria-hidden': 'true' }, isLabelled ? label : '');
    const description = formatPeriod(year, month, count);
    const button = createElement(
      'button',
      { type: 'button', title: description, 'aria-label': description, tabindex: '-1' },
      bar,
      labelElement,
    );
    if (count === 0) button.disabled = true;
    else button.addEventListener('click', () => onSelect(headingId(year, month)));
    return button;
  });
}

/** The periods from first to last, including empty ones unless there would be too many. */
function periodsOf(visibleItems: readonly VisibleItem[]): Period[] {
  const months = new Map<number, number>();
  const years = new Map<number, number>();
  for (const { item } of visibleItems) {
    const { year, month } = item.date;
    years.set(year, (years.get(year) ?? 0) + 1);
    if (month !== undefined) months.set(year * 12 + month - 1, (months.get(year * 12 + month - 1) ?? 0) + 1);
  }
  const [first, last] = [Math.min(...months.keys()), Math.max(...months.keys())];
  if (months.size > 0 && last - first < MAX_MONTHS)
    return Array.from({ length: last - first + 1 }, (_, index) => ({
      year: Math.floor((first + index) / 12),
      month: ((first + index) % 12) + 1,
      count: months.get(first + index) ?? 0,
    }));
  const [from, to] = [Math.min(...years.keys()), Math.max(...years.keys())];
  if (to - from >= MAX_YEARS || years.size === 0)
    return [...years].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, count }));
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    year: from + index,
    count: years.get(from + index) ?? 0,
  }));
}
