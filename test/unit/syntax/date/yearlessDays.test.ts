import { expect, test } from 'vitest';
import { findYearlessDays } from '../../../../server/src/syntax/date/yearlessDays.ts';

const show = (text: string) =>
  Array.from(findYearlessDays(text), ({ month, day, span }) => `${month}-${day} ${text.slice(span.start, span.end)}`);

test.each([
  ['On February 27 Russia attacked.', ['2-27 February 27']],
  ['They met on March 4.', ['3-4 March 4']],
  ['The talks (August 12–20) failed.', ['8-12 August 12–20']],
  ['Fighting went on from August 28 to September 2, and on Sept. 5.', ['8-28 August 28 to September 2', '9-5 Sept. 5']],
  ['On Tuesday, May 3rd, and on 4 May they left.', ['5-3 May 3rd', '5-4 4 May']],
  [
    'El 22 de septiembre salieron; le 3 mai; 3 мая; am 15. März.',
    ['9-22 22 de septiembre', '5-3 3 mai', '5-3 3 мая', '3-15 15. März'],
  ],
  ['The March 4 talks ended early.', ['3-4 March 4']],
])('%s', (text, days) => {
  expect(show(text)).toEqual(days);
});

test.each([
  'It began on March 4, 2021, on 5 March 2021 and in 2021-03-04.',
  'Prices may 5 times rise; they march 4 miles.',
  'Some 5 out of 10, and 2 set off.',
  'In May 20 soldiers died, and May 5 percent is too much.',
  'March 4,000 times, May 5.5 and May 5%.',
  'Theresa May 3 times said no.',
  'The February 17 Martyrs Brigade and the September 11 attacks.',
  'On February 30 nothing happened.',
  'In March and on the 4th they left; version 4.5, A4, 24/7.',
])('no day in: %s', (text) => {
  expect(show(text)).toEqual([]);
});
