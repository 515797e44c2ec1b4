import { expect, test } from 'vitest';
import { collectRows } from '../../../../server/src/cli/list.ts';
import { sourceRows } from '../../../../server/src/exporters/rows/sources.ts';
import { projectOf } from '../../cli/project.ts';

const registries = {
  'entities.yaml': `entities:
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL], reliability: B }
`,
  'sources.yaml': `references:
  - id: rferl-2021-09-05
    type: article-newspaper
    title: Pilots leave
    container-title: RFE/RL
    issued: 2021-09-05
    custom: { credibility: 2, archive: "https://example.org/a" }
  - { id: tass-2021-09-06, type: article-newspaper, title: Exercise ends, container-title: TASS, issued: 2021-09-06 }
  - { id: dawn-a, type: article-newspaper, title: A, container-title: Dawn, issued: 2021-09-07 }
  - { id: dawn-b, type: article-newspaper, title: B, container-title: Dawn, issued: 2021-09-07 }
`,
};

/** Each row in one line: outlet, date, status, id, rating, cited, single, archived. */
async function rows(brief: string, files: Record<string, string> = registries): Promise<string[]> {
  const listed = await collectRows(await projectOf({ ...files, 'a.brief': brief }), (file) => sourceRows(file));
  return listed.map(({ row }) => {
    const { outlet, date, status, id, rating, cited, singleSourced, archived } = row;
    return `${outlet} ${date} ${status} ${id} ${rating || '-'} ${cited} ${singleSourced} ${archived}`;
  });
}

const dated = (text: string) => `---\ndate: 2021-09-24\n---\n\n${text}\n`;

test('one row per source, with the data of its entry and outlet, in the order of first citation', async () => {
  const text =
    'The exercise ended on Monday (TASS, September 6). The pilots left by bus (RFE/RL, September 5). ' +
    'They were met at the border (RFE/RL, September 5; TASS, September 6).';
  expect(await rows(dated(text))).toEqual([
    'TASS 2021-09-06 resolved tass-2021-09-06 - 2 1 false',
    'Radio Free Europe/Radio Liberty 2021-09-05 resolved rferl-2021-09-05 B2 2 1 true',
  ]);
});

test('citations by tag, by key and in prose count for the same source', async () => {
  const text =
    'The pilots left ([RFE/RL](src:rferl-2021-09-05), September 5). The buses came at dawn [@rferl-2021-09-05]. ' +
    'Nobody said why (RFE/RL, September 5).';
  expect(await rows(dated(text))).toEqual([
    'Radio Free Europe/Radio Liberty 2021-09-05 resolved rferl-2021-09-05 B2 3 3 true',
  ]);
});

test('unresolved citations are grouped by outlet and date as written', async () => {
  const text =
    'It rained all week (Nikkei, August 31). The dam held (Nikkei, August 31; Dawn, September 7). ' +
    'The road was closed (Nikkei, 31 August). A bridge fell (, September 3).';
  expect(await rows(dated(text))).toEqual([
    'Nikkei 2021-08-31 unknown null - 2 1 false',
    'Dawn 2021-09-07 ambiguous null - 1 0 false',
    'Nikkei 2021-08-31 unknown null - 1 1 false',
    ' 2021-09-03 missing null - 1 1 false',
  ]);
});

test('without a registry sources are unchecked; without a year they have no date', async () => {
  expect(await rows('It rained all week (Nikkei, August 31).\n', {})).toEqual([
    'Nikkei null unchecked null - 1 1 false',
  ]);
});
