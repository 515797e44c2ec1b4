import { describe, expect, test } from 'vitest';
import { shift } from '../../../server/src/base/text/span.ts';
import { resolveCitation, sourceCandidatesFor } from '../../../server/src/scope/resolveCitation.ts';
import { briefDateOf } from '../../../server/src/syntax/brief/brief.ts';
import { formatDateForDisplay } from '../../../server/src/syntax/date/calendar.ts';
import { briefOf, expectMarks, type Mark } from '../support/fixture.ts';

const registry = `
--- entities.yaml
entities:
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL, Radio Liberty] }
  - { id: ozodi, type: media, name: Radio Ozodi }
  - { id: quay, type: media, name: Quay Times, domains: [quay.example, https://www.quaytimes.example/, t.me/quay] }
  - { id: telegram, type: media, name: Telegram, aliases: [T.me], platform: true }
--- sources.yaml
references:
  - { id: rferl-1, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: rferl-2, container-title: Radio Liberty, issued: 2020-12-30 }
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
  - { id: tass-2, container-title: TASS, issued: 2020-05-03 }
  - { id: tass-3, container-title: TASS, issued: 2021-06-01, title: One }
  - { id: tass-4, container-title: TASS, issued: 2021-06-01, title: Two }
  - { id: tass-5, container-title: TASS, issued: 2021-06-04 }
  - { id: tass-6, container-title: TASS, issued: 2021-03 }
  - { id: kavkaz-1, URL: 'https://www.kavkaz-uzel.eu/articles/1', issued: 2021-05-06 }
  - { id: tg-1, container-title: Telegram, URL: 'https://t.me/mod_uz', issued: 2021-05-22 }
  - { id: tg-2, container-title: Telegram, title: 'A post', author: [{ literal: rybar }], issued: 2021-05-22 }
  - { id: eu-1, container-title: European Commission, issued: 2019, accessed: 2021-01-02 }
  - { id: wwp-1, container-title: Wenweipo, issued: 2021-08-23 }
  - { id: quay-1, container-title: Quay Times, issued: 2021-05-07 }
  - { id: mfa-1, container-title: Ministry of Foreign Affairs, issued: 2020-12-28 }
`;
const masthead = 'Publication Date: 09/24/2021\n\n';

/** Marks give the status of each citation and the entries it resolves to. */
function check(fixture: string, registries = registry): void {
  test(fixture.trim().split('\n', 1)[0]!.slice(0, 80), () => {
    const { uri, brief, workspace, file } = briefOf(`--- main.brief\n${masthead}${fixture.trim()}\n${registries}`);
    const date = briefDateOf(brief)?.value;
    const found = brief.blocks.flatMap(({ citations }, index) =>
      citations.map((citation): Mark => {
        const { status, entries } = resolveCitation(citation, workspace.scopeOf(uri), date);
        const words = entries.map(({ entry }) => entry.id.value).join(' ');
        return { ...shift(citation.span, brief.starts[index]!), code: status, words };
      }),
    );
    expectMarks([file], [found], { exact: true });
  });
}

describe('by outlet and date', () => {
  check(`
(RFE/RL, September 5; Radio Free Europe/Radio Liberty, September 5; RADIO LIBERTY, September 5, 2021)
 ^^^^^^^^^^^^^^^^^^^ resolved rferl-1
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1
                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1`);
  check(`
(The RFE RL, September 5)
 ^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1`);
  check(`
(selon la RFE/RL, 5 septembre; d’après l’RFE/RL, 5 septembre)
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1`);
  check(`
(RFE/RL, September 6; RFE/RL, September 5, 2020; BBC, September 5)
 ^^^^^^^^^^^^^^^^^^^ unknown
                      ^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
                                                 ^^^^^^^^^^^^^^^^ unknown`);
  check(`
(Radio Ozodi, September 5; Radio Ozodlik, September 5)
 ^^^^^^^^^^^^^^^^^^^^^^^^ unknown
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown`);
  check(`
(, September 5) and (, May 9)
 ^^^^^^^^^^^^^ missing
                     ^^^^^^^ missing`);
});

describe('years', () => {
  check(`
The latest such day on or before the brief's (TASS, May 3) unless it says so (TASS, May 3, 2020).
                                              ^^^^^^^^^^^ resolved tass-1
                                                                              ^^^^^^^^^^^^^^^^^ resolved tass-2`);
  check(`
Over New Year (RFE/RL, December 30).
               ^^^^^^^^^^^^^^^^^^^ resolved rferl-2`);
});

