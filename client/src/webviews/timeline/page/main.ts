/** The script of the timeline page. */
import '../../shared/page/texts';
import * as l10n from '@vscode/l10n';
import type { Timeline, TimelineKind } from '../../../../../server/src/protocol/pictures';
import {
  byId,
  chooseOption,
  fillRangeOptions,
  formatNumber,
  host,
  prefersReducedMotion,
  setNotice,
} from '../../shared/page/dom';
import { createBars } from './density';
import { createSections, type VisibleItem } from './list';

interface State {
  readonly uri?: string | undefined;
  readonly rangeKind?: string;
  readonly order?: string;
}

const KINDS: readonly TimelineKind[] = ['report', 'event', 'brief'];
const rangeSelect = byId<HTMLSelectElement>('range');
const orderSelect = byId<HTMLSelectElement>('order');
const searchInput = byId<HTMLInputElement>('search');
const statusLine = byId('status');
const main = byId('main');
const density = byId('density');
const kindCheckboxes = new Map(KINDS.map((kind) => [kind, byId<HTMLInputElement>(kind)]));
const savedState = (host.getState() ?? {}) as State;

let timeline: Timeline = { items: [], total: 0, undated: 0, unread: 0, briefs: 0, isIndexed: true };
let uri = savedState.uri;
/** The range of the saved state, until the names of the ranges are known. */
let savedRange = savedState.rangeKind;
chooseOption(orderSelect, savedState.order);

function saveState(): void {
  host.setState({ uri, rangeKind: rangeSelect.value, order: orderSelect.value } satisfies State);
}

function requestTimeline(): void {
  saveState();
  statusLine.textContent = l10n.t('Reading the briefs…');
  host.postMessage({ kind: 'ask', rangeKind: rangeSelect.value });
}

function render(): void {
  const query = searchInput.value.trim().toLowerCase();
  const visibleItems: VisibleItem[] = timeline.items
    .map((item, index) => ({ item, index }))
    .filter(({ item: { kind, title, detail } }) => {
      return kindCheckboxes.get(kind)!.checked && `${title}\n${detail}`.toLowerCase().includes(query);
    });
  density.replaceChildren(...createBars(visibleItems, scrollToHeading));
  density.hidden = visibleItems.length === 0;
  if (orderSelect.value === 'newest') visibleItems.reverse();
  main.replaceChildren(...createSections(visibleItems));
  setTabStop(density, density.querySelector('button:not(:disabled)'));
  setTabStop(main, main.querySelector('button'));
  statusLine.textContent = formatSummary(visibleItems.length);
}

function formatSummary(shown: number): string {
  const { items, briefs } = timeline;
  if (items.length === 0)
    return briefs === 1
      ? l10n.t('Nothing in 1 brief has a date.')
      : l10n.t('Nothing in {0} briefs has a date.', formatNumber(briefs));
  const itemCount = formatItemCount(shown, items.length);
  return briefs === 1
    ? l10n.t('{0} in 1 brief.', itemCount)
    : l10n.t('{0} in {1} briefs.', itemCount, formatNumber(briefs));
}

function formatItemCount(shown: number, all: number): string {
  if (all === 1) return shown === 1 ? l10n.t('1 item') : l10n.t('0 of 1 item');
  return shown === all
    ? l10n.t('{0} items', formatNumber(all))
    : l10n.t('{0} of {1} items', formatNumber(shown), formatNumber(all));
}

function showNotice(): void {
  const { items, total, undated, unread, isIndexed } = timeline;
  setNotice(byId('notice'), [
    ...(total > items.length
      ? [l10n.t('Only the latest {0} of {1} are shown.', formatNumber(items.length), formatNumber(total))]
      : []),
    ...(undated > 0 ? [formatUndated(undated)] : []),
    ...(unread > 0 ? [formatUnsearched(unread)] : []),
    ...(isIndexed ? [] : [l10n.t('The briefs are still being read. Refresh in a moment.')]),
  ]);
}

function formatUndated(citations: number): string {
  return citations === 1
    ? l10n.t('1 citation without a year is left out.')
    : l10n.t('{0} citations without a year are left out.', formatNumber(citations));
}

function formatUnsearched(briefs: number): string {
  return briefs === 1
    ? l10n.t('The prose of 1 brief was not searched for days: there are too many.')
    : l10n.t('The prose of {0} briefs was not searched for days: there are too many.', formatNumber(briefs));
}

function scrollToHeading(heading: string): void {
  const headingElement = document.getElementById(heading);
  headingElement?.scrollIntoView({ block: 'start', behavior: prefersReducedMotion() ? 'auto' : 'smooth' });
  const list = headingElement?.nextElementSibling;
  const first = (list?.matches('h3') ? list.nextElementSibling : list)?.querySelector('button');
  first?.focus({ preventScroll: true });
}

/** Roving tab index: a list is one Tab stop, and the arrow keys move inside it. */
function setTabStop(list: HTMLElement, tabStop: HTMLElement | null): void {
  for (const previous of list.querySelectorAll<HTMLElement>('button[tabindex="0"]')) previous.tabIndex = -1;
  if (tabStop) tabStop.tabIndex = 0;
}

for (const list of [density, main]) {
  list.addEventListener('focusin', ({ target }) => setTabStop(list, (target as HTMLElement).closest('button')));
  list.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const pageSteps: Record<string, number> = { PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 };
    const step = steps[event.key] ?? pageSteps[event.key];
    const buttons = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const position = buttons.indexOf(event.target as HTMLButtonElement);
    if (step === undefined || position < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, position + step))]!.focus();
  });
}
main.addEventListener('click', ({ target }) => {
  const index = Number((target as HTMLElement).closest<HTMLElement>('button.item')?.dataset.index ?? -1);
  if (index >= 0) host.postMessage({ kind: 'show', index });
});
for (const box of kindCheckboxes.values()) box.addEventListener('change', render);
searchInput.addEventListener('input', render);
orderSelect.addEventListener('change', () => {
  saveState();
  render();
});
rangeSelect.addEventListener('change', requestTimeline);
byId('refresh').addEventListener('click', requestTimeline);

addEventListener('message', ({ data }) => {
  switch (data?.kind) {
    case 'opened':
      uri = data.uri;
      fillRangeOptions(rangeSelect, data.where);
      chooseOption(rangeSelect, savedRange);
      savedRange = undefined;
      return requestTimeline();
    case 'timeline':
      timeline = data.timeline;
      render();
      return showNotice();
    case 'problem':
      statusLine.textContent = String(data.text);
  }
});
host.postMessage({ kind: 'ready' });
