/** Paragraphs that nobody would write are read in pieces. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockIndexAt, readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { MIN_PIECE_LENGTH } from '../../../../server/src/syntax/brief/longParagraph.ts';
import { briefPiece, briefText, testProperty } from '../../support/arbitraries.ts';

const words = 'It went on and on. ';
const pieces = (text: string) => {
  const { blocks, starts } = readBrief(text);
  return blocks.map(({ length }, index) => text.slice(starts[index], starts[index]! + length));
};

describe('a long paragraph', () => {
  test('is cut after a sentence', () => {
    const text = words.repeat(3_000);
    const found = pieces(text);
    expect(found.join('')).toBe(text);
    expect(found).toHaveLength(Math.ceil(text.length / MIN_PIECE_LENGTH));
    for (const one of found) expect(one).toMatch(/^It went .* on\. $/);
    expect(readBrief(text).blocks.every(({ shape }) => shape === 'prose')).toBe(true);
  });

  test('is not cut where something is open', () => {
    const filler = words.repeat(MIN_PIECE_LENGTH / words.length);
    for (const open of ['(so. So it is. So, TASS, May 3)', '[so. So](org:a)', '<!-- so. So -->', '`so. So`']) {
      const text = `${filler}${open}. ${filler}`;
      const [first = ''] = pieces(text);
      expect(first.includes(open) && first.endsWith('. ') && first.length < text.length, open).toBe(true);
    }
  });

  test('is cut between words where no sentence ends, and nowhere when it has but one', () => {
    expect(pieces('word '.repeat(10_000)).map(({ length }) => length)).toEqual([20_005, 20_005, 9_990]);
    expect(pieces('w'.repeat(200_000))).toHaveLength(1);
  });

  test('is cut in no place that would begin like a heading', () => {
    const text = 'word #'.repeat(10_000);
    expect(pieces(text)).toEqual([text]);
  });

  test('keeps its short end', () => {
    expect(pieces(`${words.repeat(540)}\n\nNext.`)).toHaveLength(2);
    expect(pieces(`${words.repeat(540)}\n# Next`)).toHaveLength(2);
    expect(pieces(words.repeat(540))).toHaveLength(1);
  });
});

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

test('a keystroke reads one piece again', () => {
  const text = words.repeat(20_000);
  const brief = readBrief(text);
  for (let at = 5; at < text.length; at += 7_001) {
    const after = `${text.slice(0, at)}x${text.slice(at)}`;
    const updated = updateBrief(brief, after, { start: at, end: at, newLength: 1 });
    const old = new Set(brief.blocks);
    expect(updated.blocks.filter((one) => !old.has(one)).length).toBeLessThanOrEqual(2);
    expect(updated.starts[blockIndexAt(updated, at)]).toBe(brief.starts[blockIndexAt(brief, at)]);
  }
});
