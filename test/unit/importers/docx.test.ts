import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { shift, slice } from '../../../server/src/base/text/span.ts';
import { docxImporter } from '../../../server/src/importers/docx/docx.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../server/src/syntax/brief/records.ts';
import { checkText, harborItem, mendeley, read, straitItem, zotero } from './docxSupport.ts';
import { a, endnote, field, footnote, p, STYLES, t, wordFile } from './wordFile.ts';

/** What a brief cites, without the offsets. */
function citationsOf(text: string) {
  const brief = readBrief(text);
  return recordsOf(brief).map(({ at, value }) => ({
    form: value.form,
    source: value.source?.name,
    when: value.when && slice(text, shift(value.when.span, at)),
    url: value.url?.value,
    id: value.id?.value,
  }));
}

test('a file with everything cites what the same text cites when typed', async () => {
  const result = await read({
    styles: STYLES,
    body: [
      p(t('North Harbor Brief'), 'Titel'),
      p(t('May 10, 2022')),
      p(t('Shipping'), 'berschrift1'),
      p(
        `${t('The cranes stand still (Harbor Tide, May 3; ')}${a('link', t('Reuters, May 4'))}${t(').')}${footnote(2)}${t(' The ')}` +
          `<w:ins w:id="1"><w:r><w:t>northern </w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>southern </w:delText></w:r></w:del>` +
          `${t('quay is closed.')}${endnote(2)}`,
      ),
      p(t('They wait (, May 5).'), 'Zitat'),
      p(
        `${t('Nobody pays ')}${field(zotero({ ...harborItem, locator: '4', prefix: 'see' }), t('(see Okafor 2022, 4)'))}${t(' or waits ')}` +
          `${field(mendeley({ ...straitItem, label: 'chapter', locator: '3', suffix: 'in part' }, harborItem), t('(Lindqvist 2019; Okafor 2022)'))}${t('.')}`,
      ),
      `<w:tbl><w:tr><w:tc>${p(t('Ship'))}</w:tc><w:tc>${p(t('Left'))}</w:tc></w:tr><w:tr><w:tc>${p(t('Aurora'))}</w:tc><w:tc>${p(t('Yes (Dawn, May 6).'))}</w:tc></w:tr></w:tbl>`,
    ].join(''),
    footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${t(' Ada Okafor, “Quay closed,” Harbor Tide, May 2, 2022, ')}${a('note', t('https://harbor.example/quay'))}`)}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${p(t('Interview with a crane driver, May 7, 2022.'))}${p(t('Second paragraph.'))}</w:endnote>`,
    links: { link: 'https://www.reuters.com/world/quay?utm_source=mail&id=7', note: 'https://harbor.example/quay' },
  });
  expect(result.problems.map(({ message }) => message)).toEqual([
    'The tracked changes were accepted (insertions: 1, deletions: 1).',
  ]);
  const typed = `# North Harbor Brief

May 10, 2022

# Shipping

The cranes stand still (Harbor Tide, May 3; [Reuters](https://www.reuters.com/world/quay?id=7), May 4).[^1] The northern quay is closed.[^2]

> They wait (, May 5).

Nobody pays [see @okafor-2022, p. 4] or waits [@lindqvist-2019, chap. 3 in part; @okafor-2022].

| Ship | Left |
| --- | --- |
| Aurora | Yes (Dawn, May 6). |

[^1]: Ada Okafor, “Quay closed,” Harbor Tide, May 2, 2022, https://harbor.example/quay

[^2]: Interview with a crane driver, May 7, 2022.
    Second paragraph.
`;
  expect(result.text).toBe(typed);
  expect(citationsOf(result.text!)).toMatchInlineSnapshot(`
    [
      {
        form: parenthesis,
        id: undefined,
        source: Harbor Tide,
        url: undefined,
        when: May 3,
      },
      {
        form: parenthesis,
        id: undefined,
        source: Reuters,
        url: https://www.reuters.com/world/quay?id=7,
        when: May 4,
      },
      {
        form: parenthesis,
        id: undefined,
        source: undefined,
        url: undefined,
        when: May 5,
      },
      {
        form: key,
        id: okafor-2022,
        source: undefined,
        url: undefined,
        when: undefined,
      },
      {
        form: key,
        id: lindqvist-2019,
        source: undefined,
        url: undefined,
        when: undefined,
      },
      {
        form: key,
        id: okafor-2022,
        source: undefined,
        url: undefined,
        when: undefined,
      },
      {
        form: parenthesis,
        id: undefined,
        source: Dawn,
        url: undefined,
        when: May 6,
      },
      {
        form: note,
        id: undefined,
        source: Harbor Tide,
        url: https://harbor.example/quay,
        when: May 2, 2022,
      },
      {
        form: note,
        id: undefined,
        source: Interview with a crane driver,
        url: undefined,
        when: May 7, 2022,
      },
    ]
  `);
});

