import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFragment, readPage } from '../../../server/src/importers/html/read.ts';
import { IMPORTERS } from '../../../server/src/importers/index.ts';
import { readRecords } from '../../../server/src/importers/references/records.ts';
import { writeRegistry } from '../../../server/src/importers/references/registryText.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { testAsyncProperty, testProperty } from '../support/arbitraries.ts';
import { field, footnote, p, t, wordFile } from './wordFile.ts';

const zipStart = Uint8Array.of(0x50, 0x4b, 3, 4);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.uint8Array({ maxLength: 400 }).map((tail) => Uint8Array.of(...zipStart, ...tail)),
  fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
);
const pieces = fc.constantFrom(
  ...'<p> </p> <a href="#n1" id="r1"> </a> <li id="n1"> <ol> <ul> </li> </ul> <table> <tr> <td> </table> <br> <blockquote> <pre> </pre> <h2> <sup> 1 ( ) [ ] , ; May 3 Dawn # > --- ` \\ < &amp; &#0; <!-- --> <div <b> </b> <script> </script> <a href="https://dawn.com/1"> <a href="javascript:x"> <![CDATA[ ]]> &nbsp; \n'.split(
    ' ',
  ),
);
const html = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const docx = IMPORTERS.find(({ id }) => id === 'docx')!;

testAsyncProperty(
  'every importer answers any bytes with a text or a problem',
  fc.constantFrom(IMPORTERS[0]!, ...IMPORTERS.slice(1)),
  bytes,
  async (importer, input) => {
    const { text, problems } = await importer.read(input);
    expect(text !== undefined || problems.length > 0).toBe(true);
  },
);

const whole = wordFile({
  body: p(t('One (Dawn, May 3).') + footnote(1) + field('HYPERLINK "https://a.example/b"', t('x'))),
  footnotes: `<w:footnote w:id="1">${p(t('Note.'))}</w:footnote>`,
});

testAsyncProperty(
  'a Word file with one byte changed is read or refused',
  fc.nat(whole.length - 1),
  fc.nat(255),
  async (at, byte) => {
    const changed = whole.slice();
    changed[at] = byte;
    const { text, problems } = await docx.read(changed);
    expect(text !== undefined || problems.length > 0).toBe(true);
  },
);

testProperty('any markup becomes a text', html, (input) => {
  for (const read of [readFragment, readPage]) {
    const { text, problems } = read(input);
    expect(text !== undefined || problems.length > 0).toBe(true);
  }
});

// Words without signs of markup are neither lost nor changed on the way.
const words = fc.stringMatching(/^[A-Za-zÀ-ž0-9 .,;:()'’“”-]{1,60}$/);

testAsyncProperty(
  'any prose of a Word file or a page is neither lost nor changed',
  fc.array(words, { minLength: 1, maxLength: 5 }),
  async (paragraphs) => {
    const fold = (text: string | undefined) =>
      (text ?? '')
        .replace(/\\(?=-)/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const { text } = await IMPORTERS[0]!.read(wordFile({ body: paragraphs.map((one) => p(t(one))).join('') }));
    expect(fold(text)).toBe(fold(paragraphs.join(' ')));
    expect(fold(readFragment(paragraphs.map((one) => `<p>${one}</p>`).join('')).text)).toBe(fold(paragraphs.join(' ')));
  },
);

/** Reads a Word file whose field has this data of a reference manager, and the registry that comes of it. */
async function expectRegistry(value: unknown, other: unknown, prefix: string): Promise<void> {
  const itemData = { title: value, author: other, issued: { 'date-parts': [other] }, type: 'book', URL: prefix };
  const instruction = `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: [{ itemData, prefix }] })}`;
  // What XML cannot hold is not in a Word file.
  const safe = instruction.replace(/[^\x20-\x7e]/g, '?');
  const { entries } = await docx.read(wordFile({ body: p(field(safe, t('x'))) }));
  const registry = readRegistry(writeRegistry(entries ?? []));
  expect(registry.sources.map(({ id }) => id.value)).toEqual((entries ?? []).map(({ fields }) => fields.id));
}

testAsyncProperty(
  'any data of a reference manager becomes a registry that can be read',
  fc.jsonValue(),
  fc.jsonValue(),
  fc.string(),
  expectRegistry,
);

test('a part of a date that cannot be a number', () => expectRegistry({}, { toString: 0 }, ''));

const recordPart = fc.constantFrom(
  ...[
    '@article{',
    '@a{b,',
    'title',
    '=',
    '{',
    '}',
    '"',
    ',',
    '\\"',
    '{\\v',
    'and',
    'TY  - ',
    'NEWS',
    'ER  - ',
    'DA  - ',
  ],
  ...['10.1234/', '\n', ' ', 'x', '--'],
);

testAsyncProperty(
  'any text is a record or none',
  fc.oneof(
    fc.array(recordPart, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string(),
  ),
  async (text) => {
    expect((await readRecords(text))?.length).not.toBe(0);
  },
);
