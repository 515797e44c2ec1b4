import { expect, test } from 'vitest';
import { firstFact } from '../../../../server/src/analysis/language/factualStatements.ts';
import { readBlock } from '../../../../server/src/syntax/brief/block.ts';

test('a long paragraph takes linear time', () => {
  const text = `${'Aa '.repeat(30_000)}${'the '.repeat(30_000)}${'1,000,'.repeat(10_000)}${'a'.repeat(100_000)}`;
  expect(firstFact(readBlock(text, false), text)?.fact.text).toBe('1,000');
});
