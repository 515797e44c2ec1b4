import type { Steps } from './steps.ts';

export interface PerObject<E, T> {
  (entry: E): T;
  /** Computes the value of every entry, one per step; entries that have one are skipped. */
  inSteps(entries: Iterable<E>): Steps<void>;
}

/**
 * Memoizes a value that depends on an object alone, such as an entry of a registry. Pass on the spans of entries as the
 * objects they are, since `updateRegistry` moves them in place.
 */
export function perObject<E extends object, T>(compute: (entry: E) => T): PerObject<E, T> {
  const memo = new WeakMap<E, { value: T }>();
  const computeOnce = (entry: E): T => {
    let found = memo.get(entry);
    if (!found) {
      found = { value: compute(entry) };
      memo.set(entry, found);
    }
    return found.value;
  };
  function* inSteps(entries: Iterable<E>): Steps<void> {
    for (const entry of entries) {
      if (memo.has(entry)) continue;
      computeOnce(entry);
      yield;
    }
  }
  return Object.assign(computeOnce, { inSteps });
}
