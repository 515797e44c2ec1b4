/** The graph as a table: sortable by each column, with arrow key navigation. */
import * as l10n from '@vscode/l10n';
import type { GraphNode } from '../../../../../server/src/protocol/pictures';
import { createElement, formatNumber } from '../../shared/page/dom';
import { createShapeIcon } from './legend';
import { appearanceOf } from './shapes';

export interface TableRow extends GraphNode {
  readonly index: number;
  /** Number of entities it appears with. */
  readonly otherCount: number;
}

export interface TableEvents {
  readonly onChoose: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const COLUMNS = [
  { label: l10n.t('Entity'), isNumber: false, compare: (a: TableRow, b: TableRow) => collator.compare(a.name, b.name) },
  {
    label: l10n.t('Type'),
    isNumber: false,
    compare: (a: TableRow, b: TableRow) => collator.compare(typeLabel(a), typeLabel(b)),
  },
  { label: l10n.t('Mentions'), isNumber: true, compare: (a: TableRow, b: TableRow) => a.mentions - b.mentions },
  { label: l10n.t('Briefs'), isNumber: true, compare: (a: TableRow, b: TableRow) => a.briefs - b.briefs },
  { label: l10n.t('Others'), isNumber: true, compare: (a: TableRow, b: TableRow) => a.otherCount - b.otherCount },
];

/** The display name of a type, custom or built-in. */
export function typeLabel({ builtIn, typeName }: GraphNode): string {
  return typeName || appearanceOf(builtIn).label;
}

export function createTable(table: HTMLTableElement, { onChoose, onOpen }: TableEvents) {
  const body = table.tBodies[0]!;
  let rows: readonly TableRow[] = [];
  let rowElements = new Map<number, HTMLTableRowElement>();
  let matches: ReadonlySet<number> | undefined;
  let sortOrder = { column: 2, isAscending: false };
  let chosen = -1;

  const heads = COLUMNS.map(({ label, isNumber }, column) => {
    const button = createElement('button', { type: 'button', class: 'plain' }, label);
    button.addEventListener('click', () => {
      sortOrder = { column, isAscending: sortOrder.column === column ? !sortOrder.isAscending : !isNumber };
      show();
    });
    return createElement('th', { scope: 'col', ...(isNumber && { class: 'number' }) }, button);
  });
  table.tHead!.append(createElement('tr', {}, ...heads));

  const buttonOf = (index: number) => rowElements.get(index)?.querySelector('button') ?? undefined;
  const shownButtons = () => [...body.querySelectorAll<HTMLButtonElement>('tr:not([hidden]) button')];

  function show(): void {
    const { column, isAscending } = sortOrder;
    for (const [position, head] of heads.entries()) {
      head.ariaSort = position === column ? (isAscending ? 'ascending' : 'descending') : 'none';
    }
    const direction = isAscending ? 1 : -1;
    const sorted = [...rows].sort((a, b) => direction * COLUMNS[column]!.compare(a, b) || a.index - b.index);
    for (const [index, row] of rowElements) row.hidden = matches !== undefined && !matches.has(index);
    body.replaceChildren(...sorted.map(({ index }) => rowElements.get(index)!));
    updateTabStop();
  }

  /** Roving tab index: the table is one Tab stop, and the arrow keys move inside it. */
  function updateTabStop(): void {
    const current = buttonOf(chosen);
    const tabStop = current?.closest('tr')?.hidden === false ? current : shownButtons()[0];
    for (const row of rowElements.values()) row.querySelector('button')!.tabIndex = -1;
    if (tabStop) tabStop.tabIndex = 0;
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
    const position = buttons.indexOf(event.target as HTMLButtonElement);
    if (step === undefined || position < 0) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, position + step))]!.focus();
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
    fill(next: readonly TableRow[]) {
      rows = next;
      chosen = -1;
      matches = undefined;
      rowElements = new Map(next.map((row) => [row.index, createRow(row)]));
      show();
    },
    /** Shows only these entities; undefined shows all. */
    only(next: ReadonlySet<number> | undefined) {
      matches = next;
      show();
    },
    choose(index: number) {
      const previousRow = rowElements.get(chosen);
      previousRow?.classList.remove('chosen');
      previousRow?.querySelector('button')?.removeAttribute('aria-current');
      chosen = index;
      const row = rowElements.get(index);
      row?.classList.add('chosen');
      row?.querySelector('button')?.setAttribute('aria-current', 'true');
      row?.scrollIntoView({ block: 'nearest' });
      const previousButton = previousRow?.querySelector('button');
      if (previousButton) previousButton.tabIndex = -1;
      updateTabStop();
    },
    focusFirst: () => shownButtons()[0]?.focus(),
    focus: (index: number) => buttonOf(index)?.focus(),
  };
}

function createRow(row: TableRow): HTMLTableRowElement {
  const { index, name, builtIn, mentions, briefs, otherCount } = row;
  const number = (value: number) => createElement('td', { class: 'number' }, formatNumber(value));
  const title = createElement(
    'th',
    { scope: 'row' },
    createElement('button', { type: 'button', class: 'plain', tabindex: '-1' }, name),
  );
  const type = createElement('td', {}, createShapeIcon(builtIn), ` ${typeLabel(row).slice(0, 40)}`);
  return createElement(
    'tr',
    { 'data-index': String(index) },
    title,
    type,
    number(mentions),
    number(briefs),
    number(otherCount),
  );
}
