import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../../server/src/features/codeActions/codeActions.ts';
import { applyChangesTo, createScene } from '../../support/actions.ts';
import { findingsIn, showFindings } from '../../support/fixture.ts';

const options = { settings: { rules: { 'confidence-with-likelihood': 'warning' as const } } };
const code = 'confidence-with-likelihood';
const only = (text: string, scale: 'ICD203' | 'PHIA' = 'ICD203') =>
  findingsIn(text, { settings: { ...options.settings, scale } }).filter((finding) => finding.code === code);

describe('finds a confidence level and a likelihood in one sentence', () => {
  test('in any position', () => {
    expect(
      showFindings(
        `
      We assess with high confidence that a deal is unlikely (TASS, May 2).

      A second strike is very likely (moderate confidence).

      We have a low level of confidence that he will probably stay.

      We are confident that the bridge will almost certainly stay closed.
      `,
        options,
      ),
    ).toMatchInlineSnapshot(`
      We assess with high confidence that a deal is unlikely (TASS, May 2).
                ^^^^^^^^^^^^^^^^^^^^ confidence-with-likelihood Confidence (“with high confidence”) and likelihood (“unlikely”) share a sentence. ICD 203: state the likelihood here, then your confidence and its reason.
      A second strike is very likely (moderate confidence).
                                      ^^^^^^^^^^^^^^^^^^^ confidence-with-likelihood Confidence (“moderate confidence”) and likelihood (“very likely”) share a sentence. ICD 203: state the likelihood here, then your confidence and its reason.
      We have a low level of confidence that he will probably stay.
              ^^^^^^^^^^^^^^^^^^^^^^^^^ confidence-with-likelihood Confidence (“a low level of confidence”) and likelihood (“probably”) share a sentence. ICD 203: state the likelihood here, then your confidence and its reason.
      We are confident that the bridge will almost certainly stay closed.
      ^^^^^^^^^^^^^^^^^^^^^ confidence-with-likelihood Confidence (“We are confident that”) and likelihood (“almost certainly”) share a sentence. ICD 203: state the likelihood here, then your confidence and its reason.
    `);
  });

  test.each([
    'This desk judges, with low to moderate confidence, that the fleet is likely to sail.',
    'It is likely, and we have high confidence in this judgement, that he left.',
    'Our high-confidence assessment is that a coup is very unlikely.',
  ])('%s', (text) => expect(only(text)).toHaveLength(1));
});

describe('stays silent', () => {
  test.each([
    'We assess that a deal is unlikely. We have high confidence in this judgment.',
    'Confidence-building measures are likely to resume in June.',
    'Investor confidence is likely to fall further.',
    'The cabinet is likely to lose the vote of no confidence.',
    'Low confidence in the currency will probably last.',
    'A high confidence vote is likely.',
    'The NIC assesses with high confidence that Russia is likely to wait.',
    'Officials said with high confidence that a deal was likely.',
    'According to the report, analysts have moderate confidence that a strike is likely.',
    'We assess “with high confidence” that a deal is likely.',
    'We note the phrase “likely, with high confidence” in the statement.',
    'We have high confidence that the likely successor was present.',
    'We judge with high confidence that the officials who said a deal was likely had not read it.',
    'He spoke with confidence and is likely to win.',
    'Under ICD 203 high confidence and likely are kept apart.',
    'We assess with high confidence that the pilots left.',
    '<!-- We assess with high confidence that a deal is likely. -->',
    'Troops moved with full confidence, and the town is likely to fall.',
    'The poll has a high confidence interval and is likely right.',
  ])('%s', (text) => expect(only(text)).toEqual([]));

  test('where the house writes by the yardstick', () => {
    expect(only('We assess with high confidence that a deal is unlikely.', 'PHIA')).toEqual([]);
  });
});

describe('its fix', () => {
  async function fix(text: string): Promise<string | undefined> {
    const scene = await createScene(`--- main.brief\n${text}\n`, options);
    const [finding] = only(text);
    const uri = 'file:///main.brief';
    const actions = actionsAt(scene.open(uri), finding!.span, ['quickfix'], scene.targets, scene.context);
    const action = actions.find(({ title }) => title.startsWith('Move “'));
    return action && applyChangesTo(scene, action.changes!).get(uri)?.trimEnd();
  }

  test.each([
    [
      'We assess with low confidence that it is likely. More follows.',
      'We assess that it is likely. We have low confidence in this judgment. More follows.',
    ],
    [
      'We assess, with very high confidence, that it is likely.',
      'We assess that it is likely. We have very high confidence in this judgment.',
    ],
    [
      'It is very likely (moderate confidence). (TASS, May 2) He left.',
      'It is very likely. (TASS, May 2) We have moderate confidence in this judgment. He left.',
    ],
    ['We have high confidence that it is likely.', undefined],
  ])('%s', async (text, after) => expect(await fix(text)).toBe(after));
});
