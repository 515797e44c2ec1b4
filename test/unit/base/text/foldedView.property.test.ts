import fc from 'fast-check';
import { expect } from 'vitest';
import { foldText } from '../../../../server/src/base/text/foldedView.ts';
import { testProperty } from '../../support/arbitraries.ts';

const piece = fc.constantFrom(
  ...['a', 'B', ' ', '\u00AD', '\u200B', 'e\u0301', '&nbsp;', '&amp;', '\n> ', 'ﬁ', '(', ',', '\u2009'],
);

testProperty(
  'spans map back in order and inside the text',
  fc.array(piece, { maxLength: 40 }),
  fc.nat(),
  fc.nat(),
  (pieces, a, b) => {
    const text = pieces.join('');
    const view = foldText(text);
    if (!view) return;
    const [start, end] = [a, b].map((at) => at % (view.text.length + 1)).sort((x, y) => x - y);
    const span = view.spanOf({ start: start!, end: end! });
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(span.start).toBeLessThanOrEqual(span.end);
  },
);
