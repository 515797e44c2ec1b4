/** Links as citations: docs/format.md, 2.3. */
import { expect, test } from 'vitest';
import {
  normalizeAddress,
  readLinkAddress,
  withoutTracking,
} from '../../../../server/src/syntax/citation/linkAddress.ts';
import { formatIsoDate } from '../../../../server/src/syntax/date/isoDate.ts';
import { readings } from '../../support/readings.ts';

function addresses(...list: string[]): string {
  return list
    .map((address) => {
      const read = readLinkAddress(address);
      if (!read) return `${address} → none`;
      const { outlet, isDocument, isArchive, date } = read;
      return `${address} → ${[outlet, isDocument ? 'document' : '', isArchive ? 'archive' : '', date ? formatIsoDate(date) : ''].filter(Boolean).join(' ')}`;
    })
    .join('\n');
}

test('what an address says', () => {
  expect(
    addresses(
      'https://www.pier.example/2026/02/26/strike',
      'https://m.pier.example/news/strike-2026-02-10',
      'https://pier.example/20260210/strike',
      'https://pier.example/2026/13/45/strike',
      'https://pier.example',
      'https://pier.example/',
      'https://pier.example/news',
      'https://pier.example/tag/strike',
      'https://pier.example/category/ports/north',
      'https://pier.example/?id=12',
      'https://pier.example/strike',
      'https://t.me/pier',
      'https://t.me/pier/512',
      'https://t.me/s/pier/512',
      'https://x.com/pier/status/1',
      'https://twitter.com/pier/status/1',
      'https://twitter.com/pier',
      'https://www.youtube.com/watch?v=abc',
      'https://www.youtube.com/@pier',
      'https://web.archive.org/web/2026/https://pier.example/strike',
      'https://archive.ph/abcde',
      'ftp://pier.example/a',
      'https://localhost/a',
      'chapter-2.md',
      'https://',
    ),
  ).toMatchInlineSnapshot(`
    https://www.pier.example/2026/02/26/strike → pier.example document 2026-02-26
    https://m.pier.example/news/strike-2026-02-10 → pier.example document 2026-02-10
    https://pier.example/20260210/strike → pier.example document 2026-02-10
    https://pier.example/2026/13/45/strike → pier.example document
    https://pier.example → pier.example
    https://pier.example/ → pier.example
    https://pier.example/news → pier.example
    https://pier.example/tag/strike → pier.example
    https://pier.example/category/ports/north → pier.example
    https://pier.example/?id=12 → pier.example document
    https://pier.example/strike → pier.example document
    https://t.me/pier → t.me/pier
    https://t.me/pier/512 → t.me/pier document
    https://t.me/s/pier/512 → t.me/pier document
    https://x.com/pier/status/1 → x.com/pier document
    https://twitter.com/pier/status/1 → x.com/pier document
    https://twitter.com/pier → x.com/pier
    https://www.youtube.com/watch?v=abc → youtube.com document
    https://www.youtube.com/@pier → youtube.com/pier
    https://web.archive.org/web/2026/https://pier.example/strike → web.archive.org document archive
    https://archive.ph/abcde → archive.ph document archive
    ftp://pier.example/a → none
    https://localhost/a → none
    chapter-2.md → none
    https:// → none
  `);
});

test('the same address in other words', () => {
  const same = [
    'https://pier.example/strike',
    'http://www.pier.example/strike/',
    'https://m.pier.example/strike?utm_source=chatgpt.com',
    'https://pier.example/strike?fbclid=1#top',
    'https://web.archive.org/web/20260226/https://pier.example/strike',
  ];
  expect(new Set(same.map(normalizeAddress))).toEqual(new Set(['pier.example/strike']));
  expect(normalizeAddress('https://twitter.com/pier/status/1')).toBe(normalizeAddress('https://x.com/pier/status/1'));
  expect(normalizeAddress('https://pier.example/?id=1')).not.toBe(normalizeAddress('https://pier.example/?id=2'));
});

test('parameters that say where a reader came from', () => {
  expect(withoutTracking('https://pier.example/a?utm_source=chatgpt.com')).toBe('https://pier.example/a');
  expect(withoutTracking('https://pier.example/a?id=1&utm_source=x&p=2#b')).toBe('https://pier.example/a?id=1&p=2#b');
  expect(withoutTracking('https://pier.example/a?id=1')).toBe('https://pier.example/a?id=1');
});

