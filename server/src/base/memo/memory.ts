/**
 * What is remembered by a block, a chunk or a brief, in the object itself. A `WeakMap` would do the same, but the collector of
 * young objects takes all that any `WeakMap` holds for alive: everything a keystroke makes would be copied twice and kept until the
 * next full collection, and each text of a brief with it.
 */
const SLOTS = Symbol('memory');

interface Memoized {
  [SLOTS]?: unknown[];
}

/** Remembers one thing by objects. Of a copy of an object nothing is remembered. */
export interface Memo<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

let slotCount = 0;

/** Something to remember by objects. Made once, when a module is loaded. */
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
        // Nobody who lists, compares or copies the object sees it.
        Object.defineProperty(key, SLOTS, { value: kept });
      }
    },
  };
}
