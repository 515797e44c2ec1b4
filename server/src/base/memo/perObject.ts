import type { Steps } from './steps.ts';

export interface PerObject<E, T> {
  (entry: E): T;
  /** Finds it out of all of them, one a step; of those of which it is known there is none. */
  inSteps(entries: Iterable<E>): Steps<void>;
}

/**
 * Remembers by the entry of a registry, or another thing, what follows from it alone. Places must be handed on as the
 * objects they are: those of an entry are moved where they are (see `updateRegistry`).
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
