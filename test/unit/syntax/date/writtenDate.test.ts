import { describe, expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import type { CalendarDate } from '../../../../server/src/syntax/ast.ts';
import { findFullDate } from '../../../../server/src/syntax/date/fullDate.ts';
import { daysInMonth, monthName, readWhen } from '../../../../server/src/syntax/date/writtenDate.ts';
import { tokenize } from '../../../../server/src/syntax/tokens.ts';

/** The time part of a citation → its dates as `YYYY-MM-DD` with what is not written left out, ranges as `from..until`. */
function check(text: string, expected: string): void {
  test(text, () => expect(show(text)).toBe(expected));
}

function show(text: string): string {
  const when = readWhen(tokenize(text, { start: 0, end: text.length }, []), 0);
  if (!when) return 'no date';
  const dates = when.dates.map(
    ({ value, until, calendar, order }) =>
      (calendar ?? showDate(value)) + (until ? `..${showDate(until)}` : '') + (order ? ` ${order}` : ''),
  );
  const time = when.time ? ` at ${slice(text, when.time)}` : '';
  return (when.accessed ? 'accessed ' : '') + dates.join(', ') + time + (when.strayStop ? ' stray stop' : '');
}

function showDate({ year, month, day }: CalendarDate): string {
  return [year, month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))).join('-');
}

describe('months', () => {
  const names = 'January February March April May June July August September October November December'.split(' ');
  for (const [index, name] of names.entries()) {
    const month = String(index + 1).padStart(2, '0');
    check(`${name} 2`, `-${month}-02`);
    check(`${name.slice(0, 3)} 2`, `-${month}-02`);
    if (name !== 'May') check(`2 ${name.slice(0, 3)}. 2020`, `2020-${month}-02`);
    test(`monthName ${name}`, () => expect(monthName(index + 1)).toBe(name));
  }
  check('Sept. 5', '-09-05');
  check('SEPTEMBER 5', '-09-05');
  check('Mayo 5', 'no date');
  check('lunes 3 de mayo de 2021', '2021-05-03');
  check('Montag, 3. Mai 2021', '2021-05-03');
  check('понедельник, 3 мая 2021 г.', '2021-05-03');
  check('lundi, mais rien', 'no date');
  check('3, 4 y 5 de mayo de 2021', '2021-05-03, 2021-05-04, 2021-05-05');
  check('3 et 4 mai', '-05-03, -05-04');
  check('3. und 4. Mai 2021', '2021-05-03, 2021-05-04');
  check('3 maja i 5 czerwca 2021', '2021-05-03, 2021-06-05');
  check('03.05.2021 г.', '2021-05-03');
  check('3 mai 2021 à 14h32', '2021-05-03 at 14h32');
  check('3. Mai 2021, 14:32 Uhr', '2021-05-03 at 14:32 Uhr');
  check('May', 'no date');
});

describe('month first', () => {
  check('May 10, 2015', '2015-05-10');
  check('May 10 2015', '2015-05-10');
  check('May 3rd', '-05-03');
  check('May 3rd, 2020', '2020-05-03');
  check('May 2023', '2023-05-');
  check('May, 2023', 'no date');
  check('May 10, 15', '-05-10, -05-15');
  check('May 10, 1500', '1500-05-10');
  check('May 10, 3000', 'no date');
  check('May 110', 'no date');
});

describe('day first', () => {
  check('10 May', '-05-10');
  check('10 May, 2015', '2015-05-10');
  check('3rd of May', '-05-03');
  check('the 3rd of May', 'no date');
  check('18, 28 October', '-10-18, -10-28');
  check('18 and 28 October 2020', '2020-10-18, 2020-10-28');
});

describe('figures', () => {
  check('2021-09-05', '2021-09-05');
  check('2021-09', '2021-09-');
  check('2021/9/5', '2021-09-05');
  check('2021-9', 'no date');
  check('06/14/04', '2004-06-14 month-first');
  check('05/2021', '2021-05-');
  check('5/2021', 'no date');
  check('14/06/04', '2004-06-14 day-first');
  check('14.06.2004', '2004-06-14');
  check('5.6.2004', '2004-06-05');
  check('5/6/2004', '2004-05-06 ambiguous');
  check('01/02/68', '2068-01-02 ambiguous');
  check('01/02/69', '1969-01-02 ambiguous');
  check('1.2', 'no date');
  check('2021 - 09 - 05', 'no date');
  check('2015', '2015--');
  check('999', 'no date');
});

describe('ranges', () => {
  for (const dash of ['-', '–', '—', ' – ']) check(`September 6${dash}12`, '-09-06..-09-12');
  check('May 30–June 2', '-05-30..-06-02');
  check('30 May–2 June 2020', '2020-05-30..2020-06-02');
  check('6–12 September', '-09-06..-09-12');
  check('May–June 2015', '2015-05-..2015-06-');
  check('December 30 – January 2, 2020', '2019-12-30..2020-01-02');
  check('2001–2009', '2001--..2009--');
  check('2014–15', '2014--..2015--');
  check('May 3–', 'no date');
});

