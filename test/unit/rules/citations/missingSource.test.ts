import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('each missing source of a group is found, at its item', () => {
  expect(
    showFindings(`
    It left the country (, September 22).
    Several (, August 26;, August 25), mixed (TASS, May 2;, May 3) and (see , July 7).
  `),
  ).toMatchInlineSnapshot(`
    It left the country (, September 22).
                         ^^^^^^^^^^^^^^ missing-source The source of “It left the country” (September 22) is missing. Write it before the comma.
    Several (, August 26;, August 25), mixed (TASS, May 2;, May 3) and (see , July 7).
             ^^^^^^^^^^^ missing-source The source of “the country (, September 22). Several” (August 26) is missing. Write it before the comma.
                         ^^^^^^^^^^^ missing-source The source of “the country (, September 22). Several” (August 25) is missing. Write it before the comma.
                                                          ^^^^^^^ missing-source The source of “(, August 26;, August 25), mixed” (May 3) is missing. Write it before the comma.
                                                                        ^^^^^^^^^^^^ missing-source The source of “(TASS, May 2;, May 3) and” (July 7) is missing. Write it before the comma.
  `);
});

test('the place is right after characters of two code units, and with CRLF', () => {
  expectFindings(
    `
    Ünïcödé 🛰️ 𝔘𝔫𝔦 环球时报 (, September 22) and
                             ^^^^^^^^^^^^^^ missing-source
    a second line 🛰️ (, June 19).
                       ^^^^^^^^^ missing-source
    `,
    { newline: '\r\n' },
  );
});

test('the registry tells how many reports there are of that day', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    date: 2021-09-24
    ---
    It left the country (, September 22).
    --- sources.yaml
    references:
      - { id: a, container-title: TASS, issued: 2021-09-22 }
      - { id: b, container-title: Nikkei, issued: 2021-09-22 }
      - { id: c, container-title: Nikkei, issued: 2020-09-22 }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    It left the country (, September 22).
                         ^^^^^^^^^^^^^^ missing-source The source of “It left the country” (September 22) is missing. The registry has 2 reports of that day.
  `);
});

test('the same words in code, comments and escapes are no citations', () => {
  expectFindings('`(, May 3)` <!-- (, May 3) --> \\(, May 3)');
});

test('in square brackets and behind a dash, the fix leaves what is read: an outlet that is certain, or parentheses', async () => {
  const fixed = async (words: string, outlet: string) => {
    const sources = `references:\n  - { id: r, title: The Dock, container-title: ${outlet}, issued: 2022-05-04 }`;
    const fixture = `--- main.brief\nOn May 9, 2022, ${words}\n--- sources.yaml\n${sources}\n`;
    return (await firstFix(fixture, 'missing-source')).join(': ').trimEnd();
  };
  const found = [
    await fixed('the dock was empty [, May 4, 2022].', 'Reuters'),
    await fixed('the dock was empty [, May 4, 2022].', 'Gazeta'),
    await fixed('the dock was empty. — , May 4, 2022', 'Reuters'),
    await fixed('the dock was empty. — , May 4, 2022', 'Gazeta'),
  ];
  expect(found).toMatchInlineSnapshot(`
    [
      Insert “Reuters” before “May 4, 2022”: The Dock: On May 9, 2022, the dock was empty [Reuters, May 4, 2022].,
      Insert “Gazeta” before “May 4, 2022”: The Dock: On May 9, 2022, the dock was empty (Gazeta, May 4, 2022).,
      Insert “Reuters” before “May 4, 2022”: The Dock: On May 9, 2022, the dock was empty. — Reuters, May 4, 2022,
      Insert “Gazeta” before “May 4, 2022”: The Dock: On May 9, 2022, the dock was empty. (Gazeta, May 4, 2022),
    ]
  `);
});

test('a note that says nothing but that it has no source', () => {
  expect(
    showFindings(`
    It left the country.[1] It came back.[2]

    Notes

    [1] Dawn, May 3, 2022.
    [2] n/a
  `),
  ).toMatchInlineSnapshot(`
    [2] n/a
    ^^^^^^^ missing-source Note 2 is empty. Write the source in it.
  `);
});
