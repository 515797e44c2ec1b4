/** How the items spread over time: a bar for every month, or for every year when there are too many months. */
import { element } from '../../shared/page/dom';
import { headingId, periodWords, type Shown } from './list';

const MOST_MONTHS = 60;
const MOST_YEARS = 150;
const HIGHEST = 50;

interface Period {
  readonly year: number;
  readonly month?: number;
  readonly count: number;
}

/** The bars, the oldest first; `go` is told of the heading that a bar stands for. */
export function barsOf(shown: readonly Shown[], go: (heading: string) => void): HTMLElement[] {
  const periods = periodsOf(shown);
  const most = Math.max(...periods.map(({ count }) => count), 1);
  const each = Math.ceil(periods.length / 12);
  return periods.map(({ year, month, count }, index) => {
    const bar = element('span', { class: 'bar' });
    bar.style.height = `${Math.max(2, Math.round((HIGHEST * count) / most))}px`;
    bar.hidden = count === 0;
    const label = month === undefined || month === 1 || index === 0 ? String(year) : '';
    const isLabelled = month === undefined ? index % each === 0 : label !== '';
    const when = element('span', { class: 'when', 'aria-hidden': 'true' }, isLabelled ? label : '');
    const words = periodWords(year, month, count);
    const button = element('button', { type: 'button', title: words, 'aria-label': words, tabindex: '-1' }, bar, when);
    if (count === 0) button.disabled = true;
    else button.addEventListener('click', () => go(headingId(year, month)));
    return button;
  });
}

/** From the first to the last, without gaps where that is not too many. */
function periodsOf(shown: readonly Shown[]): Period[] {
  const months = new Map<number, number>();
  const years = new Map<number, number>();
  for (const { item } of shown) {
    const { year, month } = item.date;
    years.set(year, (years.get(year) ?? 0) + 1);
    if (month !== undefined) months.set(year * 12 + month - 1, (months.get(year * 12 + month - 1) ?? 0) + 1);
  }
  const [first, last] = [Math.min(...months.keys()), Math.max(...months.keys())];
  if (months.size > 0 && last - first < MOST_MONTHS)
    return Array.from({ length: last - first + 1 }, (_, index) => ({
      year: Math.floor((first + index) / 12),
      month: ((first + index) % 12) + 1,
      count: months.get(first + index) ?? 0,
    }));
  const [from, to] = [Math.min(...years.keys()), Math.max(...years.keys())];
  if (to - from >= MOST_YEARS || years.size === 0)
    return [...years].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, count }));
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    year: from + index,
    count: years.get(from + index) ?? 0,
  }));
}
