/**
 * Memoized values, stored in the object they belong to: a block, a chunk, a brief. A `WeakMap` would do the same, but
 * V8's young-generation collector treats all values in any `WeakMap` as alive: everything that a keystroke creates
 * would be copied twice and kept until the next full collection, with each text of a brief.
 */
const SLOTS = Symbol('memory');

interface Memoized {
  [SLOTS]?: unknown[];
}

/** A memo of one value per object. A copy of an object has none. */
export interface Memo<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

let slotCount = 0;

/** Creates a memo. Call it once, when a module is loaded. */
export function createMemo<K extends object, V>(): Memo<K, V> {
  const slot = slotCount++;
  return {
    get: (key) => (key as Memoized)[SLOTS]?.[slot] as V | undefined,
    set(key, value) {
      const own = (key as Memoized)[SLOTS];
      if (own) own[slot] = value;
      else {
        const kept: unknown[] = [];
        kept[slot] = value;
        // Not enumerable, so that listing, comparing and copying the object ignore it.
        Object.defineProperty(key, SLOTS, { value: kept });
      }
    },
  };
}