describe('several', () => {
  check('October 18, 28', '-10-18, -10-28');
  check('July 11, July 9', '-07-11, -07-09');
  check('July 11, July 9, 2020', '2020-07-11, 2020-07-09');
  check('July 11, 2019, July 9, 2020', '2019-07-11, 2020-07-09');
  check('July 11, 12, and 13', '-07-11, -07-12, -07-13');
  check('July 11 & August 2', '-07-11, -08-02');
  check('July 30–August 2, 4', '-07-30..-08-02, -08-04');
  check('May 2020, 4', 'no date');
});

describe('with words', () => {
  check('Monday, May 3', '-05-03');
  check('Mon. May 3', '-05-03');
  check('accessed January 2', 'accessed -01-02');
  check('last accessed on 2 January 2020', 'accessed 2020-01-02');
  check('retrieved 2020-01-02', 'accessed 2020-01-02');
  check('April 10.', '-04-10 stray stop');
  check('Sept. 10', '-09-10');
  check('on May 3', 'no date');
  check('last May 3', 'no date');
  check('May 3 in Kabul', 'no date');
  check('May 3,', 'no date');
  check('', 'no date');
});

describe('days no month has are kept as written', () => {
  check('September 31', '-09-31');
  check('February 30, 2021', '2021-02-30');
  check('2021-13-40', '2021-13-40');
  check('May 0', '-05-00');
});

test('spans', () => {
  const text = 'accessed on July 11, 9, 2020.';
  const when = readWhen(tokenize(text, { start: 0, end: text.length }, []), 0)!;
  expect(slice(text, when.span)).toBe('accessed on July 11, 9, 2020');
  expect(when.dates.map(({ span }) => slice(text, span))).toEqual(['July 11', '9, 2020']);
  expect(when.strayStop).toEqual({ start: text.length - 1, end: text.length });
});

test('days in a month', () => {
  expect([2, 4, 12].map((month) => daysInMonth(month))).toEqual([29, 30, 31]);
  expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(2, year))).toEqual([28, 29, 28, 29]);
});

test.each([
  ['TM_September 24 2021.PDF', 'September 24 2021', '2021-09-24'],
  ['Publication Date: 04/10/2026', '04/10/2026', '2026-04-10'],
  ['Vol. 19, Issue 18 – 24 September 2021', '24 September 2021', '2021-09-24'],
  ['Friday, 3rd of Sept., 2021', 'Friday, 3rd of Sept., 2021', '2021-09-03'],
])('the full date of %j', (line, words, iso) => {
  const date = findFullDate(line)!;
  expect([slice(line, date.span), showDate(date.value)]).toEqual([words, iso]);
});

test.each(['September 24', '2021', 'September 2021', 'May 3, 4, 2021', 'accessed May 3, 2021', ''])(
  'no full date in %j',
  (line) => expect(findFullDate(line)).toBeUndefined(),
);

describe('two-digit years behind a month name are never days', () => {
  check('16 Nov 89', '1989-11-16');
  check('3 MAY 22', '2022-05-03');
  check('16-Nov-89', '1989-11-16');
  check('16 Nov. 68', '2068-11-16');
  check('04MAY2022', '2022-05-04');
  check('4 May 10:15', '-05-04 at 10:15');
  check('May 22', '-05-22');
});

describe('other languages, with a day beside the month', () => {
  check('22 de septiembre', '-09-22');
  check('3 de mayo de 2022', '2022-05-03');
  check('15. März 2022', '2022-03-15');
  check('15. März', '-03-15');
  check('12 juill. 2022', '2022-07-12');
  check('1er juillet', '-07-01');
  check('5 aout 2022', '2022-08-05');
  check('3 мая', '-05-03');
  check('3 MAYIS 2021', '2021-05-03');
  check('4 ARALIK 2021', '2021-12-04');
  check('15 марта 2022 г.', '2022-03-15');
  check('3 травня 2022', '2022-05-03');
  check('3 maja 2022 r.', '2022-05-03');
  check('21 Haziran 2022', '2022-06-21');
  check('3 maio 2022', '2022-05-03');
  check('3 mei 2022', '2022-05-03');
  check('3 maggio', '-05-03');
  check('17 Agustus 2022', '2022-08-17');
  check('3 مايو 2022', '2022-05-03');
  check('3 كانون الثاني 2022', '2022-01-03');
  check('2022年5月3日', '2022-05-03');
  check('5月3日', '-05-03');
  check('30 avril–2 mai', '-04-30..-05-02');
  check('Mars, 2020', 'no date');
  check('Mars 2020', 'no date');
  check('Jet Set, 2019', 'no date');
});

describe('other calendars are kept as text', () => {
  check('12 Mehr 1400', 'persian');
  check('12 Mehr', 'persian');
  check('30 Dhu al-Qadah 1443', 'islamic');
  check('5 Ramadan 1443', 'islamic');
});

describe('times', () => {
  check('17 February, 18:00 GMT', '-02-17 at 18:00 GMT');
  check('May 3, 14:05 UTC', '-05-03 at 14:05 UTC');
  check('September 21, 2013, 10:12 AM', '2013-09-21 at 10:12 AM');
  check('22/03/2022 a', '2022-03-22 day-first');
  check('May 3 14', 'no date');
});