describe('several dates or sources', () => {
  check(`
Of one day (TASS, June 1).
            ^^^^^^^^^^^^ ambiguous tass-3 tass-4`);
  check(`
Several dates (TASS, May 3, June 4) of which one is unknown (TASS, May 3, 5).
               ^^^^^^^^^^^^^^^^^^^ resolved tass-1 tass-5
                                                             ^^^^^^^^^^^^^^ unknown`);
  check(`
A range holds one (TASS, June 3–6) or more (TASS, June 1–6) or none (TASS, June 7–9).
                   ^^^^^^^^^^^^^^ resolved tass-5
                                            ^^^^^^^^^^^^^^ ambiguous tass-3 tass-4
                                                                     ^^^^^^^^^^^^^^ unknown`);
});

describe('dates without a day', () => {
  check(`
An entry of a month (TASS, March 9; TASS, March 2021).
                     ^^^^^^^^^^^^^ resolved tass-6
                                    ^^^^^^^^^^^^^^^^ resolved tass-6`);
  check(`
A citation of a month (TASS, May 2021; TASS, June 2021).
                       ^^^^^^^^^^^^^^ resolved tass-1
                                       ^^^^^^^^^^^^^^^ ambiguous tass-3 tass-4 tass-5`);
});

describe('other sources', () => {
  check(`
A domain (kavkaz-uzel.eu, May 6; www.kavkaz-uzel.eu, May 6; [there](https://kavkaz-uzel.eu/a), May 6).
          ^^^^^^^^^^^^^^^^^^^^^ resolved kavkaz-1
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ resolved kavkaz-1
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved kavkaz-1`);
  check(`
A slash and no account (Telegram/, May 22).
                        ^^^^^^^^^^^^^^^^^ missing`);
  check(`
An account of a platform (Telegram/@mod_uz, May 22; Telegram/rybar, May 22; Telegram/x, May 22; Telegram, May 22).
                          ^^^^^^^^^^^^^^^^^^^^^^^^ resolved tg-1
                                                    ^^^^^^^^^^^^^^^^^^^^^^ resolved tg-2
                                                                            ^^^^^^^^^^^^^^^^^^ unknown
                                                                                                ^^^^^^^^^^^^^^^^ ambiguous tg-1 tg-2`);
  check(`
An account by its address (T.me/mod_uz, May 22; https://t.me/mod_uz, May 22; T.me/mod, May 22).
                           ^^^^^^^^^^^^^^^^^^^ resolved tg-1
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved tg-1
                                                                             ^^^^^^^^^^^^^^^^ unknown`);
  check(`
Accessed, not published (European Commission, accessed January 2; European Commission, January 2).
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved eu-1
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown`);
  check(`
Place and short form (Wenweipo [Hong Kong], August 23; Ministry of Foreign Affairs (MFA), December 28).
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved wwp-1
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved mfa-1`);
  check(`
A title before it (“Pilots,” TASS, May 3; *TASS*, May 3; see also TASS, May 3).
                   ^^^^^^^^^^^^^^^^^^^^^ resolved tass-1
                                           ^^^^^^^^^^^^ resolved tass-1
                                                         ^^^^^^^^^^^^^^^^^^^^ resolved tass-1`);
  check(`
An outlet that is tagged ([Liberty](media:rferl), September 5; [RFE/RL](media:ozodi), September 5).
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown`);
});

describe('accounts of a platform without an entity', () => {
  const posts = `--- sources.yaml
references:
  - { id: post-1, URL: 'https://twitter.com/Name/status/1', issued: 2020-12-14 }
  - { id: post-2, URL: 'https://twitter.com/Other/status/2', issued: 2020-12-14 }`;
  check(
    `
By its address (Twitter.com/Name, December 14; twitter.com/nobody, December 14; twitter.com, December 14).
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved post-1
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ ambiguous post-1 post-2`,
    posts,
  );
});

describe('ids', () => {
  check(`
Tags and keys ([RFE/RL](src:rferl-1), May 1) say which [@tass-2; @nobody], whatever the date [x](src:nobody).
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolved rferl-1
                                                        ^^^^^^^ resolved tass-2
                                                                 ^^^^^^^ unknown
                                                                                             ^^^^^^^^^^^^^^^ unknown`);
});

describe('without a list of sources', () => {
  check(
    `
Nothing is unknown (RFE/RL, September 5), [@a], but the missing is missing (, May 3).
                    ^^^^^^^^^^^^^^^^^^^ unchecked
                                           ^^ unchecked
                                                                            ^^^^^^^ missing`,
    '--- entities.yaml\nentities: []',
  );
  check(
    `
An empty list is one (RFE/RL, September 5), [@a].
                      ^^^^^^^^^^^^^^^^^^^ unknown
                                             ^^ unknown`,
    '--- sources.yaml\nreferences: []',
  );
});

