import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortInTurns } from '../../../server/src/features/turns.ts';

test('sorts as any sort does, equals in the order they come', async () => {
  const list = fc.array(fc.record({ key: fc.nat(50), own: fc.nat() }), { maxLength: 3_000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(list, async (items) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(await sortInTurns(items, compare, () => undefined)).toEqual([...items].sort(compare));
    }),
    { numRuns: 20 },
  );
});
