import fc from 'fast-check';
import { expect } from 'vitest';
import { DATE_STYLES } from '../../../../server/src/rules/engine/settings.ts';
import { resolveCitation } from '../../../../server/src/scope/resolveCitation.ts';
import { briefDateOf, readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { fixerFor } from '../../support/fixAll.ts';
import { onlyRule } from '../../support/only.ts';

const MONTHS =
  'January February March April May June July August September October November December Jan. Feb. Sept. Sept Oct.';
const month = fc.constantFrom(...MONTHS.split(' '));
const day = fc
  .integer({ min: 1, max: 30 })
  .chain((n) => fc.constantFrom(String(n), `${n}th`, String(n).padStart(2, '0')));
const year = fc.constantFrom('', '', ' 2020', ', 2021', ', 2019');
const dash = fc.constantFrom('-', '–', ' – ', '—', ' to ');
const single = fc.oneof(
  fc.tuple(month, day, year).map(([m, d, y]) => `${m} ${d}${y}`),
  fc.tuple(day, month, year).map(([d, m, y]) => `${d} ${m}${y.replace(',', '')}`),
  fc.tuple(month, fc.constantFrom('2020', '2021')).map(([m, y]) => `${m} ${y}`),
  fc.constantFrom('2021-09-05', '2020/1/7', '06/14/04', '14.06.2004', '2021-04', '05/06/2020', 'May 3rd'),
);
const whens = fc.oneof(
  single,
  fc.tuple(single, dash, single).map((parts) => parts.join('')),
  fc.tuple(month, day, dash, day, year).map(([m, a, d, b, y]) => `${m} ${a}${d}${b}${y}`),
  fc.tuple(day, dash, day, month, year).map(([a, d, b, m, y]) => `${a}${d}${b} ${m}${y}`),
  fc.tuple(single, fc.constantFrom(', ', ' and ', ', and '), fc.oneof(single, day)).map((parts) => parts.join('')),
  fc.tuple(day, fc.constantFrom(', ', ' and '), single).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('accessed ', 'accessed on ', 'Monday, ', 'Fri. '), single).map((parts) => parts.join('')),
);
const briefs = fc
  .tuple(
    fc.constantFrom('', '---\ndate: 2021-09-24\n---\n\n'),
    fc.array(whens, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('; ', ';', '; \n'),
  )
  .map(
    ([front, list, gap]) =>
      `${front}They left (${list.map((when, index) => `${['TASS, ', 'RFE/RL, ', ''][index]}${when}`).join(gap)}).\n`,
  );

testProperty(
  'fixed dates mean the same, and nothing is left to fix',
  briefs,
  fc.constantFrom(...DATE_STYLES),
  (text, dates) => {
    const { scope, findings, fixAll } = fixerFor(onlyRule('citation-date-style', { dates }));
    const citationsIn = (words: string) => {
      const brief = readBrief(words);
      return brief.blocks.flatMap(({ citations }) =>
        citations.map((citation) => [
          citation.source?.name,
          resolveCitation(citation, scope, briefDateOf(brief)?.value).dates.map(({ date, until }) => [date, until]),
        ]),
      );
    };
    const after = fixAll(text);
    expect(citationsIn(after)).toEqual(citationsIn(text));
    expect(findings(after).filter(({ data }) => data?.isAmbiguous !== true)).toEqual([]);
  },
);