test('links in a sentence', () => {
  expect(
    readings(
      'The pier [was closed](https://pier.example/2026/02/26/strike) at night.',
      'The pier was closed (https://pier.example/strike).',
      'The pier was closed <https://pier.example/strike>, it says.',
      'The text is public: https://pier.example/strike',
      'The pier was closed https://pier.example/strike.',
      'The pier [was closed](https://pier.example/strike) ([archived](https://web.archive.org/web/2026/https://pier.example/strike)).',
      'The pier [was closed](https://pier.example/strike) ([archive](https://archive.ph/abcde)).',
      'The pier [was closed][strike], and the yard [too][].\n\n[strike]: https://pier.example/strike\n[too]: <https://pier.example/yard>',
      'A channel [showed it](https://t.me/pier/512), others [did not](https://x.com/quay/status/7).',
    ),
  ).toMatchInlineSnapshot(`
    The pier [was closed](https://pier.example/2026/02/26/strike) at night. → link: pier.example @ https://pier.example/2026/02/26/strike title=was closed url=https://pier.example/2026/02/26/strike
    The pier was closed (https://pier.example/strike). → link: pier.example url=https://pier.example/strike
    The pier was closed <https://pier.example/strike>, it says. → link: pier.example url=https://pier.example/strike
    The text is public: https://pier.example/strike → link: pier.example url=https://pier.example/strike
    The pier was closed https://pier.example/strike. → link: pier.example url=https://pier.example/strike
    The pier [was closed](https://pier.example/strike) ([archived](https://web.archive.org/web/2026/https://pier.example/strike)). → link: pier.example title=was closed url=https://pier.example/strike archive=https://web.archive.org/web/2026/https://pier.example/strike
    The pier [was closed](https://pier.example/strike) ([archive](https://archive.ph/abcde)). → link: pier.example title=was closed url=https://pier.example/strike archive=https://archive.ph/abcde
    The pier [was closed][strike], and the yard [too][].⏎⏎[strike]: https://pier.example/strike⏎[too]: <https://pier.example/yard> → link: pier.example title=was closed url=https://pier.example/strike + link: pier.example title=too url=https://pier.example/yard
    A channel [showed it](https://t.me/pier/512), others [did not](https://x.com/quay/status/7). → link: t.me/pier title=showed it url=https://t.me/pier/512 + link: x.com/quay title=did not url=https://x.com/quay/status/7
  `);
});

test('links that have lost their address', () => {
  expect(
    readings(
      'The pier [was closed]() at night.',
      'The pier [was closed](<>) at night.',
      'The pier [was closed](#) at night.',
      'The pier [was closed](https://) at night.',
      'The pier [was closed][9], the yard [was not][1].\n\n[1]: https://pier.example/strike',
      'The pier [was closed][9] at night.',
      'The pier was closed []().',
      'Was it ( []() )?',
      'The pier [was closed](undefined), [was sold](about:blank) and [was moved](INSERT_SOURCE_URL) at night.',
      'The pier was closed.[](#_ftn7)',
      'The pier was closed.[](#overview)',
    ),
  ).toMatchInlineSnapshot(`
    The pier [was closed]() at night. → link: MISSING no-address
    The pier [was closed](<>) at night. → link: MISSING no-address
    The pier [was closed](#) at night. → link: MISSING no-address
    The pier [was closed](https://) at night. → link: MISSING no-address
    The pier [was closed][9], the yard [was not][1].⏎⏎[1]: https://pier.example/strike → link: MISSING no-address + link: pier.example title=was not url=https://pier.example/strike
    The pier [was closed][9] at night. → none
    The pier was closed [](). → link: MISSING no-address
    Was it ( []() )? → none
    The pier [was closed](undefined), [was sold](about:blank) and [was moved](INSERT_SOURCE_URL) at night. → link: MISSING no-address + link: MISSING no-address + link: MISSING no-address
    The pier was closed.[](#_ftn7) → link: MISSING no-address
    The pier was closed.[](#overview) → none
  `);
});

test('links that cite nothing', () => {
  expect(
    readings(
      '## The [strike](https://pier.example/strike) of the year',
      '- [The strike](https://pier.example/strike)\n- [The yard](https://pier.example/yard)',
      '![The strike, it says.](https://pier.example/strike.png)',
      'Write to [the desk](mailto:desk@pier.example), please.',
      'As in [the second part](#second), it was closed.',
      'See [[The strike]], it says.',
      'If you like this, [subscribe](https://pier.example/join/us).',
      'Released under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), it says.',
      'The implant calls https://pier.example/strike every hour.',
      'It calls hxxps://pier[.]example/strike.',
      'It calls `https://pier.example/strike`.',
      '**Link:** https://pier.example/strike',
      'As [the ministry](https://pier.example) says, it was closed.',
      'As [Pier Watch](https://x.com/pier) says, it was closed.',
    ),
  ).toMatchInlineSnapshot(`
    ## The [strike](https://pier.example/strike) of the year → none
    - [The strike](https://pier.example/strike)⏎- [The yard](https://pier.example/yard) → none
    ![The strike, it says.](https://pier.example/strike.png) → none
    Write to [the desk](mailto:desk@pier.example), please. → none
    As in [the second part](#second), it was closed. → none
    See [[The strike]], it says. → none
    If you like this, [subscribe](https://pier.example/join/us). → none
    Released under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), it says. → none
    The implant calls https://pier.example/strike every hour. → none
    It calls hxxps://pier[.]example/strike. → none
    It calls \`https://pier.example/strike\`. → none
    **Link:** https://pier.example/strike → none
    As [the ministry](https://pier.example) says, it was closed. → none
    As [Pier Watch](https://x.com/pier) says, it was closed. → none
  `);
});
