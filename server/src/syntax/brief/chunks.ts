/**
 * A brief in chunks of blocks. What a rule derives from many blocks is remembered by the chunk, so that a keystroke
 * derives it again for one chunk and puts a few summaries together.
 */

import { sharedEnds } from '../../base/memo/commonEnds.ts';
import { createMemory } from '../../base/memo/memory.ts';
import type { Block, Brief } from '../ast.ts';

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
    if (before && isSame(keys, before.keys)) return before.value;
    const value = compute(part, ...keys);
    known.set(part.chunk, { keys, value });
    return value;
  };
}

/**
 * Adds up what the chunks of a brief say, each of which remembers it. After an edit only what came and what went is counted:
 * `count` adds what a chunk says to the sum, or takes it away. The sum holds until the next one is asked for.
 */
export function sumOfChunks<T, S, K extends readonly unknown[] = []>(
  say: (part: Part, ...keys: K) => T,
  create: () => S,
  count: (sum: S, said: T, by: 1 | -1) => void,
): (brief: Brief, ...keys: K) => S {
  // An edit that leaves neither the first chunk nor the last as it was leaves little to remember.
  const known = createMemory<Chunk, { said: readonly T[]; readonly sum: S }>();
  return (brief, ...keys) => {
    const parts = chunksOf(brief);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return create();
    const here = known.get(first.chunk) ?? known.get(last.chunk) ?? { said: [], sum: create() };
    const { said: before, sum } = here;
    const said = parts.map((part) => say(part, ...keys));
    const { start, tail } = sharedEnds(before, said);
    for (let at = start; at < before.length - tail; at++) count(sum, before[at]!, -1);
    for (let at = start; at < said.length - tail; at++) count(sum, said[at]!, 1);
    here.said = said;
    known.set(first.chunk, here);
    known.set(last.chunk, here);
    return sum;
  };
}

function isHere({ blocks: own }: Chunk, blocks: readonly Block[], first: number): boolean {
  for (let index = 0; index < own.length; index++) if (blocks[first + index] !== own[index]) return false;
  return true;
}

function isSame(keys: readonly unknown[], before: readonly unknown[]): boolean {
  for (let index = 0; index < keys.length; index++) if (!Object.is(keys[index], before[index])) return false;
  return true;
}
