import { describe, expect, test } from 'vitest';
import { findingsIn, showFindings } from '../../support/fixture.ts';

const rules = { 'off-scale-likelihood': 'information' as const };
const code = 'off-scale-likelihood';
const found = (text: string, scale: 'ICD203' | 'PHIA' = 'ICD203') =>
  findingsIn(`${text}\n`, { settings: { rules, scale } }).filter((finding) => finding.code === code);
const words = (text: string, scale?: 'ICD203' | 'PHIA') =>
  found(text, scale).map(({ span }) => text.slice(span.start, span.end));

test('names the steps that could be meant', () => {
  expect(
    showFindings(
      `
    We judge that the truce might not hold (TASS, May 2).
    `,
      { settings: { rules } },
    ),
  ).toMatchInlineSnapshot(`
    We judge that the truce might not hold (TASS, May 2).
                            ^^^^^^^^^ off-scale-likelihood “might not” gives no likelihood. Choose, by ICD 203: unlikely (20–45 %), roughly even chance (45–55 %) or likely (55–80 %).
  `);
  expect(
    showFindings(
      `
    We judge that the truce may hold.
    `,
      { settings: { rules, scale: 'PHIA' } },
    ),
  ).toMatchInlineSnapshot(`
    We judge that the truce may hold.
                            ^^^ off-scale-likelihood “may” gives no likelihood. Choose, by the PHIA yardstick: unlikely (25–35 %), realistic possibility (40–50 %) or likely (55–75 %).
  `);
});

describe('finds', () => {
  test.each([
    ['We assess that the talks could collapse in June.', 'could'],
    ['In our view the strike possibly killed the deputy.', 'possibly'],
    ['This desk believes that he perhaps never left Kabul.', 'perhaps'],
    ['It is possible that the convoy turned back.', 'It is possible that'],
    ['A second strike cannot be ruled out.', 'cannot be ruled out'],
    ['We cannot rule out a second strike.', 'We cannot rule out'],
    ['We assess it is extremely likely that he left.', 'extremely likely'],
    ['We believe that a return is virtually certain.', 'virtually certain'],
    ['We judge that [ISKP](group:iskp) may try again in May.', 'may'],
    ['It is assessed that the depot may be empty.', 'may'],
    ['Analyst comment: the dismissal may be a feint.', 'may'],
    ['We assess that the group might strike again, as officials said.', 'might'],
    ['We assess that it is highly likely to fail.', 'highly likely'],
  ])('%s', (text, ...expected) => expect(words(text)).toEqual(expected));

  test('terms of the other scale under the yardstick', () => {
    expect(words('We assess that it is very likely to fail.', 'PHIA')).toEqual(['very likely']);
    expect(found('We assess that it is very likely to fail.', 'PHIA')[0]!.message).toContain('highly likely (80–90 %)');
    expect(words('We assess that it is highly likely to fail.', 'PHIA')).toEqual([]);
    expect(words('We judge that the risk of a coup is remote.', 'PHIA')).toEqual([]);
  });
});

describe('stays silent', () => {
  test.each([
    'The pilots may return to Kabul (RFE/RL, September 5).',
    'Observers fear that talks might fail.',
    'We assess that the order was signed on May 3, in May or after May.',
    'We judge that under the new law members may not carry weapons.',
    'We believe the treaty says that either side may withdraw.',
    'We assess that the crew could not see the shore.',
    'We judge that the missile could reach the port.',
    'We believe he could speak Russian.',
    'Officials said it might rain, and we doubt it.',
    'We assess that the plan failed, although officials said it might succeed.',
    'We assess that the plan failed; according to TASS, it may be revived.',
    'We assess that Russia’s military might has shrunk.',
    'We judge that the army rose with all its might to the task.',
    'We expect arms that may cross the border to be seized.',
    'We estimate that perhaps 200 men took part.',
    'We believe he is perhaps the best known of them.',
    'We think they could not possibly have known.',
    'We assess that talks are unlikely to resume but may be announced.',
    'We assess that “the talks may fail” was the minister’s phrase.',
    '“It is possible that we return,” he said.',
    'It is possible that they return, the governor said.',
    'It is possible that they return (TASS, May 2).',
    'Police told reporters that arson cannot be ruled out.',
    'It is possible to cross the river at night.',
    'If we judge by the footage, the crew may have left.',
    'WE BELIEVE THAT SOME MAY WANT TO STAY.',
    'May the truce hold, we think.',
    'We think you may reproduce this brief.',
    'We assess that the ministry may act, in the terms of the PHIA yardstick.',
    'It is highly likely that he left, the agency reported.',
    'We assess that the ministry is concerned that protests may spread.',
    'We judge that the crews were moved so that they may deploy at once.',
    'We assess that the test was a signal that Tehran might close the strait.',
    'We do not know whether he may return, but we expect a statement.',
  ])('%s', (text) => expect(words(text)).toEqual([]));
});
