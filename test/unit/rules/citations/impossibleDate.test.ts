import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('days, months and leap days that no calendar has', () => {
  expect(
    showFindings(`
    Talks were held (TASS, September 31) and (TASS, 30 February 2020), again (TASS, May 0).
    Leap days (TASS, February 29, 2021; TASS, February 29, 2020; TASS, February 29).
    Numbers (Reuters, 13/32/2004), several (TASS, May 3, 32).
  `),
  ).toMatchInlineSnapshot(`
    Talks were held (TASS, September 31) and (TASS, 30 February 2020), again (TASS, May 0).
                     ^^^^^^^^^^^^^^^^^^ impossible-date There is no such day as September 31: September has 30 days. The report cannot be found by this date. Look its date up and put it right.
                                              ^^^^^^^^^^^^^^^^^^^^^^ impossible-date There is no such day as 30 February 2020: February has 29 days. The report cannot be found by this date. Look its date up and put it right.
                                                                              ^^^^^^^^^^^ impossible-date There is no such day as May 0: days begin with 1. The report cannot be found by this date. Look its date up and put it right.
    Leap days (TASS, February 29, 2021; TASS, February 29, 2020; TASS, February 29).
               ^^^^^^^^^^^^^^^^^^^^^^^ impossible-date There is no such day as February 29, 2021: February 2021 has 28 days. The report cannot be found by this date. Look its date up and put it right.
    Numbers (Reuters, 13/32/2004), several (TASS, May 3, 32).
             ^^^^^^^^^^^^^^^^^^^ impossible-date There is no such day as 13/32/2004: there is no month 13. The report cannot be found by this date. Look its date up and put it right.
                                            ^^^^^^^^^^^^^^^ impossible-date There is no such day as 32: May has 31 days. The report cannot be found by this date. Look its date up and put it right.
  `);
});

test('a leap day without a year is of the last leap year', () => {
  expectFindings(`
    ---
    date: 2023-05-01
    ---
    Talks were held (TASS, February 29).
                     ^^^^^^^^^^^^^^^^^ stale-year
  `);
});
