import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxImporter } from '../../../server/src/importers/docx/docx.ts';
import { briefOfText, exportBytes, HARBOR } from './support.ts';

async function wordFile(text: string): Promise<Uint8Array> {
  // A line of a table would be a mark of a fixture.
  return (await exportBytes('docx', text === HARBOR ? text : [briefOfText(text)])).files.get('.docx')!;
}

/** The text that our own importer reads from the export. */
async function readBack(text: string): Promise<string> {
  return (await docxImporter.read(await wordFile(text))).text ?? '';
}

test('reads back as the text, with its headings, notes, links and sources', async () => {
  await expect(await readBack(HARBOR)).toMatchFileSnapshot('golden/harbor.docx.txt');
});

test('notes are footnotes of Word; the marking is in header and footer', async () => {
  const parts = unzipSync(await wordFile(HARBOR));
  const part = (name: RegExp) =>
    Object.entries(parts)
      .filter(([path]) => name.test(path))
      .map(([, content]) => strFromU8(content))
      .join('');
  expect(part(/document\.xml$/)).toMatch(/<w:footnoteReference w:id="1"/);
  expect(part(/footnotes\.xml$/)).toContain('with a second look at p. 4.');
  expect(part(/header\d\.xml$/)).toContain('TLP:GREEN');
  expect(part(/footer\d\.xml$/)).toContain('TLP:GREEN');
});

test('lists, quotations, tables, emphasis, code and breaks', async () => {
  const text = `# Port

1. One **bold** word
2. Two
   - deep

> A quotation with \`code\`.

| a | b |
|---|---|
| c | d |

It ~~slept~~ *woke*.
`;
  expect(await readBack(text)).toMatchInlineSnapshot(`
    # Port

    1. One bold word
    2. Two
        - deep

    A quotation with code.

    | a | b |
    | --- | --- |
    | c | d |

    It slept woke.
  `);
});

test('nothing from a brief is markup of Word', async () => {
  const parts = unzipSync(await wordFile('It slept </w:t><w:br/> & more (T<i>de, March 4).\n'));
  expect(strFromU8(parts['word/document.xml']!)).toContain('&lt;/w:t&gt;&lt;w:br/&gt; &amp; more');
});

test('characters that XML does not have leave the file readable', async () => {
  const parts = unzipSync(await wordFile('# A \uFFFE\n\nB \u0001\uFFFF\uD800 c.[^1]\n\n[^1]: D \uFFFE.\n'));
  for (const [path, content] of Object.entries(parts))
    if (path.endsWith('.xml')) expect(strFromU8(content)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
});
