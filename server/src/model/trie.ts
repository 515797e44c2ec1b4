/**
 * A tree of sequences of code units, in typed arrays: a hundred thousand names are some megabytes instead of some
 * hundred, and following one unit takes some nanoseconds. Nodes are numbers; 0 is the root.
 */
export interface Trie {
  /** The node for one more unit; made when there is none. */
  add(node: number, unit: number): number;
  /** The node for one more unit; 0 when there is none. */
  follow(node: number, unit: number): number;
}

const FIRST_SIZE = 1 << 10;

export function createTrie(): Trie {
  // A hash table with open addressing: edge `i` leads from `from[i]` by `units[i]` to `to[i]`; `to[i]` is 0 where there is none.
  let size = FIRST_SIZE;
  let from = new Int32Array(size);
  let units = new Uint16Array(size);
  let to = new Int32Array(size);
  let nodes = 1;

  const slotOf = (node: number, unit: number): number => {
    const mask = size - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; to[slot] !== 0; slot = (slot + 1) & mask) {
      if (from[slot] === node && units[slot] === unit) break;
    }
    return slot;
  };
  const put = (node: number, unit: number, target: number): void => {
    const slot = slotOf(node, unit);
    from[slot] = node;
    units[slot] = unit;
    to[slot] = target;
  };
  const grow = (): void => {
    const old = { from, units, to };
    size *= 2;
    from = new Int32Array(size);
    units = new Uint16Array(size);
    to = new Int32Array(size);
    for (const [slot, target] of old.to.entries()) if (target !== 0) put(old.from[slot]!, old.units[slot]!, target);
  };

  return {
    add(node, unit) {
      const known = to[slotOf(node, unit)]!;
      if (known !== 0) return known;
      if (nodes * 2 > size) grow();
      put(node, unit, nodes);
      return nodes++;
    },
    follow: (node, unit) => to[slotOf(node, unit)]!,
  };
}
