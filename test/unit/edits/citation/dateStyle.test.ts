import { describe, expect, test } from 'vitest';
import { type DateFormat, reformatDates } from '../../../../server/src/edits/citation/dateStyle.ts';
import type { CalendarDate } from '../../../../server/src/syntax/ast.ts';
import { readWhen } from '../../../../server/src/syntax/date/writtenDate.ts';
import { tokenize } from '../../../../server/src/syntax/tokens.ts';

const BRIEF = { year: 2021, month: 9, day: 24 };
const FULL: DateFormat = { order: 'month first', abbreviated: false };
const ABBREVIATED: DateFormat = { order: 'month first', abbreviated: true };
const DAY_FIRST: DateFormat = { order: 'day first', abbreviated: false };
const SHORT_DAY_FIRST: DateFormat = { order: 'day first', abbreviated: true };
const ISO: DateFormat = { order: 'ISO', abbreviated: false };

function restyled(words: string, form: DateFormat, brief: CalendarDate = BRIEF): string | undefined {
  const when = readWhen(tokenize(words, { start: 0, end: words.length }, []), 0);
  expect(when, words).toBeDefined();
  return reformatDates(({ start, end }) => words.slice(start, end), when!, form, brief);
}

describe.each<[words: string, full: string, dayFirst: string, iso: string | undefined]>([
  ['September 5', 'September 5', '5 September', '2021-09-05'],
  ['5 September', 'September 5', '5 September', '2021-09-05'],
  ['Sept. 5', 'September 5', '5 September', '2021-09-05'],
  ['Sept 05', 'September 5', '5 September', '2021-09-05'],
  ['December 28', 'December 28', '28 December', '2020-12-28'],
  ['May 3rd', 'May 3', '3 May', '2021-05-03'],
  ['3rd of May 2020', 'May 3, 2020', '3 May 2020', '2020-05-03'],
  ['May 10 2015', 'May 10, 2015', '10 May 2015', '2015-05-10'],
  ['2015-05-10', 'May 10, 2015', '10 May 2015', '2015-05-10'],
  ['2015/5/10', 'May 10, 2015', '10 May 2015', '2015-05-10'],
  ['06/14/04', 'June 14, 2004', '14 June 2004', '2004-06-14'],
  ['14.06.2004', 'June 14, 2004', '14 June 2004', '2004-06-14'],
  ['May 2023', 'May 2023', 'May 2023', '2023-05'],
  ['2023-05', 'May 2023', 'May 2023', '2023-05'],
  ['May–June 2015', 'May–June 2015', 'May–June 2015', '2015-05 – 2015-06'],
  ['September 6–12', 'September 6–12', '6–12 September', '2021-09-06 – 2021-09-12'],
  ['6-12 September 2020', 'September 6-12, 2020', '6-12 September 2020', '2020-09-06 – 2020-09-12'],
  ['August 30–September 2', 'August 30–September 2', '30 August–2 September', '2021-08-30 – 2021-09-02'],
  ['30 May – 2 June 2020', 'May 30 – June 2, 2020', '30 May – 2 June 2020', '2020-05-30 – 2020-06-02'],
  ['May 3 to June 4', 'May 3 to June 4', '3 May to 4 June', '2021-05-03 to 2021-06-04'],
  ['2021-09-05 – 2021-09-07', 'September 5–7, 2021', '5–7 September 2021', '2021-09-05 – 2021-09-07'],
  [
    'December 30, 2020 – January 2, 2021',
    'December 30, 2020 – January 2, 2021',
    '30 December 2020 – 2 January 2021',
    '2020-12-30 – 2021-01-02',
  ],
  ['October 18, 28', 'October 18, 28', '18, 28 October', '2020-10-18, 2020-10-28'],
  ['18 and 28 October 2019', 'October 18 and 28, 2019', '18 and 28 October 2019', '2019-10-18 and 2019-10-28'],
  ['July 11, July 9', 'July 11, July 9', '11 July, 9 July', '2021-07-11, 2021-07-09'],
  ['July 11, 9, 2020', 'July 11, 9, 2020', '11, 9 July 2020', '2020-07-11, 2020-07-09'],
  ['October 18–20, 28', 'October 18–20, 28', '18–20, 28 October', '2020-10-18 – 2020-10-20, 2020-10-28'],
  ['accessed January 2', 'accessed January 2', 'accessed 2 January', 'accessed 2021-01-02'],
  ['Monday, September 6', 'Monday, September 6', 'Monday, 6 September', undefined],
])('%s', (words, full, dayFirst, iso) => {
  test('in each order', () => {
    expect(restyled(words, FULL)).toBe(full);
    expect(restyled(words, DAY_FIRST)).toBe(dayFirst);
    expect(restyled(words, ISO)).toBe(iso);
  });
});

test('months are abbreviated as news agencies do', () => {
  const months = ['January', 'Feb', 'Mar.', 'April', 'May', 'June', 'July', 'August', 'Sep.', 'October', 'Nov', 'Dec.'];
  expect(months.map((month) => restyled(`${month} 5`, ABBREVIATED))).toEqual(
    ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'].map(
      (month) => `${month} 5`,
    ),
  );
  expect(restyled('September 5, 2021', SHORT_DAY_FIRST)).toBe('5 Sept. 2021');
});

test('a style with abbreviations leaves a month without a day unchanged', () => {
  for (const words of ['Sept. 2020', 'September 2020', 'Aug.–September 2020'])
    expect(restyled(words, ABBREVIATED)).toBe(words);
  expect(restyled('Sept. 2020', FULL)).toBe('September 2020');
});

test('dates that ISO 8601 cannot express, and unclear ones, are unchanged', () => {
  expect(restyled('September 5', ISO, {})).toBeUndefined();
  expect(restyled('2015', ISO)).toBeUndefined();
  expect(restyled('September 31', ISO)).toBeUndefined();
  // The range began last week and has not ended, so no inferred year orders its ends.
  expect(restyled('September 20–28', ISO)).toBeUndefined();
  expect(restyled('Monday, May 3 to Friday, May 7', DAY_FIRST)).toBeUndefined();
});
