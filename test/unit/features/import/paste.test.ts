import { expect, test } from 'vitest';
import { pastedForms } from '../../../../server/src/features/import/paste.ts';
import { parseFixture } from '../../support/fixture.ts';
import { applyWorkspaceEdit, createContext } from '../../support/world.ts';

const FILES = `--- main.brief
---
date: 2021-09-24
---
One.
--- sources.yaml
references:
  - { id: quay, title: The quay, container-title: Tide, issued: 2021-09-01, URL: https://tide.example/quay, DOI: 10.1234/quay }
`;

/** What this is pasted as: kind and text of each form, and what is new in the registry. */
async function paste(text: string, html?: string): Promise<string[]> {
  const { files } = parseFixture(FILES);
  const context = createContext({ files });
  const forms = await pastedForms({ uri: files[0]!.uri, text, html, replaced: '' }, context);
  const texts = new Map(files.map((file) => [file.uri, file.text]));
  return forms.flatMap(({ kind, text: pasted, edit }) => {
    const after = edit && applyWorkspaceEdit(texts, edit, context.versionOf).get(files[1]!.uri);
    return [`${kind} ${pasted}`, ...(after ? [after.slice(files[1]!.text.length)] : [])];
  });
}

test('citations with an address and a day go into the registry if that is chosen', async () => {
  const html =
    '<p>A (<a href="https://dawn.com/1">Dawn</a>, September 20). B (<a href="https://tide.example/quay">Tide</a>, September 1). C <a href="https://x.example/a/b">says so</a>.</p>';
  expect(await paste('', html)).toMatchInlineSnapshot(`
    [
      sources A ([Dawn](https://dawn.com/1), September 20). B ([Tide](https://tide.example/quay), September 1). C [says so](https://x.example/a/b).,
      registry A ([Dawn](https://dawn.com/1), September 20). B ([Tide](https://tide.example/quay), September 1). C [says so](https://x.example/a/b).,
        - { id: dawn-2021-09-20, type: webpage, container-title: Dawn, issued: 2021-09-20, URL: https://dawn.com/1 }
    ,
    ]
  `);
});

test('prose without new sources has one form', async () => {
  expect(await paste('', 'A <a href="https://x.example/a/b">says so</a>.')).toEqual([
    'sources A [says so](https://x.example/a/b).',
  ]);
});

test('a record of BibTeX becomes a citation and an entry', async () => {
  const bibtex = `@article{okafor2022,
    author = {Okafor, Ada and Per Lindqvist and {Harbor Office}},
    title = "The {N}arrow Strait of Malm{\\"o} \\& others",
    journal={Tides}, year = 2022, month = may, pages = {3--14}, doi = {10.1234/narrow},
  }`;
  expect(await paste(bibtex)).toMatchInlineSnapshot(`
    [
      record [@okafor2022],
        - { id: okafor2022, type: article-journal, title: The Narrow Strait of Malmö & others, author: [ { family: Okafor, given: Ada }, { family: Lindqvist, given: Per }, { literal: Harbor Office } ], container-title: Tides, issued: 2022-05, DOI: 10.1234/narrow, page: 3-14 }
    ,
    ]
  `);
});

test('a record of RIS becomes a citation and an entry', async () => {
  const ris =
    'TY  - NEWS\nAU  - Okafor, Ada\nTI  - Cranes stand still\nT2  - Harbor Tide\nDA  - 2021/09/03\nUR  - https://tide.example/cranes\nSP  - 3\nEP  - 4\nER  - \n';
  expect(await paste(ris)).toMatchInlineSnapshot(`
    [
      record [@okafor-2021],
        - { id: okafor-2021, type: article-newspaper, title: Cranes stand still, author: [ { family: Okafor, given: Ada } ], container-title: Harbor Tide, issued: 2021-09-03, URL: https://tide.example/cranes, page: 3-4 }
    ,
    ]
  `);
});

test('a DOI becomes a citation and an entry', async () => {
  expect(await paste(' https://doi.org/10.1234/narrow.5 ')).toMatchInlineSnapshot(`
    [
      record [@10-1234-narrow-5],
        - { id: 10-1234-narrow-5, type: document, URL: https://doi.org/10.1234/narrow.5, DOI: 10.1234/narrow.5 }
    ,
    ]
  `);
});

test('a source that the registry has is only cited', async () => {
  expect(await paste('TY  - NEWS\nTI  - The quay\nUR  - https://tide.example/quay\nER  - ')).toEqual([
    'record [@quay]',
  ]);
});

test.each([
  '@handle says so',
  '@article{a, title = {x',
  '@a{b, c = }',
  'TY - x',
  '10 percent',
  'see 10.1234/x and',
  '',
])('%s is pasted as it is', async (text) => {
  expect(await paste(text)).toEqual([]);
});
