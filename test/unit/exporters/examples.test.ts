/** The examples on the page about exports are what the exporters write. */
import { expect, test } from 'vitest';
import { EXPORTERS } from '../../../server/src/exporters/index.ts';
import { exportText } from './support.ts';

const [page = ''] = Object.values(
  import.meta.glob('../../../docs/export.md', { query: '?raw', import: 'default', eager: true }),
);
const [head = '', ...sections] = page.split(/^## (?=`)/m);
const blocksOf = (text: string) =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', block = '']) => ({
    language,
    block: block.trimEnd(),
  }));
const [brief, entities, sources] = blocksOf(head).map(({ block }) => block);
const FIXTURE = `--- harbor.brief\n${brief}\n--- entities.yaml\n${entities}\n--- sources.yaml\n${sources}\n`;

/** Each section is headed by the format that it is about. */
const examples = sections.flatMap((section) =>
  blocksOf(section).flatMap(({ language, block }) =>
    language === 'sh' ? [] : [[/^`([\w-]+)`/.exec(section)![1]!, language, block] as const],
  ),
);

test('every format has a section, and every section an example', () => {
  const titles = sections.map((section) => /^`([\w-]+)`/.exec(section)![1]!);
  expect([...titles, 'signoff-csv'].sort()).toEqual([...EXPORTERS.keys()].sort());
  // A Word file is no text.
  expect(titles.filter((title) => !examples.some(([format]) => format === title))).toEqual(['docx']);
  for (const id of EXPORTERS.keys()) expect(head).toContain(`\`${id}\``);
});

test.each(examples)('%s: %s', async (format, language, block) => {
  const { files } = await exportText(format === 'signoff' && language === 'csv' ? 'signoff-csv' : format, FIXTURE);
  expect([...files.values()].join('\n').replaceAll('\r\n', '\n')).toContain(block);
});
