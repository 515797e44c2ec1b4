import { describe, expect, test } from 'vitest';
import { writeRegistry } from '../../../server/src/importers/references/registryText.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { checkText, harborItem, read, strait, straitItem, zotero } from './docxSupport.ts';
import { field, p, t } from './wordFile.ts';

test('what reference managers cite becomes a registry without mistakes', async () => {
  const { entries } = await read({
    body: p(field(zotero(harborItem, straitItem), t('x')) + field(zotero(harborItem), t('x'))),
  });
  const text = writeRegistry(entries!);
  expect(text).toMatchInlineSnapshot(`
    references:
      - id: okafor-2022
        type: article-newspaper
        title: Cranes stand still in the north harbor
        author:
          - family: Okafor
            given: Ada
        container-title: Harbor Tide
        issued: 2022-05-03
        URL: https://harbor.example/news/cranes
      - id: lindqvist-2019
        type: book
        title: The Narrow Strait
        author:
          - family: Lindqvist
            given: Per
        issued: "2019"
  `);
  const registry = readRegistry(text);
  expect(registry.problems).toEqual([]);
  expect(registry.sources.map(({ id }) => id.value)).toEqual(['okafor-2022', 'lindqvist-2019']);
});

describe('citations of reference managers', () => {
  const endNote = `<EndNote><Cite ExcludeAuth="1"><Author>Okafor</Author><Pages>12</Pages><record><rec-number>7</rec-number><ref-type name="Newspaper Article">23</ref-type><contributors><authors><author><style face="normal">Okafor, Ada</style></author></authors></contributors><titles><title>Cranes &amp; quays</title><secondary-title>Harbor Tide</secondary-title></titles><dates><year>2022</year></dates></record></Cite></EndNote>`;

  test('EndNote writes its data into the instruction', async () => {
    const result = await read({ body: p(field(`ADDIN EN.CITE ${endNote}`, t('(2022)'))) });
    expect(result.text).toBe('[-@okafor-2022, p. 12]\n');
    expect(result.entries![0]!.fields).toMatchObject({
      type: 'article-newspaper',
      title: 'Cranes & quays',
      issued: '2022',
    });
  });

  test('EndNote writes its data into a field inside the instruction', async () => {
    const data = btoa(endNote);
    const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN EN.CITE </w:instrText></w:r>`;
    const inner = `<w:r><w:fldChar w:fldCharType="begin"><w:fldData>${data}</w:fldData></w:fldChar></w:r><w:r><w:instrText>ADDIN EN.CITE.DATA</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const rest = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('(2022)')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    await checkText({ body: p(begin + inner + rest + t('.')) }, '[-@okafor-2022, p. 12].\n');
  });

  test('two sources with the same key are told apart', async () => {
    const other = { uris: ['http://zotero.org/users/1/items/C'], itemData: { ...strait, title: 'Another' } };
    await checkText({ body: p(field(zotero(straitItem, other), t('x'))) }, '[@lindqvist-2019; @lindqvist-2019-2]\n');
  });

  test('the citation key of Zotero is kept', async () => {
    const item = { ...straitItem, itemData: { ...strait, 'citation-key': 'lindqvistNarrow2019' } };
    await checkText({ body: p(field(zotero(item), t('x'))) }, '[@lindqvistNarrow2019]\n');
  });

  test('the words of a citation without data are kept', async () => {
    await checkText(
      { body: p(field('ADDIN ZOTERO_ITEM CSL_CITATION {"broken', t('(Okafor 2022)'))) },
      '(Okafor 2022)\n',
      ['1 citation of a reference manager has no data in the file; its words were kept.'],
    );
  });

  test('a prefix cannot end the citation', async () => {
    const item = { ...straitItem, prefix: '<i>see</i> [x]; @all', suffix: '] and' };
    await checkText({ body: p(field(zotero(item), t('x'))) }, '[see x all @lindqvist-2019 and]\n');
  });
});
