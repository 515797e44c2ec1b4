import { expect, test } from 'vitest';
import { runYielding } from '../../../../server/src/features/support/yielding.ts';

test('steps run in order, with a pause where one is due', async () => {
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