test('a link, an address in a note or a bare domain leads to the outlet of its domain', () => {
  const { uri, brief, workspace } = briefOf(
    `--- main.brief\n${masthead}It sank, [they](https://news.quay.example/2021/05/07/pier) [say](https://t.me/quay/12) (quaytimes.example, May 7). It [rose](https://notquay.example/2021/05/07/x).\n${registry}`,
  );
  const scope = workspace.scopeOf(uri);
  const found = brief.blocks.flatMap(({ citations }) =>
    citations.map((citation) => {
      const { status, outlet, entries } = resolveCitation(citation, scope, briefDateOf(brief)?.value);
      return [status, outlet?.entry.id.value, ...entries.map(({ entry }) => entry.id.value)].join(' ');
    }),
  );
  expect(found).toEqual(['resolved quay quay-1', 'linked quay', 'resolved quay quay-1', 'linked ']);
});

test('in a brief without a date only month and day count', () => {
  const { uri, brief, workspace } = briefOf(`--- main.brief\nSo (TASS, May 3; RFE/RL, September 5).\n${registry}`);
  const [both, one] = brief.blocks[0]!.citations.map((citation) =>
    resolveCitation(citation, workspace.scopeOf(uri), undefined),
  );
  expect(both).toMatchObject({ status: 'ambiguous', dates: [{ date: { month: 5, day: 3 }, isYearInferred: false }] });
  expect(one!.status).toBe('resolved');
});

test('the outlet is resolved even if the report is unknown, and an inferred year is marked', () => {
  const { uri, brief, workspace } = briefOf(
    `--- main.brief\nSo (RFE/RL, May 30–June 2; RFE/RL, May 3, 2020).\n${registry}`,
  );
  const date = { year: 2021, month: 9, day: 24 };
  const found = brief.blocks[0]!.citations.map((citation) => resolveCitation(citation, workspace.scopeOf(uri), date));
  expect(found.map(({ outlet }) => outlet?.entry.id.value)).toEqual(['rferl', 'rferl']);
  expect(found.flatMap(({ dates }) => dates.map((one) => one.isYearInferred))).toEqual([true, false]);
  expect(
    found[0]!.dates.map((one) => `${formatDateForDisplay(one.date)} to ${formatDateForDisplay(one.until!)}`),
  ).toEqual(['May 30, 2021 to June 2, 2021']);
});

test('a range across New Year begins in the previous year', () => {
  const { uri, brief, workspace } = briefOf(`--- main.brief\nSo (RFE/RL, December 30–January 2).\n${registry}`);
  const [citation] = brief.blocks[0]!.citations;
  const { dates } = resolveCitation(citation!, workspace.scopeOf(uri), { year: 2021, month: 9, day: 24 });
  expect(dates).toMatchObject([{ date: { year: 2020, month: 12 }, until: { year: 2021, month: 1 } }]);
});

test('candidates for a missing source are all reports of its day, ordered by outlet', () => {
  const { uri, brief, workspace } = briefOf(`--- main.brief\nSo (, May 3, 6).\n${registry}`);
  const scope = workspace.scopeOf(uri);
  const ids = (year?: number) => {
    const date = year === undefined ? undefined : { year, month: 9, day: 24 };
    const { dates } = resolveCitation(brief.blocks[0]!.citations[0]!, scope, date);
    return sourceCandidatesFor(dates, scope).map(({ entry }) => entry.id.value);
  };
  expect(ids(2021)).toEqual(['tass-1', 'kavkaz-1']);
  expect(ids(2020)).toEqual(['tass-2']);
  expect(ids()).toEqual(['tass-1', 'tass-2', 'kavkaz-1']);
});

test('a year alone finds the only report of an outlet in it, and is unchecked otherwise', () => {
  const registry = `--- sources.yaml
references:
  - { id: a, type: report, container-title: TASS, issued: 2021 }
  - { id: b, type: report, container-title: AFP, issued: 2021-05-03 }
  - { id: c, type: report, container-title: AFP, issued: 2021-05-04 }
`;
  const statuses = (text: string) => {
    const { uri, brief, workspace } = briefOf(`--- main.brief\n${text}\n${registry}`);
    const citations = brief.blocks.flatMap((block) => block.citations);
    return citations.map((one) => resolveCitation(one, workspace.scopeOf(uri), undefined).status);
  };
  expect(statuses('A (TASS, 2021). B (AFP, 2021). C (TASS, 2020).')).toEqual(['resolved', 'unchecked', 'unchecked']);
});
