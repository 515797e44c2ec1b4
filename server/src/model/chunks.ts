/**
 * A brief in chunks of blocks. What a rule derives from many blocks is remembered by the chunk, so that a keystroke
 * derives it again for one chunk and puts a few summaries together.
 */

import type { Block } from '../syntax/block.ts';
import type { Brief } from '../syntax/brief.ts';
import { createMemory } from './memory.ts';

/** Blocks that follow each other. The same object in every brief that has these blocks in a row. */
export interface Chunk {
  readonly blocks: readonly Block[];
}

/** A chunk where it stands. */
export interface Part {
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

const MOST_BLOCKS = 64;
/** Smaller chunks are joined with what follows. */
const FEWEST_BLOCKS = 16;

const byFirstBlock = createMemory<Block, Chunk>();
const byBrief = createMemory<Brief, readonly Part[]>();

/** The chunks of a brief. After an edit all but one or two are those of before, wherever they stand now. */
export function chunksOf(brief: Brief): readonly Part[] {
  const known = byBrief.get(brief);
  if (known) return known;
  const { blocks, starts } = brief;
  const parts: Part[] = [];
  for (let first = 0; first < blocks.length; ) {
    const before = byFirstBlock.get(blocks[first]!);
    if (before && isHere(before, blocks, first)) {
      parts.push({ brief, chunk: before, at: starts[first]!, first });
      first += before.blocks.length;
      continue;
    }
    // As far as the next chunk that may be as it was: what is shifted by a new block is not cut anew.
    let end = first + 1;
    while (end < blocks.length && (end - first < FEWEST_BLOCKS || !byFirstBlock.get(blocks[end]!))) end++;
    const pieces = Math.ceil((end - first) / MOST_BLOCKS);
    const size = Math.ceil((end - first) / pieces);
    for (; first < end; first = Math.min(end, first + size)) {
      const chunk: Chunk = { blocks: blocks.slice(first, Math.min(end, first + size)) };
      byFirstBlock.set(blocks[first]!, chunk);
      parts.push({ brief, chunk, at: starts[first]!, first });
    }
  }
  byBrief.set(brief, parts);
  return parts;
}

/** The blocks of a chunk with their texts. */
export function blocksOf({ brief: { text, starts }, chunk, at: from, first }: Part): PlacedBlock[] {
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
  compute: (part: Part, ...keys: K) => T,
): (part: Part, ...keys: K) => T {
  const known = createMemory<Chunk, { keys: K; value: T }>();
  return (part, ...keys) => {
    const before = known.get(part.chunk);
    if (before && keys.every((key, index) => Object.is(key, before.keys[index]))) return before.value;
    const value = compute(part, ...keys);
    known.set(part.chunk, { keys, value });
    return value;
  };
}

function isHere({ blocks: own }: Chunk, blocks: readonly Block[], first: number): boolean {
  for (const [index, block] of own.entries()) if (blocks[first + index] !== block) return false;
  return true;
}
