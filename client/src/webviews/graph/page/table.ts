/** The same as the picture, as a table: sorted by any column, walked with the arrow keys. */
import * as l10n from '@vscode/l10n';
import type { GraphNode } from '../../../../../server/src/protocol/pictures';
import { element, figure } from '../../shared/page/dom';
import { shapeIcon } from './legend';
import { kindOf } from './shapes';

export interface Row extends GraphNode {
  readonly index: number;
  /** How many others it is together with. */
  readonly others: number;
}

export interface TableEvents {
  readonly onChoose: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const COLUMNS = [
  { words: l10n.t('Entity'), isNumber: false, compare: (a: Row, b: Row) => collator.compare(a.name, b.name) },
  { words: l10n.t('Type'), isNumber: false, compare: (a: Row, b: Row) => collator.compare(typeWords(a), typeWords(b)) },
  { words: l10n.t('Mentions'), isNumber: true, compare: (a: Row, b: Row) => a.mentions - b.mentions },
  { words: l10n.t('Briefs'), isNumber: true, compare: (a: Row, b: Row) => a.briefs - b.briefs },
  { words: l10n.t('Others'), isNumber: true, compare: (a: Row, b: Row) => a.others - b.others },
];

/** The name of a type, of the registry or built in. */
export function typeWords({ builtIn, typeName }: GraphNode): string {
  return typeName || kindOf(builtIn).words;
}

export function createTable(table: HTMLTableElement, { onChoose, onOpen }: TableEvents) {
  const body = table.tBodies[0]!;
  let rows: readonly Row[] = [];
  let made = new Map<number, HTMLTableRowElement>();
  let found: ReadonlySet<number> | undefined;
  let order = { column: 2, isRising: false };
  let chosen = -1;

  const heads = COLUMNS.map(({ words, isNumber }, column) => {
    const button = element('button', { type: 'button', class: 'plain' }, words);
    button.addEventListener('click', () => {
      order = { column, isRising: order.column === column ? !order.isRising : !isNumber };
      show();
    });
    return element('th', { scope: 'col', ...(isNumber && { class: 'number' }) }, button);
  });
  table.tHead!.append(element('tr', {}, ...heads));

  const buttonOf = (index: number) => made.get(index)?.querySelector('button') ?? undefined;
  const shownButtons = () => [...body.querySelectorAll<HTMLButtonElement>('tr:not([hidden]) button')];

  function show(): void {
    const { column, isRising } = order;
    for (const [at, head] of heads.entries()) {
      head.ariaSort = at === column ? (isRising ? 'ascending' : 'descending') : 'none';
    }
    const turn = isRising ? 1 : -1;
    const sorted = [...rows].sort((a, b) => turn * COLUMNS[column]!.compare(a, b) || a.index - b.index);
    for (const [index, row] of made) row.hidden = found !== undefined && !found.has(index);
    body.replaceChildren(...sorted.map(({ index }) => made.get(index)!));
    oneStop();
  }

  /** The table is one stop of the Tab key; the arrows walk in it. */
  function oneStop(): void {
    const current = buttonOf(chosen);
    const stop = current?.closest('tr')?.hidden === false ? current : shownButtons()[0];
    for (const row of made.values()) row.querySelector('button')!.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
  }

  body.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1e9,
      End: 1e9,
    };
    const step = steps[event.key];
    const buttons = shownButtons();
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]!.focus();
  });
  const indexOf = (target: EventTarget | null) => Number((target as HTMLElement).closest('tr')?.dataset.index ?? -1);
  body.addEventListener('focusin', ({ target }) => onChoose(indexOf(target)));
  body.addEventListener('click', ({ target }) => {
    const index = indexOf(target);
    if (index < 0) return;
    if ((target as HTMLElement).closest('button')) onOpen(index);
    else buttonOf(index)?.focus();
  });

  return {
    fill(next: readonly Row[]) {
      rows = next;
      chosen = -1;
      found = undefined;
      made = new Map(next.map((row) => [row.index, rowOf(row)]));
      show();
    },
    /** Shows only these; undefined shows all. */
    only(next: ReadonlySet<number> | undefined) {
      found = next;
      show();
    },
    choose(index: number) {
      const before = made.get(chosen);
      before?.classList.remove('chosen');
      before?.querySelector('button')?.removeAttribute('aria-current');
      chosen = index;
      const row = made.get(index);
      row?.classList.add('chosen');
      row?.querySelector('button')?.setAttribute('aria-current', 'true');
      row?.scrollIntoView({ block: 'nearest' });
      const old = before?.querySelector('button');
      if (old) old.tabIndex = -1;
      oneStop();
    },
    focusFirst: () => shownButtons()[0]?.focus(),
    focus: (index: number) => buttonOf(index)?.focus(),
  };
}

function rowOf(row: Row): HTMLTableRowElement {
  const { index, name, builtIn, mentions, briefs, others } = row;
  const number = (value: number) => element('td', { class: 'number' }, figure(value));
  const title = element(
    'th',
    { scope: 'row' },
    element('button', { type: 'button', class: 'plain', tabindex: '-1' }, name),
  );
  const type = element('td', {}, shapeIcon(builtIn), ` ${typeWords(row).slice(0, 40)}`);
  return element('tr', { 'data-index': String(index) }, title, type, number(mentions), number(briefs), number(others));
}
