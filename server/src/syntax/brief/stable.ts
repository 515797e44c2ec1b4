import { createMemo } from '../../base/memo/memory.ts';
import type { Block } from '../ast.ts';

/** Creates a value unless the inputs are those of the last time. `key` tells the values of one block apart. */
export type StableValue<T> = (block: Block, key: string, inputs: readonly unknown[], create: () => T) => T;

/**
 * Keeps values of blocks that depend on more than the block, so that they are the same objects as long as their inputs are. Inputs
 * are compared by identity.
 */
export function createStableValue<T>(): StableValue<T> {
  const memo = createMemo<Block, Map<string, { readonly inputs: readonly unknown[]; readonly value: T }>>();
  return (block, key, inputs, create) => {
    let values = memo.get(block);
    const before = values?.get(key);
    if (before && areSame(before.inputs, inputs)) return before.value;
    const value = create();
    if (!values) {
      values = new Map();
      memo.set(block, values);
    }
    values.set(key, { inputs, value });
    return value;
  };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => Object.is(one, b[index]));
}
