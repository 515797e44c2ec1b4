import { expect, test } from 'vitest';
import { lowerRaised, raise, toRoman } from '../../../../server/src/base/text/numerals.ts';

test('Roman numbers', () => {
  expect([1, 4, 9, 14, 40, 99, 1999, 3999].map(toRoman)).toEqual('i iv ix xiv xl xcix mcmxcix mmmcmxcix'.split(' '));
  expect([0, -1, 4000].map(toRoman)).toEqual([undefined, undefined, undefined]);
});

test('raised digits', () => {
  expect(raise('1, 30')).toBe('¹, ³⁰');
  expect(lowerRaised(raise('0123456789'))).toBe('0123456789');
  expect(raise('a, q')).toBe('ᵃ, q');
  expect(lowerRaised(raise('abcdefghijklmnopqrstuvwxyz'))).toBe('abcdefghijklmnopqrstuvwxyz');
});
