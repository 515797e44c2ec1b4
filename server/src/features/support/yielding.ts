/** Long work in short turns: between two of them whoever asks is answered. */
import type { Steps } from '../../base/memo/steps.ts';

/** Nobody waits longer than this for a turn to end. */
const MAX_SLICE_MS = 8;

/** A message passes through so many rounds of the event loop, from the pipe to its answer; a keystroke and the question after it. */
const EVENT_LOOP_ROUNDS = 8;

/** Lets all who wait be answered. Rounds instead of one timer: after each round that a message needs, the next turn would begin. */
export async function yieldToEventLoop(): Promise<void> {
  if (typeof setImmediate === 'undefined') return new Promise((resolve) => setTimeout(resolve));
  for (let round = 0; round < EVENT_LOOP_ROUNDS; round++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** To be called, and awaited, after each piece of work: what to wait for, once the turn has been long enough. */
export function createYielder(): () => Promise<void> | undefined {
  let sliceStart = performance.now();
  return () => {
    if (performance.now() - sliceStart < MAX_SLICE_MS) return undefined;
    return yieldToEventLoop().then(() => {
      sliceStart = performance.now();
    });
  };
}

/** Does the work, between the steps of which others may be answered. */
export async function runYielding<T>(steps: Steps<T>, yieldIfDue: () => Promise<void> | undefined): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const pending = yieldIfDue();
    // Nobody waits for nothing: each step would take a round of its own.
    if (pending) await pending;
  }
}

/** So many are sorted at once. */
const SORT_RUN_LENGTH = 1_000;

/** The items in order. Native sorting of two runs that are in order merges them. */
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
