import { expect, test } from 'vitest';
import { statementsIn } from '../../../../server/src/analysis/language/statements.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';

/** The statements of a paragraph, each with the sources it cites. */
function check(paragraph: string, ...expected: string[]): void {
  const { blocks, text } = readBrief(paragraph);
  const shown = statementsIn(blocks[0]!, text).map(({ start, end, citations }) =>
    [text.slice(start, end), ...citations.map(({ citation: { source } }) => source?.name ?? '?')].join(' | '),
  );
  expect(shown).toEqual(expected);
}

test('sentences with their citations', () => {
  check(
    'He left (TASS, May 2; AP, May 3). Nobody knew. Gen. Smith stayed (, May 4).',
    'He left (TASS, May 2; AP, May 3). | TASS | AP',
    'Nobody knew.',
    'Gen. Smith stayed (, May 4). | ?',
  );
});

test('a citation after a full stop belongs to the sentence before it', () => {
  check(
    'He left. (TASS, May 2; AFP, May 2) She stayed. (AP, May 3).',
    'He left. (TASS, May 2; AFP, May 2) | TASS | AFP',
    'She stayed. (AP, May 3). | AP',
  );
  check('He left. (TASS, May 2).', 'He left. (TASS, May 2). | TASS');
});

test('only prose has statements', () => {
  check('# Title (TASS, May 2)');
});
