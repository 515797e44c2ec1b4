import { createMemo } from '../../base/memo/memory.ts';
import type { Block } from '../ast.ts';

/**
 * Remembers by the block what follows from its own text alone, so that after an edit it is computed only for the blocks
 * the edit touched. The text that is handed over is the block's own, in which its spans count.
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
