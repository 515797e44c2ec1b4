import fc from 'fast-check';
import { expect } from 'vitest';
import { readBrief, stripTags } from '../../../../server/src/syntax/brief/brief.ts';
import { briefText, testProperty } from '../../support/arbitraries.ts';

testProperty('parts make the whole', briefText(), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
  const brief = readBrief(text);
  const cut = Math.round(share * text.length);
  const parts = stripTags(brief, { start: 0, end: cut }) + stripTags(brief, { start: cut, end: text.length });
  expect(parts).toBe(stripTags(brief));
});
