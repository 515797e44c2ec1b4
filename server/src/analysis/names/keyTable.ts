import { hashText } from '../../base/memo/hash.ts';

/** Numbers by the hashes of keys, in typed arrays: a million keys in a `Map` would be hundreds of megabytes, and seconds to make. */
export interface KeyTable {
  add(key: string, value: number): void;
  /** The numbers of a key, the last that was added first; there may be some among them of another key with the same hash. */
  get(key: string): readonly number[];
}

const MIN_CAPACITY = 16;
const NONE: readonly number[] = [];

export function createKeyTable(): KeyTable {
  /** Open addressing; `firsts` is the last entry with that hash, counted from 1; 0 where there is none. */
  let hashes = new Int32Array(MIN_CAPACITY);
  let lastEntries = new Int32Array(MIN_CAPACITY);
  let used = 0;
  /** Of every entry its number, and the entry before it with the same hash. */
  let values = new Int32Array(MIN_CAPACITY);
  let previousEntries = new Int32Array(MIN_CAPACITY);
  let count = 0;

  const slotOf = (hash: number): number => {
    const mask = hashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (lastEntries[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = () => {
    const old = { hashes, firsts: lastEntries };
    hashes = new Int32Array(2 * old.hashes.length);
    lastEntries = new Int32Array(hashes.length);
    for (const [index, first] of old.firsts.entries()) {
      if (first === 0) continue;
      const slot = slotOf(old.hashes[index]!);
      hashes[slot] = old.hashes[index]!;
      lastEntries[slot] = first;
    }
  };
  return {
    add(key, value) {
      if (used * 2 >= hashes.length) grow();
      if (count === values.length) [values, previousEntries] = [doubled(values), doubled(previousEntries)];
      const hash = hashText(key);
      const slot = slotOf(hash);
      if (lastEntries[slot] === 0) used++;
      hashes[slot] = hash;
      values[count] = value;
      previousEntries[count] = lastEntries[slot]!;
      lastEntries[slot] = ++count;
    },
    get(key) {
      const last = lastEntries[slotOf(hashText(key))]!;
      if (last === 0) return NONE;
      const found: number[] = [];
      for (let entry = last; entry !== 0; entry = previousEntries[entry - 1]!) found.push(values[entry - 1]!);
      return found;
    },
  };
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
