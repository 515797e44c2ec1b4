import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('days, months and leap days that no calendar has', () => {
  expectFindings(`
    Talks were held (TASS, September 31) and (TASS, 30 February 2020), again (TASS, May 0).
                     ^^^^^^^^^^^^^^^^^^ impossible-date September has 30 days
                                              ^^^^^^^^^^^^^^^^^^^^^^ impossible-date February has 29 days
                                                                              ^^^^^^^^^^^ impossible-date
    Leap days (TASS, February 29, 2021; TASS, February 29, 2020; TASS, February 29).
               ^^^^^^^^^^^^^^^^^^^^^^^ impossible-date February 2021 has 28 days
    Numbers (Reuters, 13/32/2004), several (TASS, May 3, 32).
             ^^^^^^^^^^^^^^^^^^^ impossible-date there is no month 13
                                            ^^^^^^^^^^^^^^^ impossible-date
  `);
});

test('a leap day without a year is of the last leap year', () => {
  expectFindings(`
    ---
    date: 2023-05-01
    ---
    Talks were held (TASS, February 29).
  `);
});
