/** Paragraphs that nobody would write are read in pieces. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { briefPiece, briefText, testProperty } from '../../support/arbitraries.ts';

const words = 'It went on and on. ';

/** Long stretches without a paragraph's end, with whatever a brief is made of in between. */
const longText = fc
  .array(fc.tuple(fc.constantFrom(words, 'word ', 'on and on.\n', 'w'), fc.nat(1_500), briefText(3)), { maxLength: 6 })
  .map((parts) => parts.map(([filler, count, between]) => filler.repeat(count) + between).join(''));
/** Near the start of a block, where it is decided. */
const place = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -1_100, max: 1_100 }), fc.nat(20_000));
const edit = fc.record({
  block: fc.nat(20),
  by: place,
  removed: fc.oneof(fc.nat(3), fc.nat(3_000)),
  inserted: fc.oneof(fc.constantFrom('', 'x', '\n', '\n\n', '# ', '. ', '(', words.repeat(60)), briefPiece),
});

testProperty(
  'an updated one equals one read from scratch',
  longText,
  fc.array(edit, { maxLength: 4 }),
  (text, edits) => {
    let brief = readBrief(text);
    expect(brief.blocks.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
    for (const { block, by, removed, inserted } of edits) {
      const before = brief.text;
      const from = (brief.starts[block % Math.max(1, brief.starts.length)] ?? 0) + by;
      const start = Math.max(0, Math.min(before.length, from));
      const end = Math.min(before.length, start + removed);
      const after = before.slice(0, start) + inserted + before.slice(end);
      brief = updateBrief(brief, after, { start, end, newLength: inserted.length });
      expect(brief).toEqual(readBrief(after));
    }
  },
);
