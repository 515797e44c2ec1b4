/** Long work in short turns: between two of them whoever asks is answered. */

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
