import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { threadCountFor } from '../../../server/src/cli/checkPool.ts';

test('few briefs are checked in one thread, many in as many as there are cores', () => {
  expect([0, 1, 1_000, 1_999].map((count) => threadCountFor(count, undefined))).toEqual([1, 1, 1, 1]);
  expect(threadCountFor(2_000, undefined)).toBe(Math.min(2, availableParallelism()));
  expect(threadCountFor(1_000_000, undefined)).toBe(Math.min(16, availableParallelism()));
});

test('the user decides, but no thread is without a brief', () => {
  expect([1, 3].map((wanted) => threadCountFor(1000, wanted))).toEqual([1, 3]);
  expect([0, 1, 2].map((count) => threadCountFor(count, 8))).toEqual([1, 1, 2]);
});
