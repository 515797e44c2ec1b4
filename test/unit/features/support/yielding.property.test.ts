import fc from 'fast-check';
import { expect } from 'vitest';
import { sortYielding } from '../../../../server/src/features/support/yielding.ts';
import { testAsyncProperty } from '../../support/arbitraries.ts';

const list = fc.array(fc.record({ key: fc.nat(50), own: fc.nat() }), { maxLength: 3_000, size: 'max' });

testAsyncProperty('sorts like Array.sort, and is stable', list, async (items) => {
  const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
  expect(await sortYielding(items, compare, () => undefined)).toEqual([...items].sort(compare));
});
