import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, offsetAfter } from '../../../../client/src/support/undoableStep.ts';
import { testProperty } from '../../support/arbitraries.ts';

const words = fc
  .array(fc.constantFrom('a', 'b', '\r\n', '\n', '👍', 'é', ' '), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the difference of two texts', () => {
  test.each([
    ['left (, May 3).', 'left (TASS, May 3).', { start: 6, tail: 9 }],
    ['aa', 'aaa', { start: 2, tail: 0 }],
    ['a\r\nb', 'a\nb', { start: 1, tail: 1 }],
    ['👍', '👎', { start: 0, tail: 0 }],
  ])('%j and %j', (before, after, expected) => expect(difference(before, after)).toEqual(expected));

  testProperty('makes the one from the other', words, words, (before, after) => {
    const { start, tail } = difference(before, after);
    expect(start + tail).toBeLessThanOrEqual(Math.min(before.length, after.length));
    const middle = before.slice(start, before.length - tail);
    expect(after.slice(0, start) + middle + after.slice(after.length - tail)).toBe(before);
  });
});

describe('an offset after a change', () => {
  const at = (marked: string) => marked.indexOf('|');
  const plain = (marked: string) => marked.replace('|', '');
  test.each([
    ['a source is inserted before it', 'left (, May 3)|.', 'left (TASS, May 3)|.'],
    ['an entry and a source are', '---\n---\nleft (, May 3)|. End', '---\nsources: a\n---\nleft (TASS, May 3)|. End'],
    ['a note is added behind it', 'left[^1]|.', 'left[^1]|.\n\n[^1]: '],
    ['nothing changes', 'left|', 'left|'],
  ])('%s', (_, before, after) => expect(offsetAfter(at(before), plain(before), plain(after))).toBe(at(after)));
});
