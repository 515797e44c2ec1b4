import { expect, test } from 'vitest';
import { lazy } from '../../../../server/src/base/memo/lazy.ts';

test('is made when it is first asked for, and then never again', () => {
  let count = 0;
  const get = lazy(() => ({ count: ++count }));
  expect(count).toBe(0);
  const first = get();
  expect(get()).toBe(first);
  expect(count).toBe(1);
});
