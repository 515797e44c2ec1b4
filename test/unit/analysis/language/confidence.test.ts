import { describe, expect, test } from 'vitest';
import { confidenceTermsIn } from '../../../../server/src/analysis/language/confidence.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';

const levels = (text: string) =>
  confidenceTermsIn(readBrief(text).blocks[0]!, text).map(
    ({ start, end, level }) => `${level ?? '–'}: ${text.slice(start, end)}`,
  );

describe('levels of confidence', () => {
  test.each([
    ['We assess with high confidence that he left.', 'high: with high confidence'],
    ['We have medium confidence in this assessment.', 'moderate: medium confidence'],
    ['He left (low confidence).', 'low: low confidence'],
    ['We judge with moderate-to-high confidence that he left.', 'moderate: with moderate-to-high confidence'],
    ['We have very low confidence that he left.', 'low: very low confidence'],
    ['We have a low level of confidence in these sources.', 'low: a low level of confidence'],
    ['Our high-confidence judgment is that he left.', 'high: high-confidence'],
    ['We can say with some confidence that he left.', '–: say with some confidence'],
    ['We are fairly confident that he left.', '–: We are fairly confident that'],
  ])('%s', (text, ...expected) => expect(levels(text)).toEqual(expected));

  test.each([
    'Investor confidence is high; high consumer confidence helps.',
    'Confidence-building measures failed.',
    'The vote of no confidence passed.',
    'Low confidence in the government brought them out.',
    'He walked with confidence.',
    'A high-confidence detection.',
    'High confidence intervals were given.',
    'He was confident that it would pass.',
    '“We have high confidence that he left,” she said.',
  ])('none in: %s', (text) => expect(levels(text)).toEqual([]));
});
