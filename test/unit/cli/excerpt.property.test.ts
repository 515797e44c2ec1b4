import fc from 'fast-check';
import { expect } from 'vitest';
import { displayWidth } from '../../../server/src/base/text/escapeControls.ts';
import { createExcerpt } from '../../../server/src/cli/excerpt.ts';
import { testProperty } from '../support/arbitraries.ts';

const pieces = fc.array(fc.constantFrom('a', ' ', '\t', '界', '🎈', '\u0301', '\x07', 'word '), { maxLength: 200 });

testProperty('the excerpt of any text fits, and the caret is under the finding', pieces, pieces, (before, after) => {
  const start = before.join('').length;
  const text = `${before.join('')}X${after.join('')}`;
  const { line, underline } = createExcerpt(text, 0, { start, end: start + 1 }, 50);
  expect(displayWidth(line)).toBeLessThanOrEqual(50);
  expect(underline.trim()).toBe('^');
  expect(displayWidth(line.slice(0, line.indexOf('X')))).toBe(underline.length - 1);
});
