/** The page of the timeline. */
import '../../shared/page/texts';
import * as l10n from '@vscode/l10n';
import type { Timeline, TimelineKind } from '../../../../../server/src/protocol/pictures';
import { byId, figure, fillReaches, host, isCalm, notice } from '../../shared/page/dom';
import { barsOf } from './density';
import { type Shown, sectionsOf } from './list';

interface State {
  readonly uri?: string | undefined;
  readonly reach?: string;
  readonly order?: string;
}

const KINDS: readonly TimelineKind[] = ['report', 'event', 'brief'];
const reach = byId<HTMLSelectElement>('reach');
const order = byId<HTMLSelectElement>('order');
const search = byId<HTMLInputElement>('search');
const status = byId('status');
const main = byId('main');
const density = byId('density');
const boxes = new Map(KINDS.map((kind) => [kind, byId<HTMLInputElement>(kind)]));
const saved = (host.getState() ?? {}) as State;

let timeline: Timeline = { items: [], total: 0, undated: 0, unread: 0, briefs: 0, isIndexed: true };
let uri = saved.uri;
let isFirst = true;

function remember(): void {
  host.setState({ uri, reach: reach.value, order: order.value } satisfies State);
}

function ask(): void {
  remember();
  status.textContent = l10n.t('Reading the briefs…');
  host.postMessage({ kind: 'ask', reach: reach.value });
}

function show(): void {
  const words = search.value.trim().toLowerCase();
  const shown: Shown[] = timeline.items
    .map((item, index) => ({ item, index }))
    .filter(({ item: { kind, title, detail } }) => {
      return boxes.get(kind)!.checked && `${title}\n${detail}`.toLowerCase().includes(words);
    });
  density.replaceChildren(...barsOf(shown, go));
  density.hidden = shown.length === 0;
  if (order.value === 'newest') shown.reverse();
  main.replaceChildren(...sectionsOf(shown));
  oneStop(density, density.querySelector('button:not(:disabled)'));
  oneStop(main, main.querySelector('button'));
  status.textContent = sayHowMany(shown.length);
}

function sayHowMany(shown: number): string {
  const { items, briefs } = timeline;
  if (items.length === 0)
    return briefs === 1
      ? l10n.t('Nothing in 1 brief has a date.')
      : l10n.t('Nothing in {0} briefs has a date.', figure(briefs));
  const those = sayItems(shown, items.length);
  return briefs === 1 ? l10n.t('{0} in 1 brief.', those) : l10n.t('{0} in {1} briefs.', those, figure(briefs));
}

function sayItems(shown: number, all: number): string {
  if (all === 1) return shown === 1 ? l10n.t('1 item') : l10n.t('0 of 1 item');
  return shown === all ? l10n.t('{0} items', figure(all)) : l10n.t('{0} of {1} items', figure(shown), figure(all));
}

function showNotice(): void {
  const { items, total, undated, unread, isIndexed } = timeline;
  notice(byId('notice'), [
    ...(total > items.length
      ? [l10n.t('Only the latest {0} of {1} are shown.', figure(items.length), figure(total))]
      : []),
    ...(undated > 0 ? [sayUndated(undated)] : []),
    ...(unread > 0 ? [sayUnread(unread)] : []),
    ...(isIndexed ? [] : [l10n.t('The briefs are still being read. Refresh in a moment.')]),
  ]);
}

function sayUndated(citations: number): string {
  return citations === 1
    ? l10n.t('1 citation without a year is left out.')
    : l10n.t('{0} citations without a year are left out.', figure(citations));
}

function sayUnread(briefs: number): string {
  return briefs === 1
    ? l10n.t('The prose of 1 brief was not searched for days: there are too many.')
    : l10n.t('The prose of {0} briefs was not searched for days: there are too many.', figure(briefs));
}

function go(heading: string): void {
  const found = document.getElementById(heading);
  found?.scrollIntoView({ block: 'start', behavior: isCalm() ? 'auto' : 'smooth' });
  const list = found?.nextElementSibling;
  const first = (list?.matches('h3') ? list.nextElementSibling : list)?.querySelector('button');
  first?.focus({ preventScroll: true });
}

/** A list is one stop of the Tab key; the arrows walk in it. */
function oneStop(list: HTMLElement, stop: HTMLElement | null): void {
  for (const old of list.querySelectorAll<HTMLElement>('button[tabindex="0"]')) old.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}

for (const list of [density, main]) {
  list.addEventListener('focusin', ({ target }) => oneStop(list, (target as HTMLElement).closest('button')));
  list.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const far: Record<string, number> = { PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 };
    const step = steps[event.key] ?? far[event.key];
    const buttons = [...list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]!.focus();
  });
}
main.addEventListener('click', ({ target }) => {
  const index = Number((target as HTMLElement).closest<HTMLElement>('button.item')?.dataset.index ?? -1);
  if (index >= 0) host.postMessage({ kind: 'show', index });
});
for (const box of boxes.values()) box.addEventListener('change', show);
search.addEventListener('input', show);
order.addEventListener('change', () => {
  remember();
  show();
});
reach.addEventListener('change', ask);
byId('refresh').addEventListener('click', ask);

addEventListener('message', ({ data }) => {
  switch (data?.kind) {
    case 'opened':
      uri = data.uri;
      fillReaches(reach, data.where);
      if (isFirst && saved.reach && [...reach.options].some(({ value }) => value === saved.reach))
        reach.value = saved.reach;
      if (isFirst && saved.order === 'oldest') order.value = 'oldest';
      isFirst = false;
      return ask();
    case 'timeline':
      timeline = data.timeline;
      show();
      return showNotice();
    case 'problem':
      status.textContent = String(data.words);
  }
});
host.postMessage({ kind: 'ready' });
