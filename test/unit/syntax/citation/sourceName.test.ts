import { describe, expect, test } from 'vitest';
import { isSourceLike, parseDomain } from '../../../../server/src/syntax/citation/sourceName.ts';

describe('names of sources', () => {
  test.each([
    ...[
      'Radio Ozodi',
      'RFE/RL',
      'The Arab Weekly',
      'Times of India',
      'Le Monde',
      'The Voice of the People',
      'Ministry of Foreign Affairs',
    ],
    ...[
      '24.kg',
      '1TV',
      '38 North',
      'Channel 4',
      '“The long war in the hills,” TASS',
      '"A quiet day in town"',
      '«Новости дня»',
    ],
    ...[
      'al-Hayat',
      'as-Safir',
      'el-Watan',
      'la Repubblica',
      'l’Orient Le Jour',
      'Al Jazeera',
      'Новая газета',
      '环球时报',
      'الجزيرة',
      'Éire News',
    ],
    ...[
      'Xinhua news agency',
      'Author’s interview',
      'author’s interview',
      'interview with General Dostum',
      'Telegram',
      '@handle',
      'Twitter/@handle',
    ],
    ...[
      'kavkaz-uzel.eu',
      'www.infox.ru',
      't.me/channel',
      'https://example.org/a',
      'Der Spiegel online',
      'AFP',
      'Tolo News & Pajhwok',
    ],
  ])('%s', (name) => expect(isSourceLike(name)).toBe(true));
});

describe('no names of sources', () => {
  test.each([
    ...['', ' ', '—', '“”', 'born', 'born in Kabul', 'in Russian', 'the attack', 'on', 'On', 'In', 'killed on'],
    ...[
      'Treaty of',
      'Killed in Kabul in a raid yesterday',
      'The attack occurred on',
      'Updated',
      'Version 2',
      'Vol. 3',
      'Chapter',
    ],
    ...['since the war', 'and Reuters', 'Signed', 'Part'],
  ])('%j', (name) => expect(isSourceLike(name)).toBe(false));
});

test.each([
  ['kavkaz-uzel.eu', 'kavkaz-uzel.eu'],
  ['www.infox.ru', 'infox.ru'],
  ['T.me/channel', 't.me'],
  ['Twitter.com/Name', 'twitter.com'],
  ['https://www.example.org/a/b?c#d', 'example.org'],
  ['HTTP://Example.ORG', 'example.org'],
  ['новости.example', 'новости.example'],
  ['24.kg', '24.kg'],
])('the domain of %s is %s', (name, domain) => expect(parseDomain(name)).toBe(domain));

test.each([
  ...[
    'TASS',
    'U.S',
    'E.O',
    'p.3',
    'a..com',
    '.com',
    'com.',
    'No. 3',
    'Radio Ozodi',
    'two words.com',
    'version 1.2',
    '',
    'example.',
    'a.b',
  ],
])('%j is no domain', (name) => expect(parseDomain(name)).toBeUndefined());
