import { expect, test } from 'vitest';
import { matchProblem } from './support/problemPattern.ts';

// Quadratic work would exceed the time limit.
test.each([
  ['many positions', 'a:1:1 '.repeat(200_000)],
  ['many colons', ':'.repeat(1_000_000)],
  ['a long number', `a:1:${'1'.repeat(1_000_000)}`],
])('the problem pattern reads %s in linear time', (_, line) => {
  expect(matchProblem(line)).toBeUndefined();
});
