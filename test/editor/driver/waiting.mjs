/** Waiting for what VS Code shows. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Longer than anything takes on a machine that is busy with other work. */
export const PATIENCE_MS = 60_000;

/** Waits until what is seen is what is expected: a value, or a condition on it. @template T
 * @param {() => Promise<T>} see @param {T | ((seen: T) => boolean)} expected @returns {Promise<T>} */
export async function until(see, expected) {
  const deadline = Date.now() + PATIENCE_MS;
  const holds = typeof expected === 'function' ? /** @type {(seen: T) => boolean} */ (expected) : undefined;
  for (;;) {
    const seen = await see();
    if (holds ? holds(seen) : isDeepStrictEqual(seen, expected)) return seen;
    if (Date.now() > deadline) {
      if (!holds) assert.deepEqual(seen, expected);
      assert.fail(`waited for ${holds}, saw ${JSON.stringify(seen, null, 2)}`);
    }
    await sleep(100);
  }
}

/** Whether something comes in time. @param {Promise<unknown>} work @returns {Promise<boolean>} */
export function succeeds(work) {
  return work.then(
    () => true,
    () => false,
  );
}
