/**
 * A brief in chunks of blocks. What a rule derives from many blocks is remembered by the chunk, so that a keystroke
 * derives it again for one chunk and puts a few summaries together.
 */

import { createMemo } from '../../base/memo/memory.ts';
import type { Block, Brief } from '../ast.ts';

/** Blocks that follow each other. The same object in every brief that has these blocks in a row. */
export interface Chunk {
  readonly blocks: readonly Block[];
}

/** A chunk where it stands. */
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
  /** Where it begins in the chunk: what is remembered by the chunk counts from there. */
  readonly offset: number;
}

const MAX_BLOCKS = 64;
/** Smaller chunks are joined with what follows. */
const MIN_BLOCKS = 16;

const chunkByFirstBlock = createMemo<Block, Chunk>();
const chunksByBrief = createMemo<Brief, readonly PlacedChunk[]>();

/** The chunks of a brief. After an edit all but one or two are those of before, wherever they stand now. */
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
    // As far as the next chunk that may be as it was: what is shifted by a new block is not cut anew.
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

/** The blocks of a chunk with their texts. */
export function blocksOf({ brief: { text, starts }, chunk, at: from, first }: PlacedChunk): PlacedBlock[] {
  return chunk.blocks.map((block, index) => {
    const at = starts[first + index]!;
    return { block, text: text.slice(at, at + block.length), at, offset: at - from };
  });
}

/**
 * Remembers by the chunk what follows from its text and from `keys`, of which the last are remembered; they are
 * compared by identity. Places count from the start of the chunk.
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
