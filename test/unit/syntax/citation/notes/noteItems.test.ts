import { describe, expect, test } from 'vitest';
import { slice } from '../../../../../server/src/base/text/span.ts';
import { readNoteItems } from '../../../../../server/src/syntax/citation/notes/noteItems.ts';
import { NOTHING_KNOWN } from '../../../../../server/src/syntax/knownNames.ts';

/** A note → its citations, one a line: `outlet | date | title | address`, with what is not there left out. */
function show(text: string): string {
  return readNoteItems(text, { start: 0, end: text.length }, NOTHING_KNOWN)
    .map(
      ({ source, when, title, url, repeats, author, locator, accessed, archive }) =>
        Object.entries({
          source: source?.name,
          when: when && slice(text, when.span),
          title: title?.value,
          author: author?.value,
          locator: locator && slice(text, locator),
          url: url?.value,
          archive: archive?.value,
          accessed: accessed && slice(text, accessed),
          repeats,
        })
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => `${key}: ${value}`)
          .join(' | ') || 'missing',
    )
    .join('\n');
}

function check(text: string, ...expected: string[]): void {
  test(JSON.stringify(text), () => expect(show(text)).toBe(expected.join('\n')));
}

describe('one source', () => {
  check('Reuters, May 3, 2022.', 'source: Reuters | when: May 3, 2022');
  check(
    'A. Writer, “The Harbor,” Daily Post, May 3, 2022, p. 4.',
    'source: Daily Post | when: May 3, 2022 | title: The Harbor | author: A. Writer | locator: p. 4',
  );
  check('(TASS, May 2, 2022)', 'source: TASS | when: May 2, 2022');
  check('It closed in May (Dawn, May 3).', '');
  check('Al-Ra’y (Jordan), April 30, 2011', 'source: Al-Ra’y | when: April 30, 2011');
  check('Stig Olsen, The Long Coast (London: Quay, 2013), p. 60.', 'source: Stig Olsen | locator: p. 60');
  check('Personal interview, harbor master, Nairobi, May 2013.', 'source: Personal interview | when: May 2013');
  check('https://t.me/harbor/77', 'url: https://t.me/harbor/77');
  check('hxxps://example[.]com/report', 'url: https://example.com/report');
  check(
    '“Report on the harbor,” S/2022/419, May 26, 2022, p. 15.',
    'source: S/2022/419 | when: May 26, 2022 | title: Report on the harbor | locator: p. 15',
  );
  check('Ibid., p. 61.', 'locator: p. 61 | repeats: previous');
  check('Olsen, op. cit., p. 7.', 'locator: p. 7 | repeats: earlier');
  check('Olsen, The Long Coast, p. 12.', 'source: Olsen | locator: p. 12 | repeats: earlier');
});

describe('the outlet stands first', () => {
  check(
    'HRMC, Quarterly Report, 30 June 2021, url, pp. 12-13',
    'source: HRMC | when: 30 June 2021 | locator: pp. 12-13',
  );
  check(
    'HAN (Ortiz, T.), Police Leave Velika, 7 May 2021, url, p. 3',
    'source: HAN | when: 7 May 2021 | locator: p. 3',
  );
  check('Reuters, Harbor closed, 5 May 2021', 'source: Reuters | when: 5 May 2021');
  check('HRMC, Reuters, 5 May 2021', 'source: Reuters | when: 5 May 2021');
  check('A. Vale, Pier News, 5 May 2021', 'source: Pier News | when: 5 May 2021');
  check('Reuters – “Ferry towed” – May 5, 2023', 'source: Reuters | when: May 5, 2023 | title: Ferry towed');
  check('“Ferry towed” – Reuters – May 5, 2023', 'source: Reuters | when: May 5, 2023 | title: Ferry towed');
  check('“Ferry towed” – May 5, 2023', 'when: May 5, 2023 | title: Ferry towed');
});

describe('links', () => {
  check(
    'Okafor, “[The pier](https://tide.example/a),” Tide, May 2, 2022.',
    'source: Tide | when: May 2, 2022 | title: The pier | author: Okafor | url: https://tide.example/a',
  );
  check(
    '[Dawn](https://dawn.example/b), May 3, 2022',
    'source: Dawn | when: May 3, 2022 | url: https://dawn.example/b',
  );
  check(
    'Reuters, [Ferry towed](https://wire.example/c), May 4, 2022',
    'source: Reuters | when: May 4, 2022 | url: https://wire.example/c',
  );
  check('[Reuters](https://wire.example/c)', 'source: Reuters | url: https://wire.example/c');
  check('[Ferry towed to the pier](https://wire.example/c)', 'url: https://wire.example/c');
  check(
    'AFP, May 5, 2022. [Archived](https://archive.ph/x1)',
    'source: AFP | when: May 5, 2022 | archive: https://archive.ph/x1',
  );
  check(
    '[AFP](https://a.example/1), May 5, 2022; [RFI](https://b.example/2), May 6, 2022',
    'source: AFP | when: May 5, 2022 | url: https://a.example/1',
    'source: RFI | when: May 6, 2022 | url: https://b.example/2',
  );
  check(
    '“[Title](https://tide.example/a),” , May 2, 2022',
    'when: May 2, 2022 | title: Title | url: https://tide.example/a',
  );
});

test('the span of a citation holds its links as a whole', () => {
  const text =
    '[AFP](https://a.example/1), May 5, 2022, [here](https://a.example/2); RFI, [May 6, 2022](https://b.example/2)';
  const spans = readNoteItems(text, { start: 0, end: text.length }, NOTHING_KNOWN).map(({ span }) => slice(text, span));
  expect(spans).toEqual([
    '[AFP](https://a.example/1), May 5, 2022, [here](https://a.example/2)',
    'RFI, [May 6, 2022](https://b.example/2)',
  ]);
});

describe('several', () => {
  check('AFP, May 3; RFI, May 4, 2022.', 'source: AFP | when: May 3', 'source: RFI | when: May 4, 2022');
  check('https://t.me/a/1 ; https://t.me/b/2', 'url: https://t.me/a/1', 'url: https://t.me/b/2');
  check(
    'The posts speak for themselves. See, for example, Harbor Watch, May 3, 2022.',
    'source: Harbor Watch | when: May 3, 2022',
  );
  check(
    'Reuters, May 3, 2022, https://example.org/2022/a; archived at https://web.archive.org/web/2022/https://example.org/2022/a',
    'source: Reuters | when: May 3, 2022 | url: https://example.org/2022/a | archive: https://web.archive.org/web/2022/https://example.org/2022/a',
  );
});

describe('a source that was lost', () => {
  check(', March 3', 'when: March 3');
  check('“The Harbor,” , March 3, 2022.', 'when: March 3, 2022 | title: The Harbor');
  check('(Saudi Arabia), May 1, 2011.', 'when: May 1, 2011');
  check('https://', 'missing');
});

describe('words around a source, and none between them', () => {
  for (const text of ['TBD', 'source?', 'See', 'Vgl.', 'p. 4']) check(text, 'missing');
  check('Accessed May 3, 2022', 'missing');
  check('Ada Vale, , May 3, 2022', 'when: May 3, 2022');
  check('See above', '');
});

describe('comments', () => {
  check('Harbor mines are devices that drift below the surface.');
  check('President Olsen, May 9, 2022, called the treaty void.');
  check('The brother has changed his account of the year twice.');
});
