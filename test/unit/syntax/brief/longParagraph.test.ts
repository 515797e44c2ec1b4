import { describe, expect, test } from 'vitest';
import { blockIndexAt, readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { MIN_PIECE_LENGTH } from '../../../../server/src/syntax/brief/longParagraph.ts';

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
