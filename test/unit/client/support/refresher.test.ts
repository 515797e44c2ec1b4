import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRefresher } from '../../../../client/src/support/refresher';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A refresher, the requests that wait for an answer, and what was shown. */
function start() {
  const waiting: { resolve: (answer: { n: number } | null) => void; reject: (error: Error) => void }[] = [];
  const shown: number[] = [];
  const state = { isWanted: true };
  const refresher = createRefresher<{ n: number }>({
    isWanted: () => state.isWanted,
    request: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    show: ({ n }) => shown.push(n),
  });
  const answer = async (index: number, n: number | null) => {
    waiting[index]!.resolve(n === null ? null : { n });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { refresher, waiting, shown, state, answer };
}

test('changes in quick succession are one request', async () => {
  const { refresher, waiting, shown, answer } = start();
  for (let change = 0; change < 5; change++) {
    refresher.schedule();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(waiting).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(100);
  await answer(0, 1);
  expect([waiting.length, shown]).toEqual([1, [1]]);
});

test('only the answer to the last request is shown', async () => {
  const { refresher, shown, answer } = start();
  void refresher.refresh();
  void refresher.refresh();
  await answer(1, 2);
  await answer(0, 1);
  expect(shown).toEqual([2]);
});

test('a server that does not know the brief yet, or is starting, is asked again', async () => {
  const { refresher, waiting, shown, answer } = start();
  refresher.schedule(0);
  await vi.advanceTimersByTimeAsync(0);
  await answer(0, null);
  await vi.advanceTimersByTimeAsync(500);
  waiting[1]!.reject(new Error('starting'));
  await vi.advanceTimersByTimeAsync(500);
  await answer(2, 3);
  expect(shown).toEqual([3]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(waiting).toHaveLength(3);
});

test('it gives up in the end, and what is asked for at once rejects', async () => {
  const { refresher, waiting } = start();
  refresher.schedule(0);
  for (let round = 0; round < 40; round++) {
    await vi.advanceTimersByTimeAsync(500);
    waiting[round]?.reject(new Error('no server'));
  }
  expect(waiting).toHaveLength(21);
  const asked = refresher.refresh();
  waiting.at(-1)!.reject(new Error('no server'));
  await expect(asked).rejects.toThrow('no server');
});

test('what is canceled, or not wanted any longer, is neither asked nor shown', async () => {
  const { refresher, waiting, shown, state, answer } = start();
  void refresher.refresh();
  refresher.schedule();
  refresher.cancel();
  await answer(0, 1);
  await vi.advanceTimersByTimeAsync(1_000);
  state.isWanted = false;
  refresher.schedule(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([waiting.length, shown]).toEqual([1, []]);
});
