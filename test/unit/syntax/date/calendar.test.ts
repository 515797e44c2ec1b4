import { afterEach, describe, expect, test } from 'vitest';
import spanish from '../../../../l10n/bundle.l10n.es.json' with { type: 'json' };
import { setTranslations } from '../../../../server/src/host/translations.ts';
import type { CalendarDate } from '../../../../server/src/syntax/ast.ts';
import {
  areCompatibleDates,
  compareDates,
  formatDateForBrief,
  formatDateForDisplay,
  inferYear,
  isPossibleDate,
} from '../../../../server/src/syntax/date/calendar.ts';

/** `2021-09-24`, `2021-09`, `2021`; without a year `--09-24`, `--09`. */
function date(text: string): CalendarDate {
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(text)!;
  return {
    ...(year !== '-' && { year: Number(year) }),
    ...(month && { month: Number(month) }),
    ...(day && { day: Number(day) }),
  };
}

describe('the year of a date without one is that of the latest such day on or before the brief', () => {
  test.each([
    ['--09-05', '2021-09-24', '2021-09-05'],
    ['--09-24', '2021-09-24', '2021-09-24'],
    ['--09-25', '2021-09-24', '2020-09-25'],
    ['--12-31', '2021-01-01', '2020-12-31'],
    ['--01-01', '2021-01-01', '2021-01-01'],
    ['--12-31', '2021-12-31', '2021-12-31'],
    ['--09', '2021-09-24', '2021-09'],
    ['--10', '2021-09-24', '2020-10'],
    ['--09', '2021-09-01', '2021-09'],
  ])('%s in a brief of %s: %s', (cited, brief, expected) => {
    expect(inferYear(date(cited), date(brief))).toEqual(date(expected));
  });

  test.each([
    ['--02-29', '2021-09-24', '2020-02-29'],
    ['--02-29', '2020-02-29', '2020-02-29'],
    ['--02-29', '2020-02-28', '2016-02-29'],
    ['--02-29', '1903-05-01', '1896-02-29'],
    ['--02-29', '2003-05-01', '2000-02-29'],
    ['--02-28', '2021-09-24', '2021-02-28'],
  ])('leap day: %s in a brief of %s: %s', (cited, brief, expected) => {
    expect(inferYear(date(cited), date(brief))).toEqual(date(expected));
  });

  test.each([
    ['--09-30', '2021-09', '2021-09-30'],
    ['--10-01', '2021-09', '2020-10-01'],
    ['--12-31', '2021', '2021-12-31'],
    ['--10', '2021-09', '2020-10'],
  ])('brief known to the month or year: %s in a brief of %s: %s', (cited, brief, expected) => {
    expect(inferYear(date(cited), date(brief))).toEqual(date(expected));
  });

  test('a written year stays; an unknown year stays unknown', () => {
    expect(inferYear(date('2019-09-05'), date('2021-09-24'))).toEqual(date('2019-09-05'));
    expect(inferYear(date('2025-09-05'), date('2021-09-24'))).toEqual(date('2025-09-05'));
    expect(inferYear(date('--09-05'), undefined)).toEqual(date('--09-05'));
    expect(inferYear(date('--09-05'), date('--09-24'))).toEqual(date('--09-05'));
    expect(inferYear({ day: 5 }, date('2021-09-24'))).toEqual({ day: 5 });
  });

  test('days no calendar has are left as they are', () => {
    expect(inferYear(date('--09-31'), date('2021-10-24'))).toEqual(date('2021-09-31'));
    expect(inferYear(date('--02-30'), date('2021-10-24'))).toEqual(date('2021-02-30'));
    expect(inferYear(date('--13-01'), date('2021-10-24'))).toEqual(date('2020-13-01'));
  });
});

test.each(['2021-09-24', '2021-09-30', '2020-02-29', '--02-29', '2000-02-29', '2021-09', '2021', '--12-31'])(
  'the calendar has %s',
  (text) => expect(isPossibleDate(date(text))).toBe(true),
);

test.each(['2021-09-31', '2021-02-29', '1900-02-29', '--02-30', '2021-13', '2021-00', '2021-01-00', '2021-01-32'])(
  'the calendar has no %s',
  (text) => expect(isPossibleDate(date(text))).toBe(false),
);

test.each([
  ['2021-09-05', '2021-09-05', true],
  ['2021-09-05', '--09-05', true],
  ['2021-09-05', '2021-09', true],
  ['2021-09', '--09-05', true],
  ['2021-09-05', '2020-09-05', false],
  ['2021-09-05', '--09-06', false],
  ['2021-09-05', '2021', false],
])('%s and %s agree: %s', (a, b, expected) => {
  expect(areCompatibleDates(date(a), date(b))).toBe(expected);
  expect(areCompatibleDates(date(b), date(a))).toBe(expected);
});

test.each([
  ['2021-09-05', '2021-09-06', -1],
  ['2021-10-01', '2021-09-30', 1],
  ['2020-12-31', '2021-01', -1],
  ['2021-09-05', '2021-09-05', 0],
  ['2021-09', '2021-09-05', 0],
  ['--09-05', '2021-09-06', 0],
])('%s compared with %s: %i', (a, b, sign) => {
  expect(Math.sign(compareDates(date(a), date(b)))).toBe(sign);
  expect(Math.sign(compareDates(date(b), date(a)))).toBe(sign === 0 ? 0 : -sign);
});

describe('dates in words', () => {
  afterEach(() => setTranslations(undefined));

  test.each([
    ['2021-09-05', 'September 5, 2021', '5 de septiembre de 2021'],
    ['2021-09', 'September 2021', 'septiembre de 2021'],
    ['--09-05', 'September 5', '5 de septiembre'],
    ['--09', 'September', 'septiembre'],
    ['2021', '2021', '2021'],
    ['2021-01-31', 'January 31, 2021', '31 de enero de 2021'],
    ['2021-12-01', 'December 1, 2021', '1 de diciembre de 2021'],
  ])('%s: %s; in Spanish %s, but not in a brief', (text, english, inSpanish) => {
    expect([formatDateForDisplay(date(text)), formatDateForBrief(date(text))]).toEqual([english, english]);
    setTranslations(spanish);
    expect([formatDateForDisplay(date(text)), formatDateForBrief(date(text))]).toEqual([inSpanish, english]);
  });

  test('a month that no calendar has is not said', () => {
    expect(formatDateForDisplay(date('2021-13'))).toBe('2021');
    expect(formatDateForDisplay(date('--13'))).toBe('');
  });
});
