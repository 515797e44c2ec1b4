/** The page of the timeline. */
import '../../page/texts';
import type { Timeline, TimelineKind } from '../../../../server/src/features/views/pictureTypes';
import { byId, count, fillReaches, host, isCalm, notice } from '../../picture/page/dom';
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
  status.textContent = 'Reading the briefs…';
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
  const all = timeline.items.length === shown.length ? '' : ` of ${timeline.items.length.toLocaleString('en')}`;
  status.textContent =
    timeline.items.length === 0
      ? `Nothing in ${count(timeline.briefs, 'brief')} has a date.`
      : `${shown.length.toLocaleString('en')}${all} ${timeline.items.length === 1 ? 'item' : 'items'} in ${count(timeline.briefs, 'brief')}.`;
}

function showNotice(): void {
  const { items, total, undated, unread, isIndexed } = timeline;
  notice(byId('notice'), [
    ...(total > items.length
      ? [`Only the latest ${items.length.toLocaleString('en')} of ${total.toLocaleString('en')} are shown.`]
      : []),
    ...(undated > 0 ? [`${count(undated, 'citation')} without a year ${undated === 1 ? 'is' : 'are'} left out.`] : []),
    ...(unread > 0 ? [`The prose of ${count(unread, 'brief')} was not searched for days: there are too many.`] : []),
    ...(isIndexed ? [] : ['The briefs are still being read. Refresh in a moment.']),
  ]);
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