describe('links', () => {
  const links = { a: 'https://harbor.example/a_(b)', b: 'javascript:alert(1)', c: 'https://harbor.example/c' };
  test.each([
    ['of an element', a('a', t('words')), '[words](https://harbor.example/a_(b))'],
    ['in several runs', a('a', t('wo') + t('rds')), '[words](https://harbor.example/a_(b))'],
    [
      'of a field',
      field('HYPERLINK "https://harbor.example/x" \\l "part" \\t "_blank"', t('words')),
      '[words](https://harbor.example/x#part)',
    ],
    [
      'of a simple field',
      `<w:fldSimple w:instr="HYPERLINK &quot;https://harbor.example/x&quot;">${t('words')}</w:fldSimple>`,
      '[words](https://harbor.example/x)',
    ],
    ['that are their address', a('c', t('https://harbor.example/c')), '<https://harbor.example/c>'],
    ['without words', a('c', '<w:r><w:drawing/></w:r>'), '<https://harbor.example/c>'],
    ['with brackets', a('c', t('[1] words')), '[\\[1\\] words](https://harbor.example/c)'],
    ['with spaces at their ends', `${t('a')}${a('c', t(' words '))}${t('b')}`, 'a [words](https://harbor.example/c) b'],
    ['inside the file', `<w:hyperlink w:anchor="_Toc1">${t('words')}</w:hyperlink>`, 'words'],
    ['of a citation', a('c', t('(Reuters, May 3)')), '([Reuters](https://harbor.example/c), May 3)'],
  ])('%s', async (_, body, text) => {
    await checkText({ body: p(body), links }, `${text}\n`);
  });

  test('to programs are words', async () => {
    await checkText({ body: p(a('b', t('words'))), links }, 'words\n', [
      '1 link leads to no web or mail address; its words were kept.',
    ]);
  });
});

