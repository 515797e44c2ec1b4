import { describe, expect, test } from 'vitest';
import { formatIsoDate } from '../../../../server/src/syntax/date/isoDate.ts';
import {
  findDatelineDate,
  findFileNameDate,
  findMastheadDate,
} from '../../../../server/src/syntax/date/mastheadDate.ts';

function check(line: string, expected: string): void {
  test(line, () => {
    const date = findMastheadDate(line);
    expect(date ? `${formatIsoDate(date.value)} ${date.rank}` : 'none').toBe(expected);
  });
}

describe('lines that date a brief', () => {
  check('March 4, 2022', '2022-03-04 updated');
  check('**March 4, 2022**', '2022-03-04 updated');
  check('15 July 2022', '2022-07-15 updated');
  check('Friday, March 4, 2022', '2022-03-04 updated');
  check('Date: 4 March 2022', '2022-03-04 updated');
  check('**Date:** 4 March 2022', '2022-03-04 updated');
  check('Fecha: 4 de marzo de 2022', '2022-03-04 updated');
  check('Week ending March 4, 2022', '2022-03-04 updated');
  check('As of 4 March 2022', '2022-03-04 updated');
  check('Dated 4 March 2022', '2022-03-04 updated');
  check('Last updated: 4 March 2022', '2022-03-04 updated');
  check('First published: 1 March 2022', '2022-03-01 published');
  check('Information cut-off: 3 March 2022', '2022-03-03 cut-off');
  check('Volume 9, Number 14 — October 13, 2020', '2020-10-13 updated');
  check('May 13, 2011 Analysis Series No. 688', '2011-05-13 updated');
  check('# Harbor brief, 4 March 2022', '2022-03-04 updated');
  check('Harbor brief – March 4, 2022', '2022-03-04 updated');
  check('Digest, 6 May 2022', '2022-05-06 updated');
  check('031200ZMAR22', '2022-03-03 updated');
  check('4 March 2022, draft 1', '2022-03-04 updated');
  check('4 March 2022 (draft)', '2022-03-04 updated');
  check('Draft of 4 March 2022', '2022-03-04 updated');
  check('BY A. WRITER | January 5, 2020 | desk@example.org', '2020-01-05 updated');
});

describe('lines that speak of another day', () => {
  check('The Siege of 5 March 2015', 'none');
  check('Photo: the harbor on March 4, 2022', 'none');
  check('Next issue: 11 March 2022', 'none');
  check('Declassified 4 March 2022', 'none');
  check('The ship left on March 4, 2022 for the south', 'none');
  check('March 2022', 'none');
});

test('a dateline with a year', () => {
  const of = (text: string) => findDatelineDate(text)?.value;
  expect(of('KYIV, March 4, 2022 — The bridge is closed.')).toEqual({ year: 2022, month: 3, day: 4 });
  expect(of('PORT SAID, 19 March 1989 (PRESS OFFICE) -- The bridge is closed.')).toEqual({
    year: 1989,
    month: 3,
    day: 19,
  });
  expect(of('KYIV, March 4 — The bridge is closed.')).toBeUndefined();
  expect(of('The bridge closed on March 4, 2022 — again.')).toBeUndefined();
});

test('a date in the name of a file', () => {
  expect(findFileNameDate('2022-03-03-harbor.brief.md')).toEqual({ year: 2022, month: 3, day: 3 });
  expect(findFileNameDate('harbor_20220303.brief')).toEqual({ year: 2022, month: 3, day: 3 });
  expect(findFileNameDate('harbor-2022.brief')).toBeUndefined();
  expect(findFileNameDate('1234567890.brief')).toBeUndefined();
});
