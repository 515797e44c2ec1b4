/** The exports of sources, read back. */
import { describe, expect, test } from 'vitest';
import { formatBibtex } from '../../../server/src/exporters/bibliography/bibtexText.ts';
import { readRecords } from '../../../server/src/importers/references/records.ts';
import type { Registry, SourceEntry } from '../../../server/src/syntax/ast.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { exportOne, exportText, HARBOR } from './support.ts';

const LEFT_OUT = [
  'One citation has lost its source.',
  '2 citations lead to no entry of the registries and are not in the export.',
  '2 sources are marked more strictly than the brief and are not in the export.',
];

/** What a reader of an entry gets: its values without their places. */
function valuesOf({ id, type, title, outlet, authors, issued, accessed, url, archive, sha256 }: SourceEntry) {
  return {
    id: id.value,
    type,
    title,
    outlet: outlet?.value,
    authors,
    issued: issued?.value,
    accessed: accessed?.value,
    url: url?.value,
    archive: archive?.value,
    sha256: sha256?.value,
  };
}

/** The registry of the casebook. */
function registry(): Registry {
  return readRegistry(HARBOR.slice(HARBOR.indexOf('--- sources.yaml\n') + '--- sources.yaml\n'.length));
}

test.each(['csl-json', 'bibtex'])('%s has a golden file, and says what it leaves out', async (format) => {
  const { files, leftOut } = await exportText(format, HARBOR);
  for (const [suffix, text] of files) await expect(text).toMatchFileSnapshot(`golden/harbor${suffix}.txt`);
  expect(leftOut).toEqual(LEFT_OUT);
});

test('CSL-JSON reads back as the entries it was made from: it is YAML, too', async () => {
  const read = readRegistry(await exportOne('csl-json', HARBOR, { internal: true }));
  expect(read.problems).toEqual([]);
  const ids = read.sources.map(({ id }) => id.value);
  expect(ids).toEqual(['tide-2024-03-04', 'quay-2024-03-05', 'secret-1', 'secret-2', 'tide-2024-03-05']);
  const before = new Map(registry().sources.map((source) => [source.id.value, valuesOf(source)]));
  expect(read.sources.map(valuesOf)).toEqual(ids.map((id) => before.get(id)));
});

test('dates and names have the form of the schema, however the registry writes them', async () => {
  const text = `It slept [@a; @b; @c].
--- sources.yaml
references:
  - { id: a, title: 1984, author: Ann Marsh, issued: 2021-09-05/2021-09-07, accessed: { year: 2021, month: 10 } }
  - { id: b, author: [{ name: Desk }, { family: Berg, given: Ida, dropping-particle: van }], issued: 2021~, volume: 3 }
  - { id: c, issued: { literal: in press }, accessed: { raw: 2021-10-01 }, event-date: [{ year: 2020 }, { year: 2021 }] }
`;
  expect(JSON.parse(await exportOne('csl-json', text))).toEqual([
    {
      id: 'a',
      type: 'document',
      title: 1984,
      author: [{ literal: 'Ann Marsh' }],
      issued: {
        'date-parts': [
          [2021, 9, 5],
          [2021, 9, 7],
        ],
      },
      accessed: { 'date-parts': [[2021, 10]] },
    },
    {
      id: 'b',
      type: 'document',
      author: [{ literal: 'Desk' }, { family: 'Berg', given: 'Ida', 'dropping-particle': 'van' }],
      issued: { 'date-parts': [[2021]], circa: true },
      volume: 3,
    },
    {
      id: 'c',
      type: 'document',
      issued: { literal: 'in press' },
      accessed: { 'date-parts': [[2021, 10, 1]] },
      'event-date': { 'date-parts': [[2020], [2021]] },
    },
  ]);
});

describe('BibTeX', () => {
  const read = async (item: object) =>
    (await readRecords(formatBibtex([{ id: 'a', type: 'article-newspaper', ...item }])))?.[0];

  test.each([
    'Cranes & quays: 100 % of $5 #1 snake_case',
    'The {Night} and {{Day}}',
    'Two\n  lines',
    'A “quoted” word, an en–dash',
    'Дневник 日记',
  ])('reads the title %j back', async (title) => {
    expect((await read({ title }))?.title).toBe(title.replace(/\s+/g, ' '));
  });

  test('braces without a partner, and what means something to TeX, do not end the file', async () => {
    const texts = ['{', '}', '}{', 'a{b}}', '{{', '\\', 'a\\', '~', '^', '%'];
    const items = texts.map((title, index) => ({ id: `k${index}`, type: 'book', title }));
    const back = await readRecords(formatBibtex(items));
    expect(back?.map((one) => [one['citation-key'], one.title])).toEqual(items.map(({ id, title }) => [id, title]));
    expect(formatBibtex(items)).toMatchInlineSnapshot(`
      @book{k0,
        title = {{\\textbraceleft{}}},
      }

      @book{k1,
        title = {{\\textbraceright{}}},
      }

      @book{k2,
        title = {{\\textbraceright{}\\textbraceleft{}}},
      }

      @book{k3,
        title = {{a\\{b\\}\\textbraceright{}}},
      }

      @book{k4,
        title = {{\\textbraceleft{}\\textbraceleft{}}},
      }

      @book{k5,
        title = {{\\textbackslash{}}},
      }

      @book{k6,
        title = {{a\\textbackslash{}}},
      }

      @book{k7,
        title = {{\\textasciitilde{}}},
      }

      @book{k8,
        title = {{\\textasciicircum{}}},
      }

      @book{k9,
        title = {{\\%}},
      }
    `);
  });

  test('names, dates, pages and addresses', async () => {
    const URL = 'https://a.example/x_y?z=1&b=%20#c--d';
    expect(
      await read({
        author: [
          { family: 'Vega', given: 'Ana', 'non-dropping-particle': 'de la' },
          { literal: 'Ports Company, Ltd.' },
        ],
        issued: { 'date-parts': [[2021, 9, 5]] },
        'container-title': 'Tide',
        page: '3-5',
        URL,
      }),
    ).toMatchObject({
      author: [{ 'dropping-particle': 'de la', family: 'Vega', given: 'Ana' }, { literal: 'Ports Company, Ltd.' }],
      'container-title': 'Tide',
      issued: '2021-09-05',
      page: '3-5',
    });
    expect(formatBibtex([{ id: 'a', type: 'webpage', URL: 'https://a.example/{x} ~y\\z' }])).toContain(
      'url = {https://a.example/%7Bx%7D%20%7Ey%5Cz}',
    );
  });
});
