/**
 * What an open brief says of things, by block: after an edit only what the edit touched is looked at again, and an
 * answer looks only at the blocks that hold the thing.
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
  /** All places of one thing in the brief as it is now, by block, in a block in order of kind. */
  occurrencesOf(kind: Occurrence['kind'], id: string, brief: Brief, scope: Scope): Occurrence[];
}

/** The places in a block, counted from its start, and what they were found with. */
interface BlockOccurrences {
  readonly facts: BlockFacts;
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly places: readonly Occurrence[];
}

export function createOpenIndex(uri: string): OpenIndex {
  const memo = createMemo<Block, BlockOccurrences>();
  let indexed: { readonly brief: Brief; readonly scope: Scope } | undefined;
  let blocks: readonly BlockOccurrences[] = [];
  const blocksBySymbol = new Map<string, Set<BlockOccurrences>>();
  /** Made when asked for: a question about what the brief does not hold needs none. */
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
    // Only the first block has a front matter, and it begins where the brief does.
    const registry = index === 0 ? frontMatterRegistryOf(brief) : undefined;
    const found = { facts, scope, date, places: occurrencesInBrief(uri, { ...facts, date }, registry, scope) };
    memo.set(block, found);
    return found;
  };
  const removeBlock = (gone: BlockOccurrences) => {
    for (const { kind, id } of gone.places) {
      const target = symbolKey(kind, id);
      const left = blocksBySymbol.get(target);
      left?.delete(gone);
      if (left?.size === 0) blocksBySymbol.delete(target);
    }
  };
  const addBlock = (come: BlockOccurrences) => {
    for (const { kind, id } of come.places) getOrInsert(blocksBySymbol, symbolKey(kind, id), () => new Set()).add(come);
  };
  const updateIndex = (brief: Brief, scope: Scope) => {
    if (indexed?.brief === brief && indexed.scope === scope) return;
    const date = briefDateOf(brief)?.value;
    const before = blocks;
    blocks = brief.blocks.map((_, index) => occurrencesInBlock(brief, index, scope, date));
    const { start, tail } = commonEnds(before, blocks);
    for (const gone of before.slice(start, before.length - tail)) removeBlock(gone);
    for (const come of blocks.slice(start, blocks.length - tail)) addBlock(come);
    blockIndexes = undefined;
    indexed = { brief, scope };
  };

  return {
    occurrencesOf(kind, id, brief, scope) {
      updateIndex(brief, scope);
      const holding = blocksBySymbol.get(symbolKey(kind, id));
      if (!holding) return [];
      blockIndexes ??= new Map(blocks.map((block, index) => [block, index]));
      const inOrder = Array.from(holding, (block) => blockIndexes!.get(block)!).sort((a, b) => a - b);
      return inOrder.flatMap((index) => {
        const at = brief.starts[index]!;
        const ofIt = blocks[index]!.places.filter((place) => place.kind === kind && place.id === id);
        return ofIt.map((place) => shiftOccurrence(place, at));
      });
    },
  };
}

function shiftOccurrence(occurrence: Occurrence, at: number): Occurrence {
  const { span, idSpan } = occurrence;
  return { ...occurrence, span: shift(span, at), ...(idSpan && { idSpan: shift(idSpan, at) }) };
}
