/** Long work in short turns: between two of them whoever asks is answered. */
import type { Steps } from '../../base/memo/steps.ts';

/** Nobody waits longer than this for a turn to end. */
const LONGEST_TURN_MS = 8;

/** A message passes through so many rounds of the event loop, from the pipe to its answer; a keystroke and the question after it. */
const ROUNDS = 8;

/** Lets all who wait be answered. Rounds instead of one timer: after each round that a message needs, the next turn would begin. */
export async function pause(): Promise<void> {
  if (typeof setImmediate === 'undefined') return new Promise((resolve) => setTimeout(resolve));
  for (let round = 0; round < ROUNDS; round++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** To be called, and awaited, after each piece of work: what to wait for, once the turn has been long enough. */
export function takingTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < LONGEST_TURN_MS) return undefined;
    return pause().then(() => {
      began = performance.now();
    });
  };
}

/** Does the work, between the steps of which others may be answered. */
export async function inTurns<T>(steps: Steps<T>, giveWay: () => Promise<void> | undefined): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const turn = giveWay();
    // Nobody waits for nothing: each step would take a round of its own.
    if (turn) await turn;
  }
}

/** So many are sorted at once. */
const RUN = 1_000;

/** The items in order. Native sorting of two runs that are in order merges them. */
export async function sortInTurns<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  giveWay: () => Promise<void> | undefined,
): Promise<T[]> {
  let sorted: T[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    sorted = sorted.concat(items.slice(at, at + RUN).sort(compare)).sort(compare);
    await giveWay();
  }
  return sorted;
}
