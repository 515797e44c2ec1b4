/** Work that may pause between two steps of it. Whoever does it says when it goes on. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at one go. */
export function runSync<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
