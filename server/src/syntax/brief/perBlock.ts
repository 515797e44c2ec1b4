import { createMemo } from '../../base/memo/memory.ts';
import type { Block } from '../ast.ts';

/**
 * Memoizes per block what follows from its own text alone, so that an edit recomputes only the blocks it touched. `text`
 * is the text of the block, in which its spans count.
 */
export function perBlock<T>(compute: (block: Block, text: string) => T): (block: Block, text: string) => T {
  const memo = createMemo<Block, { value: T }>();
  return (block, text) => {
    const before = memo.get(block);
    if (before) return before.value;
    const value = compute(block, text);
    memo.set(block, { value });
    return value;
  };
}
