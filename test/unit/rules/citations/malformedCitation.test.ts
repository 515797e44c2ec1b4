import { expect, test } from 'vitest';
import { actionsAtMark, applyChangesTo, createScene } from '../../support/actions.ts';
import { showFindings } from '../../support/fixture.ts';

test('slips of the pen', () => {
  expect(
    showFindings(`
    No comma (Eurasianet May 9), no space (TASS,May 9), a stop (AGI, April 10.), a space (TASS , May 9).
    Well formed (TASS, May 9), (Reuters, 14 Sept.), (TASS, May 2;, May 3).
  `),
  ).toMatchInlineSnapshot(`
    No comma (Eurasianet May 9), no space (TASS,May 9), a stop (AGI, April 10.), a space (TASS , May 9).
              ^^^^^^^^^^^^^^^^ malformed-citation A comma is missing after the source. Write (Eurasianet, May 9).
                                           ^^^^^^^^^^ malformed-citation A space is missing after the comma. Write (TASS, May 9).
                                                                ^^^^^^^^^^^^^^ malformed-citation There is a period after the date. Write (AGI, April 10).
                                                                                          ^^^^^^^^^^^^ malformed-citation There is a space before the comma. Write (TASS, May 9).
    Well formed (TASS, May 9), (Reuters, 14 Sept.), (TASS, May 2;, May 3).
                                                                 ^^^^^^^ missing-source The source of “(TASS, May 9), (Reuters, 14 Sept.)” (May 3) is missing. Write it before the date.
  `);
});

test.each([
  ['a misspelled month', 'It fell (Reuters, Febuary 3).', 'Febuary 3', 'It fell (Reuters, February 3).'],
  ['… day first', 'It fell (Reuters, 3 Setpember 2021).', '3 Setp', 'It fell (Reuters, 3 September 2021).'],
  ['the date first', 'It fell (see Aug 23, Kyodo).', 'Aug 23', 'It fell (see Kyodo, Aug 23).'],
  [
    'a comma for the semicolon',
    'It fell (AFP, March 2, RFI, March 3).',
    'RFI',
    'It fell (AFP, March 2; RFI, March 3).',
  ],
  ['a semicolon for the comma', 'It fell (Reuters; June 14).', 'June 14', 'It fell (Reuters, June 14).'],
  ['two slips', 'It fell (TASS May 9, RFI May 10.).', 'RFI', 'It fell (TASS May 9; RFI, May 10).'],
  ['no date', 'It fell (Reuters, ).', 'Reuters', 'no fix'],
  ['a parenthesis that is not closed', 'It fell (Reuters, May 3.', 'Reuters', 'It fell (Reuters, May 3).'],
  [
    '… or is with another bracket',
    'It fell (Reuters, May 3]. Then (so) it rose.',
    'Reuters',
    'It fell (Reuters, May 3). Then (so) it rose.',
  ],
])('%s', async (_, brief, at, expected) => {
  const [line] = brief.split('\n');
  const start = line!.indexOf(at);
  const fixture = `--- main.brief\n${brief}\n${' '.repeat(start)}${'^'.repeat(at.length)} x\n`;
  const scene = await createScene(fixture);
  const fix = actionsAtMark(scene, ['quickfix']).find(
    ({ finding, title }) => finding?.code === 'malformed-citation' && !title.startsWith('Ignore'),
  );
  const after = fix?.changes && applyChangesTo(scene, fix.changes).get('file:///main.brief')!.trimEnd();
  expect(after ?? 'no fix').toBe(expected);
});

test('a date that cannot be read, behind an outlet without doubt', () => {
  expect(
    showFindings(`
    Doubled (TASS, May 3, 2021May 4), (TASS, May 3May 3, 2021), too long (TASS, May 3, 20211), (TASS, May 3 2021 2021).
    Cut off (TASS, Ma 3), (TASS, May 3-), grown (TASS, Mayy 3), a bracket (TASS, May 3]), figures (TASS, 05-03), quoted (TASS, “May 3”).
    A month (TASS, May), a talk (TASS, May 2021), other numbers (CNN, 24/7), (BBC, Part 3), (BBC, 4), (Mr. Vale, Ma 3), (Vale, 05-03), (Room 4, 3 3).
  `),
  ).toMatchInlineSnapshot(`
    Doubled (TASS, May 3, 2021May 4), (TASS, May 3May 3, 2021), too long (TASS, May 3, 20211), (TASS, May 3 2021 2021).
             ^^^^^^^^^^^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                       ^^^^^^^^^^^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                                                          ^^^^^^^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                                                                                ^^^^^^^^^^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
    Cut off (TASS, Ma 3), (TASS, May 3-), grown (TASS, Mayy 3), a bracket (TASS, May 3]), figures (TASS, 05-03), quoted (TASS, “May 3”).
             ^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                           ^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                                 ^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                                                           ^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                                                                                   ^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
                                                                                                                         ^^^^^^^^^^^^^ malformed-citation The date cannot be read. Write (Source, Month Day).
  `);
});

test('a parenthesis that is not closed', () => {
  expect(
    showFindings(`
    It fell (TASS, May 3.

    It rose (TASS, May 3 and fell again (AFP, May 4).

    It fell (TASS, May 3; AFP, May 4.

    It rose (Pier Times, 3 May 2021]. Then it fell.

    It fell (TASS, Aug. 3, 2021. Then five ships of AFP, May 4, left at 5.

    It fell (Reuters, May 3, 2021; and the 5 others left.

    Not certain (Vale, May 3. Closed (TASS, May 3) and ended 1) so (Room 4, 3 and (as we said) again.

    Escaped \\(TASS, May 3, and called f(TASS, May 3.
  `),
  ).toMatchInlineSnapshot(`
    It fell (TASS, May 3.
             ^^^^^^^^^^^ malformed-citation The parenthesis is not closed. Write (TASS, May 3).
    It rose (TASS, May 3 and fell again (AFP, May 4).
             ^^^^^^^^^^^ malformed-citation The parenthesis is not closed. Write (TASS, May 3).
    It fell (TASS, May 3; AFP, May 4.
                          ^^^^^^^^^^ malformed-citation The parenthesis is not closed. Write (AFP, May 4).
    It rose (Pier Times, 3 May 2021]. Then it fell.
             ^^^^^^^^^^^^^^^^^^^^^^ malformed-citation The parenthesis is not closed. Write (Pier Times, 3 May 2021).
    It fell (TASS, Aug. 3, 2021. Then five ships of AFP, May 4, left at 5.
             ^^^^^^^^^^^^^^^^^^ malformed-citation The parenthesis is not closed. Write (TASS, Aug. 3, 2021).
    It fell (Reuters, May 3, 2021; and the 5 others left.
             ^^^^^^^^^^^^^^^^^^^^ malformed-citation The parenthesis is not closed. Write (Reuters, May 3, 2021).
  `);
});
