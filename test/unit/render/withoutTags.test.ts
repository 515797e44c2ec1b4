import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBrief, stripTags } from '../../../server/src/syntax/brief/brief.ts';
import { briefText, testProperty } from '../support/arbitraries.ts';

test('of a tag that is cut only its words are left', () => {
  const text = 'The [Harbour Board](org:harbour) met.\n\nIt left ([Tide](src:tide-1), May 3).\n';
  const brief = readBrief(text);
  const part = (from: string, to: string) =>
    stripTags(brief, { start: text.indexOf(from), end: text.indexOf(to) + to.length });
  expect(part('The', 'met.')).toBe('The Harbour Board met.');
  expect(part('Board', 'org:')).toBe('Board');
  expect(part('our Bo', 'Tide')).toBe('our Board met.\n\nIt left (Tide');
  expect(part(':har', 'harbour)')).toBe('');
});

testProperty('parts make the whole', briefText(), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
  const brief = readBrief(text);
  const cut = Math.round(share * text.length);
  const parts = stripTags(brief, { start: 0, end: cut }) + stripTags(brief, { start: cut, end: text.length });
  expect(parts).toBe(stripTags(brief));
});
