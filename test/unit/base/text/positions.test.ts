import { expect, test } from 'vitest';
import { lineStarts, positionAt } from '../../../../server/src/base/text/positions.ts';

test('\\n, \\r\\n and a lone \\r end a line', () => {
  expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]);
  expect(positionAt(lineStarts('🎈\r\nab'), 5)).toEqual({ line: 1, character: 1 });
});
