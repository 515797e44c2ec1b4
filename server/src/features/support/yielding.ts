/** Splits long work into short slices. Other requests are answered between them. */
import type { Steps } from '../../base/memo/steps.ts';

/** In milliseconds. Other requests wait at most this long for a slice to end. */
const MAX_SLICE_MS = 8;

/**
 * Event loop rounds that a message needs from the pipe to its response; enough for a keystroke and the request after
 * it.
 */
const EVENT_LOOP_ROUNDS = 8;

/**
 * Lets pending messages be answered. Several rounds rather than one timer: with a single round, the next slice would
 * start after each round that a message needs.
 */
async function yieldToEventLoop(): Promise<void> {
  if (typeof setImmediate === 'undefined') return new Promise((resolve) => setTimeout(resolve));
  for (let round = 0; round < EVENT_LOOP_ROUNDS; round++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/**
 * Creates a function to call after each piece of work. It returns a promise to await once the current slice has taken
 * long enough.
 */
export function createYielder(): () => Promise<void> | undefined {
  let sliceStart = performance.now();
  return () => {
    if (performance.now() - sliceStart < MAX_SLICE_MS) return undefined;
    return yieldToEventLoop().then(() => {
      sliceStart = performance.now();
    });
  };
}

/** Runs the steps and yields between them when due. */
export async function runYielding<T>(steps: Steps<T>, yieldIfDue: () => Promise<void> | undefined): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const pending = yieldIfDue();
    // Awaiting undefined would cost each step a round of the microtask queue.
    if (pending) await pending;
  }
}

/** Items per synchronous sort. */
const SORT_RUN_LENGTH = 1_000;

/** Sorts the items, yielding between runs. The native sort (TimSort) merges two sorted runs in linear time. */
export async function sortYielding<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  yieldIfDue: () => Promise<void> | undefined,
): Promise<T[]> {
  let sorted: T[] = [];
  for (let at = 0; at < items.length; at += SORT_RUN_LENGTH) {
    sorted = sorted.concat(items.slice(at, at + SORT_RUN_LENGTH).sort(compare)).sort(compare);
    await yieldIfDue();
  }
  return sorted;
}
