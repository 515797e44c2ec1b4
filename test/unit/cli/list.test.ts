import { expect, test } from 'vitest';
import { collectRows, outlineRows } from '../../../server/src/cli/list.ts';
import { citationRows } from '../../../server/src/exporters/rows/citations.ts';
import { entityRows } from '../../../server/src/exporters/rows/entities.ts';
import { projectOf } from './project.ts';

const sources = `references:
  - { id: tass-1, type: report, title: A, container-title: TASS, issued: 2021-09-06 }
  - { id: tass-2, type: report, title: B, container-title: TASS, issued: 2021-09-06 }
  - { id: rfe, type: report, title: C, container-title: RFE/RL, issued: 2021-09 }
`;
const entities = `entities:
  - { id: kabul, type: place, name: Kabul, aliases: [The Capital] }
  - { id: herat, type: place, name: Herat, aliases: [The Capital] }
`;
const dated = '---\ndate: 2021-09-24\n---\n\n';

async function citations(text: string, registry?: string) {
  const project = await projectOf({ 'a.brief': text, ...(registry !== undefined && { 'sources.yaml': registry }) });
  return (await collectRows(project, (file) => citationRows(file))).map(({ row }) => row);
}

test('citations: one row each, with its group', async () => {
  const text = 'It ended (TASS, May 2;, May 3 2020).\n';
  expect(await citations(text)).toMatchObject([
    {
      file: 'a.brief',
      group: { start: 9, end: 35 },
      span: { start: 10, end: 21 },
      text: 'TASS, May 2',
      source: 'TASS',
      date: 'May 2',
      iso: null,
      id: null,
      status: 'unchecked',
    },
    {
      file: 'a.brief',
      group: { start: 9, end: 35 },
      span: { start: 22, end: 34 },
      text: ', May 3 2020',
      source: '',
      date: 'May 3 2020',
      iso: '2020-05-03',
      id: null,
      status: 'missing',
    },
  ]);
});

test('citations: a note has its markers, and what it says of its source', async () => {
  const text = 'It ended.[1]\n\nNotes\n\n[1] A. Okoro, “The Fire,” TASS, May 3, 2020, p. 4, https://example.org/fire\n';
  const [row] = await citations(text);
  expect(row).toMatchObject({
    form: 'note',
    markers: [{ start: 9, end: 12 }],
    note: { start: 21, end: text.length - 1 },
    title: 'The Fire',
    author: 'A. Okoro',
    locator: 'p. 4',
    url: 'https://example.org/fire',
    archive: null,
    accessed: null,
    status: 'linked',
  });
});

test('citations: the year is inferred from the brief, a month has no day, an impossible day has no date', async () => {
  const rows = await citations(`${dated}A (TASS, December 3.) (TASS, May 2020) (TASS, June 31) (TASS, May 9–12).\n`);
  expect(rows.map(({ date, iso }) => [date, iso])).toEqual([
    ['December 3', '2020-12-03'],
    ['May 2020', '2020-05'],
    ['June 31', null],
    ['May 9–12', '2021-05-09'],
  ]);
});

test('citations: only resolved ones have an id', async () => {
  const text = `${dated}A (TASS, September 6) (AFP, May 1) ([Radio](src:rfe)) [@rfe; @nobody] ([TASS](src:tass-2), May 7).\n`;
  const rows = await citations(text, sources);
  expect(rows.map(({ source, date, iso, id, status }) => [source, date, iso, id, status])).toEqual([
    ['TASS', 'September 6', '2021-09-06', null, 'ambiguous'],
    ['AFP', 'May 1', '2021-05-01', null, 'unknown'],
    ['Radio', '', '2021-09', 'rfe', 'resolved'],
    ['RFE/RL', '', '2021-09', 'rfe', 'resolved'],
    ['', '', null, null, 'unknown'],
    ['TASS', 'May 7', '2021-05-07', 'tass-2', 'resolved'],
  ]);
});

test('citations: each has its place, the sentence that it supports, and the rating of its source', async () => {
  const rated = `references:
  - { id: tass-1, container-title: TASS, issued: 2021-09-06, custom: { reliability: C, credibility: 3 } }
`;
  const text = `${dated}It rained. The [dam](place:dam)\nheld (TASS, September 6). It broke.[^1]\n\n[^1]: TASS, September 6.\n`;
  const rows = await citations(text, rated);
  expect(rows.map(({ line, column, statement, rating }) => [line, column, statement, rating])).toEqual([
    [6, 7, 'The dam held (TASS, September 6).', 'C3'],
    [8, 7, 'It broke.[^1]', 'C3'],
  ]);
});

test('entities: tags and mentions in text order; a shared name has no id', async () => {
  const text = '[Herat](place:herat) and Kabul, The Capital.\n';
  const project = await projectOf({ 'a.brief': text, 'entities.yaml': entities });
  expect((await collectRows(project, (file) => entityRows(file))).map(({ row }) => row)).toEqual([
    {
      file: 'a.brief',
      line: 1,
      column: 1,
      span: { start: 0, end: 20 },
      surface: 'Herat',
      type: 'place',
      id: 'herat',
      tagged: true,
    },
    {
      file: 'a.brief',
      line: 1,
      column: 26,
      span: { start: 25, end: 30 },
      surface: 'Kabul',
      type: 'place',
      id: 'kabul',
      tagged: false,
    },
    {
      file: 'a.brief',
      line: 1,
      column: 33,
      span: { start: 32, end: 43 },
      surface: 'The Capital',
      type: null,
      id: null,
      tagged: false,
    },
  ]);
});

test('outline: the headings with their texts and levels', async () => {
  const project = await projectOf({ 'a.brief': '# One\n\nProse.\n\n## Two\n\nProse.\n' });
  expect((await collectRows(project, outlineRows)).map(({ row }) => row)).toEqual([
    { file: 'a.brief', line: 1, column: 3, level: 1, title: 'One', span: { start: 2, end: 5 } },
    { file: 'a.brief', line: 5, column: 4, level: 2, title: 'Two', span: { start: 18, end: 21 } },
  ]);
});
