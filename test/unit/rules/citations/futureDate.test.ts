import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('later than the brief, whose date may be in a heading line', () => {
  expect(
    showFindings(`
    Talks were held (TASS, September 30, 2021; TASS, September 20, 2021; TASS, September 30).

    XY_September 24 2021.PDF
  `),
  ).toMatchInlineSnapshot(`
    Talks were held (TASS, September 30, 2021; TASS, September 20, 2021; TASS, September 30).
                     ^^^^^^^^^^^^^^^^^^^^^^^^ future-date “September 30, 2021” is dated after the brief (September 24, 2021). Check the year here, or the date of the brief.
                                                                         ^^^^^^^^^^^^^^^^^^ stale-year September 30 means September 30, 2020 here. Check the month, or write the year.
  `);
});

test('silent where the date of the brief, or of the citation, is not known well enough', () => {
  expectFindings('Talks were held (TASS, September 30, 2921).');
  expectFindings(`
    ---
    date: 2021-09
    ---
    Talks were held (TASS, September 30, 2021), not (TASS, October 1, 2021).
                                                     ^^^^^^^^^^^^^^^^^^^^^ future-date
  `);
});
