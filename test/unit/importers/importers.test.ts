import { expect, test } from 'vitest';
import type { Importer } from '../../../server/src/importers/importer.ts';
import { findImporter, IMPORTERS } from '../../../server/src/importers/index.ts';

/** One source per line, `outlet | title`. */
const lines: Importer = {
  id: 'lines',
  extensions: ['lines', 'txt'],
  async read(bytes) {
    const text = new TextDecoder().decode(bytes);
    let start = 0;
    const entries = [];
    const problems = [];
    for (const line of text.split('\n')) {
      const span = { start, end: start + line.length };
      const [outlet, title] = line.split(' | ');
      if (title === undefined) problems.push({ message: 'No title.', span });
      else entries.push({ fields: { 'container-title': outlet, title }, span });
      start += line.length + 1;
    }
    return { entries, problems };
  },
};

test.each([
  ['desk/list.lines', lines],
  ['LIST.TXT', lines],
  ['C:\\desk.v2\\list.txt', lines],
  ['list.docx', undefined],
  ['desk.txt/list', undefined],
  ['txt', undefined],
  ['', undefined],
])('%s is read by its extension', (name, importer) => {
  expect(findImporter(name, [lines])).toBe(importer);
});

test('an importer answers entries and problems with their positions', async () => {
  const bytes = new TextEncoder().encode('Tide | Cranes stand still\nHarbor Radio');
  expect(await findImporter('a.lines', [lines])?.read(bytes)).toEqual({
    entries: [{ fields: { 'container-title': 'Tide', title: 'Cranes stand still' }, span: { start: 0, end: 25 } }],
    problems: [{ message: 'No title.', span: { start: 26, end: 38 } }],
  });
});

test('no two importers read the same extension', () => {
  const extensions = IMPORTERS.flatMap((importer) => importer.extensions);
  expect(extensions).toEqual([...new Set(extensions)]);
});
