/**
 * The citation records of a brief: the one way to walk all its citations, whatever their form.
 *
 * Forms that depend on more than their block (note lists, author–date) belong before this step: a block holds candidates,
 * which follow from its own text; `readBrief` and `updateBrief` fold the candidates of all blocks into one outcome; a
 * block whose outcome changed gives way to one with other `citations`. All other blocks stay the same objects, so that
 * what is memoized by block or chunk, here and elsewhere, stays valid.
 */

import { createMemo } from '../../base/memo/memory.ts';
import type { Brief, Citation, Placed } from '../ast.ts';
import { type Chunk, chunksOf, type PlacedChunk, perChunk } from './chunks.ts';
import { ignoredCodes } from './ignoredRules.ts';

/** A citation with the start of its block in the file. `ignored`: the rules that a comment silences for its block. */
export interface PlacedCitation extends Placed<Citation> {
  readonly ignored?: ReadonlySet<string>;
}

/** A citation of a chunk: `at` counts from the start of the chunk. */
export interface ChunkCitation extends Placed<Citation> {
  /** The index of its block in the chunk. */
  readonly blockIndex: number;
}

/** The citations of a chunk in order of position. */
export const recordsOfChunk = perChunk(({ brief: { starts }, chunk, at, first }): readonly ChunkCitation[] =>
  chunk.blocks.flatMap(({ citations }, blockIndex) => {
    const offset = starts[first + blockIndex]! - at;
    return citations.map((value) => ({ at: offset, value, blockIndex }));
  }),
);

const recordsByBrief = createMemo<Brief, readonly PlacedCitation[]>();
const placedByChunk = createMemo<Chunk, { readonly at: number; readonly records: readonly PlacedCitation[] }>();

/** All citations of a brief in order of position. After an edit only those of chunks that changed or moved are placed again. */
export function recordsOf(brief: Brief): readonly PlacedCitation[] {
  const cached = recordsByBrief.get(brief);
  if (cached) return cached;
  const { blockCodes } = ignoredCodes(brief);
  const records = chunksOf(brief).flatMap((part) =>
    blockCodes.size > 0 ? placeRecords(part, blockCodes) : placeRecordsCached(part),
  );
  recordsByBrief.set(brief, records);
  return records;
}

function placeRecordsCached(part: PlacedChunk): readonly PlacedCitation[] {
  const cached = placedByChunk.get(part.chunk);
  if (cached?.at === part.at) return cached.records;
  const records = placeRecords(part, new Map());
  placedByChunk.set(part.chunk, { at: part.at, records });
  return records;
}

function placeRecords(
  part: PlacedChunk,
  blockCodes: ReadonlyMap<number, ReadonlySet<string>>,
): readonly PlacedCitation[] {
  return recordsOfChunk(part).map(({ at, value, blockIndex }) => {
    const ignored = blockCodes.get(part.first + blockIndex);
    return { at: part.at + at, value, ...(ignored && { ignored }) };
  });
}
