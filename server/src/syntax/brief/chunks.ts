/**
 * A brief in chunks of blocks. Values derived from many blocks are memoized per chunk, so that a keystroke recomputes one
 * chunk and combines a few summaries.
 */

import { createMemo } from '../../base/memo/memory.ts';
import type { Block, Brief } from '../ast.ts';

/** Consecutive blocks. The same object in every brief that has these blocks in a row. */
export interface Chunk {
  readonly blocks: readonly Block[];
}

/** A chunk and its position in a brief. */
export interface PlacedChunk {
  readonly brief: Brief;
  readonly chunk: Chunk;
  /** Where it begins in the file. */
  readonly at: number;
  /** The index of its first block. */
  readonly first: number;
}

/** A block of a chunk. */
export interface PlacedBlock {
  readonly block: Block;
  readonly text: string;
  /** Where it begins in the file. */
  readonly at: number;
  /** Where it begins in the chunk: spans of values memoized per chunk count from the start of the chunk. */
  readonly offset: number;
}

/** A keystroke recomputes one chunk of at most this many blocks, and combines one summary per chunk. */
const MAX_BLOCKS = 64;
/** Smaller chunks are joined with the blocks that follow. */
const MIN_BLOCKS = 16;

const chunkByFirstBlock = createMemo<Block, Chunk>();
const chunksByBrief = createMemo<Brief, readonly PlacedChunk[]>();

/** The chunks of a brief. After an edit all but one or two are the same objects as before, wherever they are now. */
export function chunksOf(brief: Brief): readonly PlacedChunk[] {
  const cached = chunksByBrief.get(brief);
  if (cached) return cached;
  const { blocks, starts } = brief;
  const parts: PlacedChunk[] = [];
  for (let first = 0; first < blocks.length; ) {
    const existing = chunkByFirstBlock.get(blocks[first]!);
    if (existing && matchesAt(existing, blocks, first)) {
      parts.push({ brief, chunk: existing, at: starts[first]!, first });
      first += existing.blocks.length;
      continue;
    }
    // Up to the next chunk that may be unchanged, so that a new block does not change the division of all that follows.
    let end = first + 1;
    while (end < blocks.length && (end - first < MIN_BLOCKS || !chunkByFirstBlock.get(blocks[end]!))) end++;
    const pieceCount = Math.ceil((end - first) / MAX_BLOCKS);
    const size = Math.ceil((end - first) / pieceCount);
    for (; first < end; first = Math.min(end, first + size)) {
      const chunk: Chunk = { blocks: blocks.slice(first, Math.min(end, first + size)) };
      chunkByFirstBlock.set(blocks[first]!, chunk);
      parts.push({ brief, chunk, at: starts[first]!, first });
    }
  }
  chunksByBrief.set(brief, parts);
  return parts;
}

const blocksByPart = createMemo<PlacedChunk, readonly PlacedBlock[]>();

/** The blocks of a chunk with their texts. */
export function blocksOf(part: PlacedChunk): readonly PlacedBlock[] {
  const cached = blocksByPart.get(part);
  if (cached) return cached;
  const { brief, chunk, at: from, first } = part;
  const { text, starts } = brief;
  const placed = chunk.blocks.map((block, index) => {
    const at = starts[first + index]!;
    return { block, text: text.slice(at, at + block.length), at, offset: at - from };
  });
  blocksByPart.set(part, placed);
  return placed;
}

/**
 * Memoizes per chunk what follows from its text and from `keys`, which are compared by identity; only the value for the
 * last keys is kept. Spans of the value must count from the start of the chunk.
 */
export function perChunk<T, K extends readonly unknown[] = []>(
  compute: (part: PlacedChunk, ...keys: K) => T,
): (part: PlacedChunk, ...keys: K) => T {
  const memo = createMemo<Chunk, { keys: K; value: T }>();
  return (part, ...keys) => {
    const before = memo.get(part.chunk);
    if (before && haveSameKeys(keys, before.keys)) return before.value;
    const value = compute(part, ...keys);
    memo.set(part.chunk, { keys, value });
    return value;
  };
}

function matchesAt({ blocks: chunkBlocks }: Chunk, blocks: readonly Block[], first: number): boolean {
  for (let index = 0; index < chunkBlocks.length; index++)
    if (blocks[first + index] !== chunkBlocks[index]) return false;
  return true;
}

function haveSameKeys(keys: readonly unknown[], before: readonly unknown[]): boolean {
  for (let index = 0; index < keys.length; index++) if (!Object.is(keys[index], before[index])) return false;
  return true;
}
