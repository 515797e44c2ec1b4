/** The rows of the side bar: what is seen of them, and what a screen reader says. */
import { expect, test } from 'vitest';
import { toTreeItem } from '../../../../client/src/views/items';
import type { ViewNode } from '../../../../server/src/protocol/views.ts';
import { ThemeIcon, TreeItemCollapsibleState } from '../support/vscode.ts';

const location = {
  uri: 'file:///casebook/north/harbour.brief',
  range: { start: { line: 8, character: 4 }, end: { line: 8, character: 12 } },
};

/** A row as lines: icon, label and description; the spoken words; the tip; where a click leads, and the menu. */
function show(node: ViewNode): string {
  const item = toTreeItem(node);
  const label = typeof item.label === 'object' ? item.label.label : item.label;
  const icon = item.iconPath instanceof ThemeIcon ? `${item.iconPath.id} ` : '';
  const fold = { [TreeItemCollapsibleState.Collapsed]: '▸ ', [TreeItemCollapsibleState.Expanded]: '▾ ' };
  const { range } = (item.command?.arguments?.[1] as { selection?: unknown; range?: unknown } | undefined) ?? {};
  return [
    `${fold[item.collapsibleState ?? 0] ?? ''}${icon}${label}${item.description ? `  ${item.description}` : ''}`,
    `spoken: ${item.accessibilityInformation?.label}`,
    ...String(item.tooltip)
      .split('\n')
      .map((line) => `tip: ${line}`),
    `menu: ${item.contextValue}`,
    ...(item.command ? [`click: ${item.command.command} ${item.command.arguments?.[0]}${range ?? ''}`] : []),
  ].join('\n');
}

test('a group of missing sources is open from the start', () => {
  expect(
    show({ kind: 'group', id: 'missing', key: { kind: 'missing' }, state: 'missing', count: 1_234 }),
  ).toMatchInlineSnapshot(`
    ▾ error Missing sources  1,234
    spoken: Missing sources, 1,234
    tip: Missing sources
    tip: 1,234
    tip: Citations that have a date but no source, so the statements before them cannot be checked.
    menu: group
  `);
});

