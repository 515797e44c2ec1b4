import fc from 'fast-check';
import { expect } from 'vitest';
import { CITATION_ORDERS } from '../../../../server/src/rules/engine/settings.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { fixerFor } from '../../support/fixAll.ts';
import { onlyRule } from '../../support/only.ts';

const DATED = '---\ndate: 2021-09-24\n---\n\n';

const source = fc.constantFrom(
  'TASS',
  'RIA',
  'The Times',
  'Dawn',
  '[RFE/RL](src:rferl-1)',
  '*AFP*',
  'al-Jazeera',
  'see AP',
  '',
);
const when = fc.constantFrom(
  'May 9',
  'May 7, 8',
  '3 May 2020',
  'June 2021',
  'May 30–June 2',
  '2021-05-08',
  'May 9.',
  'December 1',
);
const item = fc.tuple(source, when).map(([name, date]) => `${name}, ${date}`);
const group = fc.array(fc.oneof({ weight: 5, arbitrary: item }, { weight: 1, arbitrary: when }), {
  minLength: 2,
  maxLength: 5,
});

testProperty(
  'the fix leaves the same sources, in order',
  group,
  fc.constantFrom(...CITATION_ORDERS),
  (items, citationOrder) => {
    const { findings, fixAll } = fixerFor(onlyRule('citation-order', { citationOrder }));
    const citationsIn = (text: string) =>
      readBrief(text)
        .blocks.flatMap(({ citations }) => citations)
        .map(({ source, when }) =>
          JSON.stringify([source?.name, when?.dates.map(({ value, until }) => [value, until])]),
        )
        .sort();
    const text = `${DATED}They left (${items.join('; ')}).\n`;
    const after = fixAll(text);
    expect(citationsIn(after)).toEqual(citationsIn(text));
    expect(findings(after)).toEqual([]);
  },
);
