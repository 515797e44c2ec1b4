import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('later than the brief, wherever its date stands', () => {
  expectFindings(`
    Talks were held (TASS, September 30, 2021; TASS, September 20, 2021; TASS, September 30).
                     ^^^^^^^^^^^^^^^^^^^^^^^^ future-date the brief itself, which is of September 24, 2021

    XY_September 24 2021.PDF
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
