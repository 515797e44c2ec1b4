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
                     ^^^^^^^^^^^^^^^^^^ impossible-date “September 31” does not exist: September has 30 days. Look up the date of the report.
                                              ^^^^^^^^^^^^^^^^^^^^^^ impossible-date “30 February 2020” does not exist: February has 29 days. Look up the date of the report.
                                                                              ^^^^^^^^^^^ impossible-date “May 0” does not exist: days start at 1. Look up the date of the report.
    Leap days (TASS, February 29, 2021; TASS, February 29, 2020; TASS, February 29).
               ^^^^^^^^^^^^^^^^^^^^^^^ impossible-date “February 29, 2021” does not exist: February 2021 has 28 days. Look up the date of the report.
    Numbers (Reuters, 13/32/2004), several (TASS, May 3, 32).
             ^^^^^^^^^^^^^^^^^^^ impossible-date “13/32/2004” does not exist: there is no month 13. Look up the date of the report.
                                            ^^^^^^^^^^^^^^^ impossible-date “32” does not exist: May has 31 days. Look up the date of the report.
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

test('a date that does not exist is not also later than the brief', () => {
  expect(
    showFindings(`
    --- sources.yaml
    references:
      - { id: tass, container-title: TASS, issued: 2021-05-03 }
    --- main.brief
    ---
    date: 2021-05-10
    ---
    Talks were held (TASS, May 33) and failed (TASS, 2021-13-03).
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    Talks were held (TASS, May 33) and failed (TASS, 2021-13-03).
                     ^^^^^^^^^^^^ impossible-date “May 33” does not exist: May has 31 days. Look up the date of the report.
                     ^^^^^^^^^^^^ unknown-source The registry has one report of TASS, but not of May 33, 2020. Correct the date, or add the report.
                                               ^^^^^^^^^^^^^^^^ impossible-date “2021-13-03” does not exist: there is no month 13. Look up the date of the report.
                                               ^^^^^^^^^^^^^^^^ unknown-source The registry has one report of TASS, but not of 2021-13-3. Correct the date, or add the report.
  `);
});
