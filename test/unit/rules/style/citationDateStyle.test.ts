import { expect, test } from 'vitest';
import { actionsAt } from '../../../../server/src/features/codeActions/codeActions.ts';
import { DATE_STYLES, type DateStyle } from '../../../../server/src/rules/engine/settings.ts';
import { applyChangesTo, createScene, fixesIn } from '../../support/actions.ts';
import { expectFindings, showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const inStyle = (dates: DateStyle) => ({ settings: onlyRule('citation-date-style', { dates }) });

test('dates of citations that are written another way', () => {
  expect(
    showFindings(
      `
    ---
    date: 2021-09-24
    ---

    They left (RFE/RL, September 5; Times of India, 13 Sept. 2021).
    They came back (accessed, or seen), it says (, May 3rd), and ([TASS](src:tass-1), Aug. 30–Sept. 2).
    Two days (ITAR-TASS, October 18, 28), read later (European Commission, accessed January 2).
    Further days of one source (TASS, 2 May; May 3; RIA, 4 May).
    `,
      inStyle('5 September'),
    ),
  ).toMatchInlineSnapshot(`
    They left (RFE/RL, September 5; Times of India, 13 Sept. 2021).
                       ^^^^^^^^^^^ citation-date-style “September 5” is not in house style. Write “5 September”.
                                                    ^^^^^^^^^^^^^ citation-date-style “13 Sept. 2021” is not in house style. Write “13 September 2021”.
    They came back (accessed, or seen), it says (, May 3rd), and ([TASS](src:tass-1), Aug. 30–Sept. 2).
                                                   ^^^^^^^ citation-date-style “May 3rd” is not in house style. Write “3 May”.
                                                                                      ^^^^^^^^^^^^^^^ citation-date-style “Aug. 30–Sept. 2” is not in house style. Write “30 August–2 September”.
    Two days (ITAR-TASS, October 18, 28), read later (European Commission, accessed January 2).
                         ^^^^^^^^^^^^^^ citation-date-style “October 18, 28” is not in house style. Write “18, 28 October”.
                                                                           ^^^^^^^^^^^^^^^^^^ citation-date-style “accessed January 2” is not in house style. Write “accessed 2 January”.
    Further days of one source (TASS, 2 May; May 3; RIA, 4 May).
                                             ^^^^^ citation-date-style “May 3” is not in house style. Write “3 May”.
  `);
});

test('over a line break', () => {
  expect(
    showFindings(
      `
    They left, as the radio said (RFE/RL, September
    5).
    `,
      inStyle('5 September'),
    ),
  ).toMatchInlineSnapshot(`
    They left, as the radio said (RFE/RL, September
                                          ^^^^^^^^^ citation-date-style… “September 5” is not in house style. Write “5 September”.
    5).
    ^ …citation-date-style
  `);
});

test('nothing in prose, in dates that are no citation, or where no style is wanted', () => {
  for (const dates of DATE_STYLES) {
    expectFindings(
      `
      On September 5 and on 6 September, and by 2021-09-05, they had left (September 24), born 5 May 2001.
      The book (London: Hurst, 2019) and the study (Filiu, 2009) disagree (Source: European Eye).
      She was prime minister then (Theresa May 2017), he was not (born on May 3, 1955).
      `,
      inStyle(dates),
    );
  }
  expectFindings('They left (RFE/RL, September 5; Times of India, 13 Sept. 2021; TASS, 2021-09-05).', inStyle('any'));
});

test.each<[DateStyle, string]>([
  ['September 5', '(TASS, September 5; RIA, September 5, 2021; AP, September 6–12; AFP, May 2023; Dawn, May 3, 9)'],
  ['September 5', '(TASS, August 30–September 2; RIA, accessed May 2; AP, July 11, July 9; AFP, May 3 to June 4)'],
  ['Sept. 5', '(TASS, Sept. 5; RIA, March 5, 2021; AP, Aug. 30–Sept. 2; AFP, September 2023; Dawn, May 3 and 9)'],
  ['5 September', '(TASS, 5 September; RIA, 5 September 2021; AP, 6-12 September; AFP, May 2023; Dawn, 3, 9 May)'],
  ['5 September', '(TASS, 30 May – 2 June 2020; RIA, Monday, 6 September; AP, May–June 2020)'],
  ['5 Sept.', '(TASS, 5 Sept.; RIA, 5 Sept. 2021; AP, 6–12 Sept.; AFP, Sept. 2023; Dawn, 3, 9 May)'],
  ['2021-09-05', '(TASS, 2021-09-05; RIA, 2023-05; AP, 2021-09-05 – 2021-09-07)'],
])('%s: silent on %s', (dates, group) => {
  expectFindings(`They left ${group}.`, inStyle(dates));
});

test('left alone: unknown years, impossible days, and weekdays before ISO dates', () => {
  expectFindings('They left (TASS, September 5; AP, 5 Sept.).', inStyle('2021-09-05'));
  expectFindings('They left (TASS, September 31, 2021; RIA, Monday, September 6, 2021).', inStyle('2021-09-05'));
});

test('the whole date is rewritten; a date that may be read in two ways is not rewritten unasked', async () => {
  const scene = await createScene('They left (RIA, October 18, 28, 2020).', inStyle('5 September'));
  const [fix] = actionsAt(
    scene.open('file:///main.brief'),
    { start: 20, end: 20 },
    ['quickfix'],
    scene.targets,
    scene.context,
  );
  expect(fix).toMatchObject({ title: 'Change “October 18, 28, 2020” to “18, 28 October 2020”', isPreferred: true });
  expect(applyChangesTo(scene, fix!.changes!).get('file:///main.brief')).toBe(
    'They left (RIA, 18, 28 October 2020).\n',
  );
  const twoWays = `
    They left (Reuters, 05/06/2021).
                        ^^^^^^^^^^ citation-date-style
  `;
  expect(await fixesIn(twoWays, inStyle('5 September'))).toEqual([
    'Change “05/06/2021” to “6 May 2021”',
    'Ignore citation-date-style here',
  ]);
  const oneWay = `
    They left (Reuters, 06/14/04).
                        ^^^^^^^^ citation-date-style
  `;
  expect(await fixesIn(oneWay, inStyle('5 September'))).toEqual([
    '* Change “06/14/04” to “14 June 2004”',
    'Ignore citation-date-style here',
  ]);
});
