import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runYielding, sortYielding } from '../../../../server/src/features/support/yielding.ts';

test('sorts as any sort does, equals in the order they come', async () => {
  const list = fc.array(fc.record({ key: fc.nat(50), own: fc.nat() }), { maxLength: 3_000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(list, async (items) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(await sortYielding(items, compare, () => undefined)).toEqual([...items].sort(compare));
    }),
    { numRuns: 20 },
  );
});

test('work in steps is done in order, with a pause wherever one is asked for', async () => {
  const happened: string[] = [];
  function* steps() {
    for (const name of ['one', 'two', 'three']) {
      happened.push(name);
      yield;
    }
    return 'done';
  }
  let asked = 0;
  const yieldIfDue = () => (++asked === 2 ? Promise.resolve().then(() => void happened.push('others')) : undefined);
  expect(await runYielding(steps(), yieldIfDue)).toBe('done');
  expect(happened).toEqual(['one', 'two', 'others', 'three']);
});
