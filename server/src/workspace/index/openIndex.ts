/**
 * The occurrences in an open brief, by block: after an edit only the edited blocks are searched again, and a query visits only
 * the blocks that contain the symbol.
 */

import { commonEnds } from '../../base/memo/commonEnds.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { shift } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate } from '../../syntax/ast.ts';
import { briefDateOf, frontMatterRegistryOf } from '../../syntax/brief/brief.ts';
import { isSameDate } from '../../syntax/date/calendar.ts';
import { type BlockFacts, factsOfBlock, occurrencesInBrief } from '../briefFacts.ts';
import { type Occurrence, symbolKey } from '../occurrences.ts';

export interface OpenIndex {
  /** All occurrences of a symbol in the brief as it is now, by block, and within a block by kind. */
  occurrencesOf(kind: Occurrence['kind'], id: string, brief: Brief, scope: Scope): Occurrence[];
}

/** The occurrences in a block, relative to its start, and what they were computed from. */
interface BlockOccurrences {
  readonly facts: BlockFacts;
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly occurrences: readonly Occurrence[];
}

export function createOpenIndex(uri: string): OpenIndex {
  const memo = createMemo<Block, BlockOccurrences>();
  let indexed: { readonly brief: Brief; readonly scope: Scope } | undefined;
  let blocks: readonly BlockOccurrences[] = [];
  const blocksBySymbol = new Map<string, Set<BlockOccurrences>>();
  /** Created on request: a query for a symbol that the brief does not contain needs none. */
  let blockIndexes: ReadonlyMap<BlockOccurrences, number> | undefined;

  const occurrencesInBlock = (
    brief: Brief,
    index: number,
    scope: Scope,
    date: CalendarDate | undefined,
  ): BlockOccurrences => {
    const block = brief.blocks[index]!;
    const facts = factsOfBlock(brief, block, brief.starts[index]!, scope.findNames);
    const before = memo.get(block);
    if (before?.facts === facts && before.scope === scope && isSameDate(before.date, date)) return before;
    // Only the first block can be the front matter. It begins at offset 0, so its spans are those of the file.
    const registry = index === 0 ? frontMatterRegistryOf(brief) : undefined;
    const occurrences = occurrencesInBrief(uri, { ...facts, date }, registry, scope);
    const computed = { facts, scope, date, occurrences };
    memo.set(block, computed);
    return computed;
  };
  const removeBlock = (block: BlockOccurrences) => {
    for (const { kind, id } of block.occurrences) {
      const symbol = symbolKey(kind, id);
      const left = blocksBySymbol.get(symbol);
      left?.delete(block);
      if (left?.size === 0) blocksBySymbol.delete(symbol);
    }
  };
  const addBlock = (block: BlockOccurrences) => {
    for (const { kind, id } of block.occurrences)
      getOrInsert(blocksBySymbol, symbolKey(kind, id), () => new Set()).add(block);
  };
  const updateIndex = (brief: Brief, scope: Scope) => {
    if (indexed?.brief === brief && indexed.scope === scope) return;
    const date = briefDateOf(brief)?.value;
    const before = blocks;
    blocks = brief.blocks.map((_, index) => occurrencesInBlock(brief, index, scope, date));
    const { start, tail } = commonEnds(before, blocks);
    for (const block of before.slice(start, before.length - tail)) removeBlock(block);
    for (const block of blocks.slice(start, blocks.length - tail)) addBlock(block);
    blockIndexes = undefined;
    indexed = { brief, scope };
  };

  return {
    occurrencesOf(kind, id, brief, scope) {
      updateIndex(brief, scope);
      const containing = blocksBySymbol.get(symbolKey(kind, id));
      if (!containing) return [];
      blockIndexes ??= new Map(blocks.map((block, index) => [block, index]));
      const inOrder = Array.from(containing, (block) => blockIndexes!.get(block)!).sort((a, b) => a - b);
      return inOrder.flatMap((index) => {
        const at = brief.starts[index]!;
        return blocks[index]!.occurrences.filter((occurrence) => occurrence.kind === kind && occurrence.id === id).map(
          (occurrence) => shiftOccurrence(occurrence, at),
        );
      });
    },
  };
}

function shiftOccurrence(occurrence: Occurrence, at: number): Occurrence {
  const { span, idSpan } = occurrence;
  return { ...occurrence, span: shift(span, at), ...(idSpan && { idSpan: shift(idSpan, at) }) };
}
