import { check, checkNotOffered, checkTitles } from './check.ts';

check(
  'binds a citation in words',
  'They left (see RFE/RL|, September 5; TASS, May 1).',
  'Tag “RFE/RL” as “Pilots leave”',
  'They left (see [RFE/RL](src:rferl-1), September 5; TASS, May 1).',
);
check(
  'and takes the tag off again',
  'They left (see [RFE/RL](src:rferl-1)|, September 5; TASS, May 1).',
  'Remove the tag of “RFE/RL”, keep the words',
  'They left (see RFE/RL, September 5; TASS, May 1).',
);
check(
  'the tag of an outlet becomes the tag of the report',
  '([TASS](media:tass), Sep|tember 22).',
  'Tag “TASS” as “One”',
  '([TASS](src:tass-1), September 22).',
);
check(
  'a short form goes into the surface',
  '(Ministry of Foreign| Affairs (MFA), August 24).',
  'Tag “Ministry of Foreign Affairs” as Ministry of Foreign Affairs, August 24, 2021',
  '([Ministry of Foreign Affairs (MFA)](src:mfa-1), August 24).',
);
check(
  'a place stays outside',
  '(Wenwei|po [Hong Kong], August 23).',
  'Tag “Wenweipo” as Wenweipo, August 23, 2021',
  '([Wenweipo](src:hk-1) [Hong Kong], August 23).',
);
checkNotOffered('not over a line break', '(Times of\nIn|dia, December 13, 2019)', /Bind to/);
checkNotOffered('no binding for an unknown source', '(TASS, M|ay 1)', /Bind to/);
checkTitles('nothing for a missing source', '(, M|ay 1)', []);

check(
  'keys → tags, with lead-in and locator; a year that cannot be inferred is written',
  'They left [see @rferl-1; @toi-1|, p. 3].',
  'Convert to outlet and date, with source tags',
  'They left (see [RFE/RL](src:rferl-1), September 5; [Times of India](src:toi-1), December 13, 2019, p. 3).',
);
check(
  'a locator in words',
  '[@toi-1|, p. 3]',
  'Convert to outlet and date, in words',
  '(Times of India, December 13, 2019, p. 3)',
);
check(
  'a locator behind a date',
  '(Times of India, Decem|ber 13, 2019, p. 3; [TOI](src:toi-1), December 13, 2019, p. 4)',
  'Convert to citation keys',
  '[@toi-1, p. 3; @toi-1, p. 4]',
);
check(
  'keys → words',
  'They left [see @rferl-1; -@toi-1|].',
  'Convert to outlet and date, in words',
  'They left (see RFE/RL, September 5; Times of India, December 13, 2019).',
);
check(
  'words and tags → keys',
  'They left (see RFE/RL, Sept. 5; [TOI](src:toi-1), December| 13, 2019).',
  'Convert to citation keys',
  'They left [see @rferl-1; @toi-1].',
);
checkTitles('no keys where one is unknown', '(RFE/RL, Sep|tember 5; TASS, May 1)', [
  'Tag “RFE/RL” as “Pilots leave”',
  'Convert to a note: (RFE/RL, September 5; TASS, May 1)',
]);
checkTitles('no key where something would be lost', '(Wenwei|po [Hong Kong], August 23)', [
  'Tag “Wenweipo” as Wenweipo, August 23, 2021',
  'Convert to a note: (Wenweipo [Hong Kong], August 23)',
]);
check(
  'an entry without outlet and date',
  '[@book-1|]',
  'Convert to outlet and date, with source tags',
  '([A Book](src:book-1))',
);
checkTitles('no keys for an unknown one', '[@rferl-1; @no|]', []);

check(
  'the tracking of a link',
  'It fell, [Reuters](https://example.org/a/b?utm_source=chatgpt.com|) said.',
  'Remove tracking from “Reuters”',
  'It fell, [Reuters](https://example.org/a/b) said.',
);
check(
  'the label of a chat assistant, and an address in a note',
  'It fell, [oai_citation:1‡reuters.com](https://example.org/a/b?id=3&utm_source=chatgpt.com|#top) said.[^1]\n\n[^1]: Dawn, May 3, 2021, https://example.org/c?utm_source=chatgpt.com.',
  'Remove tracking from all links in this brief',
  'It fell, [reuters.com](https://example.org/a/b?id=3#top) said.[^1]\n\n[^1]: Dawn, May 3, 2021, https://example.org/c.',
);
checkTitles('nothing for a link without tracking', 'It fell, [Reuters](https://example.org/a/b?id=3|) said.', []);
check(
  'all words → keys, where nothing is lost',
  'They left (RFE/RL|, Sept. 5). It fell (TASS, May 1). It rose (Times of India, December 13, 2019).',
  'Convert to citation keys, all in this brief',
  'They left [@rferl-1]. It fell (TASS, May 1). It rose [@toi-1].',
);

for (const [before, after] of [
  ['See *RFE/R|L*, September 5, 2021.', 'See *[RFE/RL](src:rferl-1)*, September 5, 2021.'],
  ['<i>RFE/R|L</i>, September 5, 2021.', '<i>[RFE/RL](src:rferl-1)</i>, September 5, 2021.'],
] as const)
  check(
    `emphasis in a note stays around the tag: ${before}`,
    `It fell.[^1]\n\n[^1]: ${before}`,
    'Tag “RFE/RL” as “Pilots leave”',
    `It fell.[^1]\n\n[^1]: ${after}`,
  );
