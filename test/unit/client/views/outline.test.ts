import { expect, test } from 'vitest';
import { withoutRows } from '../../../../client/src/views/outline.ts';
import type { RowGroup } from '../../../../server/src/protocol/outlineRows.ts';
import { DocumentSymbol, SymbolKind } from '../support/vscode.ts';

test('sections stay, whatever is hidden', () => {
  const symbol = (name: string, kind: number, ...children: DocumentSymbol[]) =>
    Object.assign(new DocumentSymbol(name, '', kind), { children });
  const outline = () => [
    symbol('TASS', SymbolKind.Constant),
    symbol(
      'Overview',
      SymbolKind.String,
      symbol('Missing source', SymbolKind.Event, symbol('TASS', SymbolKind.Constant)),
      symbol('ISKP', SymbolKind.Interface),
      symbol('Notes, 2', SymbolKind.Array),
    ),
  ];
  const show = (...hidden: RowGroup[]) => {
    const names = (symbols: readonly { name: string; children: readonly DocumentSymbol[] }[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    return names(withoutRows(outline() as never, new Set(hidden)) as never).join(', ');
  };
  expect(show()).toBe('TASS, Overview, Missing source, TASS, ISKP, Notes, 2');
  expect(show('entities')).toBe('TASS, Overview, Missing source, TASS, Notes, 2');
  expect(show('citations')).toBe('Overview, ISKP');
  expect(show('citations', 'entities')).toBe('Overview');
});
