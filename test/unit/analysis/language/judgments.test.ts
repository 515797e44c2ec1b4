import { describe, expect, test } from 'vitest';
import { isJudgment, isReportedSpeech } from '../../../../server/src/analysis/language/judgments.ts';

describe('judgments', () => {
  test.each([
    'We assess that the corridor will stay closed.',
    'The corridor, we now judge, will stay closed (TASS, May 2).',
    'On balance I doubt that the pilots will return.',
    'We do not expect a second convoy.',
    'We continue to assess that the unit is under strength.',
    'This brief concludes that the order came from the ministry.',
    'This desk strongly believes that the strike was planned in Kabul.',
    'The author assesses that the pact is dead.',
    'Our analysts expect a new round in June.',
    'It is assessed that the depot is empty.',
    'It is judged likely that the bridge was mined.',
    'In our view, the appointment changes little.',
    'Our assessment is that the fleet stays in port.',
    'We are confident that the footage is genuine.',
    'We have moderate confidence that the letter is authentic.',
    'Analyst comment: the dismissal was expected.',
    '**Key judgement:** the truce will hold.',
    'We assess, although officials said otherwise, that the talks failed.',
  ])('%s', (sentence) => expect(isJudgment(sentence)).toBe(true));

  test.each([
    'The pilots left the country (RFE/RL, September 5).',
    'Analysts expect prices to rise (Reuters, May 3).',
    'The authors conclude that the survey was flawed.',
    '“We believe the talks will fail,” the minister said.',
    'The spokesman said we expect an answer soon.',
    'If we assess the claim on its merits, little remains.',
    'How do we judge such a claim?',
    'A man who believes in signs, he stayed at home.',
    'We believe in dialogue, the slogan ran.',
    'We think tanks are overrated by the press.',
    'WE BELIEVE THAT WE MUST SEEK A SOLUTION.',
    'The judge expected a verdict in May.',
    'It was assessed by three inspectors.',
    'The group is believed to have 300 fighters.',
    'He was confident that the vote would pass.',
    'The assessment of damage took a week.',
    'Residents were told that I judge by deeds.',
  ])('not: %s', (sentence) => expect(isJudgment(sentence)).toBe(false));
});

describe('reported speech', () => {
  test.each(['Officials said it might rain.', 'According to TASS, a deal is likely.', 'Analysts believe it is over.'])(
    '%s',
    (sentence) => expect(isReportedSpeech(sentence)).toBe(true),
  );
  test.each(['A deal is likely.', 'The report is late.', 'We assess that it is over.'])('not: %s', (sentence) =>
    expect(isReportedSpeech(sentence)).toBe(false),
  );
});