describe('notes', () => {
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(t(text))}</w:footnote>`;

  test('are numbered in the order of their markers, and strict files are read alike', async () => {
    const parts = {
      body: p(t('One.') + footnote(7) + t(' Two.') + footnote(3)),
      footnotes: note(3, 'Three.') + note(7, 'Seven.'),
    };
    for (const isStrict of [false, true])
      await checkText({ ...parts, isStrict }, 'One.[^1] Two.[^2]\n\n[^1]: Seven.\n\n[^2]: Three.\n');
  });

  test('with a mark of their own', async () => {
    const body = p(
      `${t('One')}<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>${t('.')}`,
    );
    await checkText({ body, footnotes: note(3, 'Three.') }, 'One[^1].\n\n[^1]: Three.\n');
  });

  test('that are pointed to again', async () => {
    const marked = `<w:bookmarkStart w:id="0" w:name="_Ref9"/>${footnote(3)}<w:bookmarkEnd w:id="0"/>`;
    const body = p(t('One.') + marked + t(' Two.') + field('NOTEREF _Ref9 \\f \\h', t('1')));
    await checkText({ body, footnotes: note(3, 'Three.') }, 'One.[^1] Two.[^1]\n\n[^1]: Three.\n');
  });

  test('in deleted text are gone with it', async () => {
    const body = p(`${t('One.')}<w:del w:id="1">${footnote(3)}</w:del>`);
    await checkText({ body, footnotes: note(3, 'Three.') }, 'One.\n', [
      'The tracked changes were accepted (insertions: 0, deletions: 1).',
    ]);
  });

  test('typed as superscripts stay superscripts', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    await checkText({ body: p(`${t('One.')}${t('12', raised)}${t(' The 5')}${t('th', raised)}`) }, 'One.¹² The 5th\n');
  });
});

test('tracked changes: moved text, a deleted paragraph mark and a deleted row', async () => {
  const mark = '<w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>';
  const body = [
    `<w:p><w:moveFrom w:id="1">${t('Moved.')}</w:moveFrom></w:p>`,
    `<w:p>${mark}${t('One ')}</w:p>`,
    p(t('line.')),
    `<w:p><w:moveTo w:id="2">${t('Moved.')}</w:moveTo></w:p>`,
    `<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${p(t('x'))}</w:tc><w:tc>${p(t('y'))}</w:tc></w:tr><w:tr><w:tc>${p(t('a'))}</w:tc><w:tc>${p(t('b'))}</w:tc></w:tr></w:tbl>`,
  ].join('');
  await checkText({ body }, 'One line.\n\nMoved.\n\n| a | b |\n| --- | --- |\n', [
    'The tracked changes were accepted (insertions: 1, deletions: 3).',
  ]);
});

test('lists have the labels that Word shows', async () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '[%1]')}</w:abstractNum>` +
    [0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join('');
  const item = (list: number, at: number, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${t(text)}</w:p>`;
  const body = [
    item(1, 0, 'one'),
    item(1, 1, 'a'),
    item(1, 1, 'b'),
    item(1, 0, 'two'),
    item(1, 1, 'a'),
    p(t('Between.')),
    item(2, 0, 'dot'),
    item(1, 0, 'three'),
    p(t('References')),
    item(3, 0, 'Dawn, May 3, 2022'),
  ].join('');
  await checkText(
    { body, numbering },
    '1. one\n    a) a\n    b) b\n2. two\n    a) a\n\nBetween.\n\n- dot\n3. three\n\nReferences\n\n[1] Dawn, May 3, 2022\n',
  );
});

test('what is left out is said once', async () => {
  const comment = `<w:comment w:id="1">${p(t('Really?'))}</w:comment>`;
  await checkText(
    {
      body: `${p(`${t('One.')}<w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing><pic:pic xmlns:pic="x"/></w:drawing></w:r>${t('secret', '<w:vanish/>')}`)}<w:altChunk r:id="x"/>`,
      comments: comment + comment,
      header: p(t('TLP:AMBER')),
    },
    'One.\n',
    [
      '2 comments were left out.',
      '1 picture was left out.',
      '1 hidden text was left out.',
      '1 embedded file was left out.',
      'Page headers and footers were left out.',
    ],
  );
});

test('text boxes, content controls, line breaks and symbols keep their text', async () => {
  const box = `<w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:txbxContent>${p(t('Box.'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(t('Box.'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  const body = [
    p(t('One.') + box),
    `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p(t('Control.'))}</w:sdtContent></w:sdt>`,
    p(`<w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:noBreakHyphen/><w:t>C</w:t><w:br w:type="page"/></w:r>`),
    `<w:tbl><w:tr><w:tc>${p(t('Frame.'))}</w:tc></w:tr></w:tbl>`,
  ].join('');
  await checkText({ body }, 'One.\n\nBox.\n\nControl.\n\nA\nB-C\n\nFrame.\n');
});

test('words that would read as markup are escaped, and citations are not', async () => {
  const body = ['# one', '> two', '---', 'C:\\[x]', '`code', '<!-- x', 'a [3] (Dawn, May 3)']
    .map((text) => p(t(text)))
    .join('');
  await checkText({ body }, '\\# one\n\n\\> two\n\n\\---\n\nC:\\\\[x]\n\n\\`code\n\n\\<!-- x\n\na [3] (Dawn, May 3)\n');
});

test('a file of 5 MB keeps every citation', async () => {
  const sentence = (at: number) =>
    `The convoy ${at} left the north harbor at dawn (Harbor Tide, May ${1 + (at % 28)}).`;
  const body = Array.from({ length: 50_000 }, (_, at) => p(t(sentence(at)))).join('');
  const bytes = zipSync(unzipSync(wordFile({ body })), { level: 0 });
  expect(bytes.length).toBeGreaterThan(5_000_000);
  const { text, problems } = await docxImporter.read(bytes);
  expect(problems).toEqual([]);
  expect(text!.match(/\(Harbor Tide, May \d+\)\./g)).toHaveLength(50_000);
});

const NOTES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes';

describe('files that are not read', () => {
  const damaged =
    'The file is damaged or is no Word file. Open it in Word or LibreOffice, save it again as .docx and import that.';
  const whole = wordFile({
    body: p(t('One.') + footnote(1)),
    footnotes: `<w:footnote w:id="1">${p(t('x'))}</w:footnote>`,
  });
  const withPart = (name: string, content: string) => zipSync({ ...unzipSync(whole), [name]: strToU8(content) });
  test.each([
    ['nothing', new Uint8Array(), damaged],
    ['a text', strToU8('One.'), damaged],
    [
      'a web page',
      strToU8('\uFEFF\n<!DOCTYPE html><html><body><p>One.'),
      'The file is a web page with the name of a Word file. Rename it to end in .html and import that.',
    ],
    [
      'a part of a web page',
      strToU8('<h1>One</h1>'),
      'The file is a web page with the name of a Word file. Rename it to end in .html and import that.',
    ],
    ['half a file', whole.subarray(0, whole.length / 2), damaged],
    ['a part that is cut off', withPart('word/footnotes.xml', '<w:footnotes><w:footnote w:id="1"><w:p>'), damaged],
    ['relationships that are cut off', withPart('word/_rels/document.xml.rels', '<Relationships><Relation'), damaged],
    ['a part that is wrongly nested', withPart('word/document.xml', '<w:document><w:body></w:document>'), damaged],
    [
      'a zip file of something else',
      zipSync({ 'a.xml': strToU8('<a/>') }),
      'The file holds no Word document. Save the document as .docx and import that.',
    ],
    [
      'an encrypted file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'The file is encrypted or in the old format .doc. Open it in Word, save it as .docx without a password and import that.',
    ],
  ])('%s', async (_, bytes, message) => {
    expect(await docxImporter.read(bytes)).toEqual({ problems: [{ message }] });
  });

  test('a part that unpacks to more than it may', async () => {
    const bomb = whole.slice();
    const directory = bomb.findIndex((_, at) => String.fromCharCode(...bomb.subarray(at, at + 4)) === 'PK\x01\x02');
    new DataView(bomb.buffer).setUint32(directory + 24, 2 ** 31, true);
    expect((await docxImporter.read(bomb)).problems[0]!.message).toMatch(/^The file unpacks to more text/);
  });

  test('a part that has more elements than fit into memory', async () => {
    const bomb = wordFile({ body: '<w:p/>'.repeat(2_000_000) });
    expect(bomb.length).toBeLessThan(50_000);
    expect((await docxImporter.read(bomb)).problems[0]!.message).toMatch(/^The file unpacks to more text/);
  });

  test('a part that a thousand relationships name is read once', async () => {
    const relationships = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `<Relationship Id="r${at}" Type="${NOTES}" Target="footnotes.xml"/>`,
      ).join('');
    const bytes = withPart('word/_rels/document.xml.rels', `<Relationships>${relationships(1_000)}</Relationships>`);
    expect(await docxImporter.read(bytes)).toEqual({ text: 'One.[^1]\n\n[^1]: x\n', problems: [] });
  });

  test('an entity is not expanded', async () => {
    const document =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body><w:p><w:r><w:t>One.&a;</w:t></w:r></w:p></w:body></w:document>';
    expect((await docxImporter.read(withPart('word/document.xml', document))).text).toBe('One.&a;\n');
  });
});