test('a citation whose source is missing: an icon shows it, so that it is spoken', () => {
  expect(show({ kind: 'citation', id: 'a', state: 'missing', dates: 'May 3, 2024', location })).toMatchInlineSnapshot(`
    error May 3, 2024  line 9 · harbour.brief
    spoken: Missing source, May 3, 2024, line 9, harbour.brief
    tip: May 3, 2024
    tip: line 9 · harbour.brief
    tip: Citations that have a date but no source, so the statements before them cannot be checked.
    menu: citation fixable
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('a citation of an unknown source without a date', () => {
  expect(
    show({ kind: 'citation', id: 'a', state: 'unknown', name: 'Quay Post', dates: '', location }),
  ).toMatchInlineSnapshot(`
    question Quay Post  line 9 · harbour.brief
    spoken: Unknown source, Quay Post, line 9, harbour.brief
    tip: Quay Post
    tip: line 9 · harbour.brief
    tip: Citations of sources that no registry defines.
    menu: citation fixable
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('an outlet', () => {
  const key = { kind: 'outlet', key: 'tass' } as const;
  expect(
    show({ kind: 'outlet', id: 'a', key, name: 'TASS', rating: 'B', reports: 1, cited: 0 }),
  ).toMatchInlineSnapshot(`
    ▸ broadcast TASS  rated B · 1 report · never cited
    spoken: TASS, rated B, 1 report, never cited
    tip: TASS
    tip: rated B · 1 report · never cited
    menu: outlet
  `);
});

test('reports without an outlet', () => {
  expect(show({ kind: 'outlet', id: 'a', name: '', rating: '', reports: 2, cited: 2 })).toMatchInlineSnapshot(`
    broadcast Without an outlet  2 reports · cited 2 times
    spoken: Without an outlet, 2 reports, cited 2 times
    tip: Without an outlet
    tip: 2 reports · cited 2 times
    menu: outlet
  `);
});

test('a source with a web address', () => {
  const rating = { rating: 'B2', ratingWords: 'usually reliable, probably true' };
  const source = {
    title: 'Board doubles its fees',
    date: 'May 8, 2024',
    cited: 1,
    url: 'https://example.org/',
    ...rating,
  };
  expect(show({ kind: 'source', id: 'a', location, ...source })).toMatchInlineSnapshot(`
    file Board doubles its fees  May 8, 2024 · B2 · cited once
    spoken: Board doubles its fees, May 8, 2024, B2, cited once
    tip: Board doubles its fees
    tip: May 8, 2024 · B2 · cited once
    tip: usually reliable, probably true
    tip: https://example.org/
    menu: source web
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('a type', () => {
  expect(show({ kind: 'type', id: 'a', builtIn: 'person', name: '', count: 1 })).toMatchInlineSnapshot(`
    account People  1 entity
    spoken: People, 1 entity
    tip: People
    tip: 1 entity
    menu: type
  `);
});

test('an own type', () => {
  expect(show({ kind: 'type', id: 'a', builtIn: '', name: 'Mood', count: 2_000 })).toMatchInlineSnapshot(`
    symbol-misc Mood  2,000 entities
    spoken: Mood, 2,000 entities
    tip: Mood
    tip: 2,000 entities
    menu: type
  `);
});

test('an entity', () => {
  const words = { name: 'Veldt Harbour Board', aliases: ['VHB', 'the Board'], description: 'Runs the port.' };
  expect(
    show({ kind: 'entity', id: 'a', builtIn: 'org', mentions: 5, briefs: 2, location, ...words }),
  ).toMatchInlineSnapshot(`
    organization Veldt Harbour Board  5 mentions in 2 briefs
    spoken: Veldt Harbour Board, 5 mentions in 2 briefs
    tip: Veldt Harbour Board
    tip: 5 mentions in 2 briefs
    tip: Also: VHB, the Board
    tip: Runs the port.
    menu: entity
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('an entity that no brief mentions', () => {
  const words = { name: 'Termez', aliases: [], description: '' };
  expect(
    show({ kind: 'entity', id: 'a', builtIn: 'place', mentions: 0, briefs: 0, location, ...words }),
  ).toMatchInlineSnapshot(`
    location Termez  never mentioned
    spoken: Termez, never mentioned
    tip: Termez
    tip: never mentioned
    menu: entity
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('the uses in one brief', () => {
  const uses = { id: 'a', symbolKind: 'entity', brief: location.uri, count: 1, location } as const;
  expect(show({ kind: 'uses', key: { ...uses, kind: 'uses', uri: location.uri }, ...uses })).toMatchInlineSnapshot(`
    ▸ note harbour.brief  1 mention · north
    spoken: harbour.brief, 1 mention, north
    tip: harbour.brief
    tip: 1 mention · north
    menu: uses
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('one use', () => {
  expect(show({ kind: 'use', id: 'a', excerpt: 'The board met.', highlight: [4, 9], location })).toMatchInlineSnapshot(`
    The board met.
    spoken: The board met.
    tip: The board met.
    tip: line 9 · harbour.brief
    menu: use
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('a brief with findings', () => {
  const counts = { missing: 1, unknown: 2, problems: 3, citations: 4 };
  expect(
    show({ kind: 'brief', id: 'a', brief: location.uri, state: 'missing', date: '', location, ...counts }),
  ).toMatchInlineSnapshot(`
    error harbour.brief  1 missing, 2 unknown, 3 other problems · no date · north
    spoken: harbour.brief, 1 missing, 2 unknown, 3 other problems, no date, north
    tip: harbour.brief
    tip: 1 missing, 2 unknown, 3 other problems · no date · north
    tip: 4 citations, 1 source missing, 2 unknown, 3 other problems
    menu: brief fixable
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test('a brief without findings, at the top of the workspace', () => {
  const brief = { brief: 'file:///casebook/fees.brief', state: 'clean', date: 'May 20, 2024' } as const;
  expect(
    show({ kind: 'brief', id: 'a', missing: 0, unknown: 0, problems: 0, citations: 1, location, ...brief }),
  ).toMatchInlineSnapshot(`
    pass fees.brief  clean · May 20, 2024
    spoken: fees.brief, clean, May 20, 2024
    tip: fees.brief
    tip: clean · May 20, 2024
    tip: 1 citation, 0 sources missing, 0 unknown, 0 other problems
    menu: brief
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});

test.each([
  [{ state: 'unknown', missing: 0, unknown: 1, problems: 0 }, 'question fees.brief  1 unknown · no date'],
  [{ state: 'problems', missing: 0, unknown: 0, problems: 1 }, 'warning fees.brief  1 problem · no date'],
  [{ state: 'problems', missing: 0, unknown: 0, problems: 5 }, 'warning fees.brief  5 problems · no date'],
  [{ state: 'unchecked', missing: 0, unknown: 0 }, 'circle-outline fees.brief  not checked yet · no date'],
] as const)('a brief has a tick only if it was checked and nothing was found: %j', (counts, row) => {
  const brief = {
    kind: 'brief',
    id: 'a',
    brief: 'file:///casebook/fees.brief',
    citations: 9,
    date: '',
    location,
  } as const;
  expect(show({ ...brief, ...counts }).split('\n')[0]).toBe(row);
});

test('a brief without citations', () => {
  const brief = { brief: 'file:///casebook/fees.brief', state: 'empty', date: '' } as const;
  expect(
    show({ kind: 'brief', id: 'a', missing: 0, unknown: 0, problems: 0, citations: 0, location, ...brief }),
  ).toMatchInlineSnapshot(`
    dash fees.brief  nothing to check · no date
    spoken: fees.brief, nothing to check, no date
    tip: fees.brief
    tip: nothing to check · no date
    tip: 0 citations, 0 sources missing, 0 unknown, 0 other problems
    menu: brief
    click: vscode.open file:///casebook/north/harbour.brief
  `);
});
