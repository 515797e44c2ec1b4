import { expect, test } from 'vitest';
import { columnsOf, formatCsv } from '../../../server/src/exporters/rows/csvTable.ts';
import { exportText, HARBOR } from './support.ts';

test('three tables, each with its golden file', async () => {
  const { files } = await exportText('csv', HARBOR);
  expect([...files.keys()]).toEqual(['.citations.csv', '.sources.csv', '.entities.csv']);
  // Git may change line ends.
  for (const [suffix, text] of files)
    await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`golden/harbor${suffix}.txt`);
});

test('for the house it has ratings, and the sources and names that are marked more strictly', async () => {
  const { files } = await exportText('csv', HARBOR, { internal: true });
  expect(files.get('.sources.csv')).toContain(',secret-1,');
  expect(files.get('.sources.csv')).toContain(',B2,');
  expect(files.get('.entities.csv')).toContain('Grey Hand,group,hand');
});

test('several briefs are rows of one table', async () => {
  const { files } = await exportText(
    'csv',
    '--- a.brief\nIt slept (Tide, May 3).\n--- b.brief\nIt woke (Tide, May 4).\n',
  );
  const rows = parseCsv(files.get('.citations.csv')!);
  expect(rows.slice(1).map(([file, line, column]) => [file, line, column])).toEqual([
    ['a.brief', '1', '11'],
    ['b.brief', '1', '10'],
  ]);
});

test('a reader of RFC 4180 gets every cell back; formulas are text', async () => {
  const written = ['a "b", c', '=HYPERLINK(1)', ' =1+1', '+1', '-1', '@x', '＝1', 'two\nlines', '', 'plain'];
  const text = formatCsv(
    columnsOf<{ cell: string }>('cell'),
    written.map((cell) => ({ cell })),
  );
  expect(text.startsWith('\uFEFFcell\r\n')).toBe(true);
  const [, ...cells] = parseCsv(text).map(([cell]) => cell);
  expect(cells).toEqual(written.map((cell) => (/^\s?[=+\-@＝]/.test(cell) ? `'${cell}` : cell)));
});

test('what moves the cursor of a terminal or reorders a line is escaped, but not line breaks', () => {
  const rows = [{ text: 'a\x1b[31m\nb\u202ec\u200e\u200f\u061cd\ud83d' }];
  expect(formatCsv(columnsOf<{ text: string }>('text'), rows)).toBe(
    '\uFEFFtext\r\n"a\\x1b[31m\nb\\u202ec\\u200e\\u200f\\u061cd\\ud83d"\r\n',
  );
});

/** A reader of RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), written without a look at the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new Error('This is no CSV.');
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
