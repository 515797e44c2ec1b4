/** Work that can pause after each step; the caller decides when it continues. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps without a pause. */
export function runSync<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
