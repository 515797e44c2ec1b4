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
                         ^^^^^^^^^^^^^^ missing-source The source of “It left the country” (September 22) is missing. Write it before the date.
    Several (, August 26;, August 25), mixed (TASS, May 2;, May 3) and (see , July 7).
             ^^^^^^^^^^^ missing-source The source of “the country (, September 22). Several” (August 26) is missing. Write it before the date.
                         ^^^^^^^^^^^ missing-source The source of “the country (, September 22). Several” (August 25) is missing. Write it before the date.
                                                          ^^^^^^^ missing-source The source of “(, August 26;, August 25), mixed” (May 3) is missing. Write it before the date.
                                                                        ^^^^^^^^^^^^ missing-source The source of “(TASS, May 2;, May 3) and” (July 7) is missing. Write it before the date.
  `);
});

test('a lost source in a note that cites others is found, also behind a blank line of a quotation', () => {
  expect(
    showFindings(`
    It left.[^1] It came.[^2] It slept.^[, May 6] It ate.^[It was late (, May 7).] It sat.^[]

    [^1]: Harbor Mine, not a report: it was found at night
    near the quay (Reuters, May 3) or at sea (, May 5).
    [^2]: TASS, May 3; Title (, May 4)

    > It went.[^3]
    >
    > [^3]: TASS, May 3
    >
    > More was said (, May 8).
  `),
  ).toMatchInlineSnapshot(`
    It left.[^1] It came.[^2] It slept.^[, May 6] It ate.^[It was late (, May 7).] It sat.^[]
                                         ^^^^^^^ missing-source The source before “May 6” is missing. Write it before the date.
                                                                        ^^^^^^^ missing-source The source of “It was late” (May 7) is missing. Write it before the date.
                                                                                          ^^^ missing-source This note is empty. Write the source in it.
    near the quay (Reuters, May 3) or at sea (, May 5).
                                              ^^^^^^^ missing-source The source of “or at sea” (May 5) is missing. Write it before the date.
    [^2]: TASS, May 3; Title (, May 4)
                              ^^^^^^^ missing-source The source of “TASS, May 3; Title” (May 4) is missing. Write it before the date.
    > More was said (, May 8).
                     ^^^^^^^ missing-source The source of “More was said” (May 8) is missing. Write it before the date.
  `);
});

test('a parenthesis that is never closed, and one whose date is no day', () => {
  expect(
    showFindings(`
    It left (, May 3. It came (TASS, May 4). It ate (, May 5]. It slept (see , 6 May

    It left (, spring 2021). It came (, Q2 2021). It ate (, yesterday). It slept (, early May). It sat (, 20210503).
    It ran f(, 3) and (, x) in (, the middle of a sentence that goes on). It sat (, that is, on a long and low wall).
  `),
  ).toMatchInlineSnapshot(`
    It left (, May 3. It came (TASS, May 4). It ate (, May 5]. It slept (see , 6 May
             ^^^^^^^ missing-source The source of “It left” (May 3) is missing. Write it before the date.
                                                     ^^^^^^^ missing-source The source of “It ate” (May 5) is missing. Write it before the date.
                                                                         ^^^^^^^^^^^ missing-source The source of “It slept” (6 May) is missing. Write it before the date.
    It left (, spring 2021). It came (, Q2 2021). It ate (, yesterday). It slept (, early May). It sat (, 20210503).
             ^^^^^^^^^^^^^ missing-source The source of “It left” (spring 2021) is missing. Write it before the date.
                                      ^^^^^^^^^ missing-source The source of “It came” is missing. Write its name here.
                                                          ^^^^^^^^^^^ missing-source The source of “It ate” is missing. Write its name here.
                                                                                  ^^^^^^^^^^^ missing-source The source of “It slept” is missing. Write its name here.
                                                                                                        ^^^^^^^^^^ missing-source The source of “It sat” is missing. Write its name here.
  `);
});

test('labels of notes and definitions of links as Pandoc and CommonMark take them; an empty comment hides nothing', () => {
  expect(
    showFindings(`
    It left.[^shaw:2020] It came.[^3.1] It ate.[^a/b] It went ([RBC][r], May 3) <!--> (, May 4) <!---->.

    [^shaw:2020]: TASS, May 3
    [^3.1]: , May 4

    [r]:
      https://rbc.example/a/b
  `),
  ).toMatchInlineSnapshot(`
    It left.[^shaw:2020] It came.[^3.1] It ate.[^a/b] It went ([RBC][r], May 3) <!--> (, May 4) <!---->.
                                               ^^^^^^ missing-source Note a/b does not exist. Add the note, or correct the number.
                                                                                       ^^^^^^^ missing-source The source of “It went ([RBC][r], May 3) <!-->” (May 4) is missing. Write it before the date.
    [^3.1]: , May 4
            ^^^^^^^ missing-source The source before “May 4” is missing. Write it before the date.
  `);
});

test('full-width punctuation, digits and letters are read like their plain forms', () => {
  expect(
    showFindings('他说（新华社，5月3日）。他又说（，5月4日）。\n\nIt left (, ２０２１-０５-０７) and （、ＭＡＹ ８）.'),
  ).toMatchInlineSnapshot(`
    他说（新华社，5月3日）。他又说（，5月4日）。
                     ^^^^^ missing-source The source of “他又说” (5月4日) is missing. Write it before the date.
    It left (, ２０２１-０５-０７) and （、ＭＡＹ ８）.
             ^^^^^^^^^^^^ missing-source The source of “It left” (２０２１-０５-０７) is missing. Write it before the date.
                                ^^^^^^ missing-source The source of “It left (, ２０２１-０５-０７) and” (ＭＡＹ ８) is missing. Write it before the date.
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

test('the fix takes the place of what was left of the source', async () => {
  const fixed = async (words: string) => {
    const sources = 'references:\n  - { id: r, title: The Dock, container-title: Reuters, issued: 2022-05-04 }';
    const fixture = `--- main.brief\nOn May 9, 2022, the dock was empty ${words}.\n--- sources.yaml\n${sources}\n`;
    return (await firstFix(fixture, 'missing-source'))[1]?.trimEnd();
  };
  const forms = [
    '(, May 4)',
    '(: May 4)',
    '(– May 4)',
    '( May 4)',
    '(–, le 4 mai)',
    '(?, “The Dock,” May 4)',
    '(May 4, ?)',
    '(May 4, )',
    '(see XX, May 4)',
    '(AP, May 5; N/A, May 4)',
    '（，5月4日）',
  ];
  expect(await Promise.all(forms.map(fixed))).toMatchInlineSnapshot(`
    [
      On May 9, 2022, the dock was empty (Reuters, May 4).,
      On May 9, 2022, the dock was empty (Reuters, May 4).,
      On May 9, 2022, the dock was empty (Reuters, May 4).,
      On May 9, 2022, the dock was empty (Reuters, May 4).,
      On May 9, 2022, the dock was empty (Reuters, le 4 mai).,
      On May 9, 2022, the dock was empty (Reuters, “The Dock,” May 4).,
      On May 9, 2022, the dock was empty (Reuters, May 4).,
      On May 9, 2022, the dock was empty (Reuters, May 4 ).,
      On May 9, 2022, the dock was empty (see Reuters, May 4).,
      On May 9, 2022, the dock was empty (AP, May 5; Reuters, May 4).,
      On May 9, 2022, the dock was empty （Reuters, 5月4日）.,
    ]
  `);
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
