/** Mentions in the prose of a brief: names from the registries, and names that the brief itself gives to their entities. */

import { createMemo } from '../base/memo/memory.ts';
import { partitionPoint } from '../base/memo/search.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import type { Chunk, PlacedChunk } from '../syntax/brief/chunks.ts';
import { type BriefNames, briefNamesOf, ownNamesIn } from './briefNames.ts';
import type { Mention, NameFinder } from './nameFinder.ts';
import { registryNamesIn } from './registryNames.ts';

/** The mentions in the blocks of a chunk, and what they depend on. */
interface ChunkMentions {
  readonly finder: NameFinder;
  /** Those of `BriefNames`. */
  readonly search: BriefNames['search'] | undefined;
  readonly key: string;
  /** The number of changes of the brief's own names before the chunk; -1 if there are some in the chunk itself. */
  readonly changesBefore: number;
  readonly mentions: readonly (readonly Mention[])[];
}

/** The mentions in a block: the last result, and what it was put together from. */
interface BlockMentions {
  readonly registryMentions: readonly Mention[];
  readonly own: readonly Mention[];
  readonly all: readonly Mention[];
}

const mentionsByChunk = createMemo<Chunk, ChunkMentions>();
const mentionsByBlock = createMemo<Block, BlockMentions>();
const NO_CHANGES: ReturnType<BriefNames['changes']> = { offsets: [], key: '' };

/**
 * The names in the prose of a block that begins at offset `start` of the brief: not in tags, citations, code and comments.
 * The list is the same object as long as its contents do not change.
 */
export function mentionsIn(brief: Brief, block: Block, start: number, finder: NameFinder): readonly Mention[] {
  const { mentions: registryMentions } = registryNamesIn(brief, block, start, finder);
  const briefNames = briefNamesOf(brief, finder);
  if (!briefNames || start + block.length <= briefNames.from || block.kind === 'front-matter') return registryMentions;
  const { mentions } = ownNamesIn(brief, block, start, finder, briefNames.search);
  const own = mentions.filter((mention) => briefNames.isInForce(mention, brief.text, start));
  if (own.length === 0) return registryMentions;
  const cached = mentionsByBlock.get(block);
  if (cached?.registryMentions === registryMentions && areSame(cached.own, own)) return cached.all;
  const all = [...registryMentions, ...own].sort((a, b) => a.start - b.start);
  mentionsByBlock.set(block, { registryMentions, own, all });
  return all;
}

function areSame(before: readonly Mention[], after: readonly Mention[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ start, end, ids }, index) => {
      const other = before[index]!;
      return start === other.start && end === other.end && ids.length === 1 && ids[0] === other.ids[0];
    })
  );
}

/**
 * The mentions in each block of a chunk. The outer list is the same object as long as no mention changes, so that results
 * can be cached by it.
 */
export function mentionsInChunk(part: PlacedChunk, finder: NameFinder): readonly (readonly Mention[])[] {
  const briefNames = briefNamesOf(part.brief, finder);
  const { offsets, key } = briefNames?.changes() ?? NO_CHANGES;
  const before = partitionPoint(offsets.length, (index) => offsets[index]! <= part.at);
  const { blocks } = part.chunk;
  const last = part.first + blocks.length - 1;
  const hasChanges = before < offsets.length && offsets[before]! < part.brief.starts[last]! + blocks.at(-1)!.length;
  const cached = mentionsByChunk.get(part.chunk);
  // Without changes of its own, a chunk depends only on which names are in force before it.
  if (
    cached &&
    !hasChanges &&
    cached.finder === finder &&
    cached.search === briefNames?.search &&
    cached.key === key &&
    cached.changesBefore === before
  ) {
    return cached.mentions;
  }
  const found = blocks.map((block, index) =>
    mentionsIn(part.brief, block, part.brief.starts[part.first + index]!, finder),
  );
  const isUnchanged = cached?.mentions.every((mentions, index) => mentions === found[index]);
  const mentions = isUnchanged ? cached!.mentions : found;
  mentionsByChunk.set(part.chunk, {
    finder,
    search: briefNames?.search,
    key,
    changesBefore: hasChanges ? -1 : before,
    mentions,
  });
  return mentions;
}
