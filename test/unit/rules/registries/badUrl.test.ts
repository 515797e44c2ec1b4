import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { findingsIn, showFindings } from '../../support/fixture.ts';

test('the address of a source and that of its copy', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    sources:
      - { id: own, URL: www.example.org/a }
    ---
    Kabul fell [@own].
    --- sources.yaml
    references:
      - { id: a, URL: htp://example.org/a }
      - { id: b, URL: https://example.org/a, custom: { archive: kept/tass.pdf } }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: own, URL: www.example.org/a }
                        ^^^^^^^^^^^^^^^^^ bad-url “www.example.org/a” has no https:// in front. Did you mean “https://www.example.org/a”?
    --- sources.yaml
      - { id: a, URL: htp://example.org/a }
                      ^^^^^^^^^^^^^^^^^^^ bad-url “htp://example.org/a” does not start like a web address. Did you mean “http://example.org/a”?
      - { id: b, URL: https://example.org/a, custom: { archive: kept/tass.pdf } }
                                                                ^^^^^^^^^^^^^ bad-url “kept/tass.pdf” is not a full address. Copy the whole address from the browser.
  `);
});

const source = (address: string) => `references:\n  - id: a\n    URL: ${address}\n`;
const fixOf = (address: string) => firstFix(`--- sources.yaml\n${source(address)}`, 'bad-url');
const good = 'https://example.org/a';

test.each([
  ['htps://example.org/a', good],
  ['hhtps://example.org/a', good],
  ['https//example.org/a', good],
  ['https:/example.org/a', good],
  ['https;//example.org/a', good],
  ['https:example.org/a', good],
  ['https://https://example.org/a', good],
  ['<https://example.org/a>', good],
  ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
  ['https://example.org/a>', good],
  [`https://example.org/${'\u200b'}a`, good],
])('certainly %s is %s', async (address, meant) => {
  expect(await fixOf(address)).toEqual([`* Change “${address}” to “${meant}”`, source(meant)]);
});

test.each([
  ['example.org/a', good],
  ['asiaplustj.info', 'https://asiaplustj.info'],
  ['https://example.org/a)', good],
  ['https://example.org/a,', good],
  ['https://example.org/a.html.', `${good}.html`],
  ['https://example.org/a”', good],
  ['https://user:secret@example.org/a', good],
])('probably %s is %s', async (address, meant) => {
  expect(await fixOf(address)).toEqual([`Change “${address}” to “${meant}”`, source(meant)]);
});

test.each([
  'https://example.org/a b',
  'file:///home/analyst/tass.pdf',
  'javascript:alert(1)',
  'data:text/html,Hello',
  'C:\\Sources\\tass.pdf',
  '/sources/tass.pdf',
  'tass.pdf',
  'see the annex',
  'TODO',
  'https://',
  'https://…',
  'https://example.org:99999/a',
  'ftp://',
])('no fix is certain of %s', async (address) => {
  expect(await fixOf(`'${address}'`)).toEqual(['no fix']);
});

test.each([
  good,
  'http://example.org',
  'HTTPS://Example.org/A?b=c&d=e#f',
  'https://en.wikipedia.org/wiki/Herat_(city)',
  'https://en.wikipedia.org/wiki/Apple_Inc.',
  'https://web.archive.org/web/20210906/https://example.org/a',
  'https://archive.ph/AbC12',
  'https://example.org/a,b;c/@d!/~e/$f',
  'https://пример.рф/новости/1',
  'https://example.org/%D0%B0?q=%20',
  'https://192.0.2.1:8080/a',
  'https://t.me/s/channel/12',
  'https://example.org/a[1]',
  'ftp://data.example.org/events.csv',
])('silent: %s', (address) => {
  expect(findingsIn(`--- sources.yaml\n${source(`"${address}"`)}`)).toEqual([]);
});

test('in a link of a brief', () => {
  expect(
    showFindings(`
    It fell [Dawn](http//dawn.example/x), [Dawn](https:/dawn.example/x), [Dawn](htps://dawn.example/x), [Dawn](www.dawn.example/x).
    Silent: [Dawn](https://dawn.example/x), [Dawn](notes.md), [Dawn](#a), ![Dawn](www.dawn.example/x.png), [Dawn](http.md).
  `),
  ).toMatchInlineSnapshot(`
    It fell [Dawn](http//dawn.example/x), [Dawn](https:/dawn.example/x), [Dawn](htps://dawn.example/x), [Dawn](www.dawn.example/x).
                   ^^^^^^^^^^^^^^^^^^^^ bad-url “http//dawn.example/x” does not start like a web address. Did you mean “http://dawn.example/x”?
                                                 ^^^^^^^^^^^^^^^^^^^^^ bad-url “https:/dawn.example/x” does not start like a web address. Did you mean “https://dawn.example/x”?
                                                                                ^^^^^^^^^^^^^^^^^^^^^ bad-url “htps://dawn.example/x” does not start like a web address. Did you mean “https://dawn.example/x”?
                                                                                                               ^^^^^^^^^^^^^^^^^^ bad-url “www.dawn.example/x” has no https:// in front. Did you mean “https://www.dawn.example/x”?
  `);
});

test('a link of a brief is corrected as it is written', async () => {
  expect(await firstFix('--- main.brief\nIt fell [Dawn](www.dawn.example/x).\n', 'bad-url')).toEqual([
    'Change “www.dawn.example/x” to “https://www.dawn.example/x”',
    'It fell [Dawn](https://www.dawn.example/x).\n',
  ]);
});
