/** The acronyms that a brief introduces for entities of registries: candidates per block, one fold over them per brief. */

import { createMemo } from '../base/memo/memory.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { chunksOf, perChunk } from '../syntax/brief/chunks.ts';
import { type AcronymDefinition, acronymDefinitionsIn, entityOfDefinition } from './acronymDefinitions.ts';
import type { NameFinder } from './nameFinder.ts';
import { registryNamesIn } from './registryNames.ts';

/** An acronym that a brief defines for an entity. After its definition it is a name. */
export interface BriefAcronym {
  readonly acronym: string;
  readonly id: string;
  readonly definition: AcronymDefinition;
  /** The offset of the block with the definition. */
  readonly at: number;
}

const acronymsByBlock = createMemo<Block, { finder: NameFinder; bound: readonly Omit<BriefAcronym, 'at'>[] }>();
const NO_ACRONYMS: readonly Omit<BriefAcronym, 'at'>[] = [];

/** By the acronym; not those that the brief defines for two entities. */
export function definedAcronyms(brief: Brief, finder: NameFinder): Map<string, BriefAcronym> {
  const byAcronym = new Map<string, BriefAcronym>();
  const ambiguous = new Set<string>();
  for (const part of chunksOf(brief)) {
    for (const { offset, ...one } of acronymsInChunk(part, finder)) {
      const first = byAcronym.get(one.acronym);
      if (!first) byAcronym.set(one.acronym, { ...one, at: part.at + offset });
      else if (first.id !== one.id) ambiguous.add(one.acronym);
    }
  }
  for (const acronym of ambiguous) byAcronym.delete(acronym);
  return byAcronym;
}

/** The acronyms that the blocks of a chunk define, and the offsets of these definitions' blocks in the chunk. */
export const acronymsInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder) =>
  chunk.blocks.flatMap((block, index) => {
    const at = brief.starts[first + index]!;
    return acronymsInBlock(brief, block, at, finder).map((one) => ({ ...one, offset: at - from }));
  }),
);

function acronymsInBlock(
  brief: Brief,
  block: Block,
  at: number,
  finder: NameFinder,
): readonly Omit<BriefAcronym, 'at'>[] {
  if (!block.groups.some(({ kind }) => kind === 'acronym')) return NO_ACRONYMS;
  const cached = acronymsByBlock.get(block);
  if (cached?.finder === finder) return cached.bound;
  const text = brief.text.slice(at, at + block.length);
  const { mentions } = registryNamesIn(brief, block, at, finder);
  const mentionsByEnd = new Map(mentions.map((mention) => [mention.end, mention]));
  const acronyms = acronymDefinitionsIn(block, text).flatMap((definition) => {
    const id = entityOfDefinition(definition, text, mentionsByEnd, finder);
    return id === undefined ? [] : [{ acronym: definition.acronym.value, id, definition }];
  });
  acronymsByBlock.set(block, { finder, bound: acronyms });
  return acronyms;
}
