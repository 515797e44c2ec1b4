/**
 * What an open brief says of things, by block: after an edit only what the edit touched is looked at again, and an
 * answer looks only at the blocks that hold the thing.
 */

import { sharedEnds } from '../../base/memo/commonEnds.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemory } from '../../base/memo/memory.ts';
import { shift } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate } from '../../syntax/ast.ts';

import { dateOf } from '../../syntax/brief/brief.ts';
import { sameDate } from '../../syntax/date/calendar.ts';

import { type BlockFacts, factsOfBlock, inlineRegistry, occurrencesInBrief } from './briefFacts.ts';
import { type Occurrence, targetOf } from './occurrences.ts';

export interface OpenPlaces {
  /** All places of one thing in the brief as it is now, by block, in a block in order of kind. */
  of(kind: Occurrence['kind'], id: string, brief: Brief, scope: Scope): Occurrence[];
}

/** The places in a block, counted from its start, and what they were found with. */
interface BlockPlaces {
  readonly facts: BlockFacts;
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly places: readonly Occurrence[];
}

export function createOpenPlaces(uri: string): OpenPlaces {
  const known = createMemory<Block, BlockPlaces>();
  let seen: { readonly brief: Brief; readonly scope: Scope } | undefined;
  let blocks: readonly BlockPlaces[] = [];
  const holders = new Map<string, Set<BlockPlaces>>();
  /** Made when asked for: a question about what the brief does not hold needs none. */
  let indexes: ReadonlyMap<BlockPlaces, number> | undefined;

  const placesIn = (brief: Brief, index: number, scope: Scope, date: CalendarDate | undefined): BlockPlaces => {
    const block = brief.blocks[index]!;
    const facts = factsOfBlock(brief, block, brief.starts[index]!, scope.findNames);
    const before = known.get(block);
    if (before?.facts === facts && before.scope === scope && sameDate(before.date, date)) return before;
    // Only the first block has a front matter, and it begins where the brief does.
    const registry = index === 0 ? inlineRegistry(brief) : undefined;
    const found = { facts, scope, date, places: occurrencesInBrief(uri, { ...facts, date }, registry, scope) };
    known.set(block, found);
    return found;
  };
  const forget = (gone: BlockPlaces) => {
    for (const { kind, id } of gone.places) {
      const target = targetOf(kind, id);
      const left = holders.get(target);
      left?.delete(gone);
      if (left?.size === 0) holders.delete(target);
    }
  };
  const takeIn = (come: BlockPlaces) => {
    for (const { kind, id } of come.places) getOrInsert(holders, targetOf(kind, id), () => new Set()).add(come);
  };
  const lookAt = (brief: Brief, scope: Scope) => {
    if (seen?.brief === brief && seen.scope === scope) return;
    const date = dateOf(brief)?.value;
    const before = blocks;
    blocks = brief.blocks.map((_, index) => placesIn(brief, index, scope, date));
    const { start, tail } = sharedEnds(before, blocks);
    for (const gone of before.slice(start, before.length - tail)) forget(gone);
    for (const come of blocks.slice(start, blocks.length - tail)) takeIn(come);
    indexes = undefined;
    seen = { brief, scope };
  };

  return {
    of(kind, id, brief, scope) {
      lookAt(brief, scope);
      const holding = holders.get(targetOf(kind, id));
      if (!holding) return [];
      indexes ??= new Map(blocks.map((block, index) => [block, index]));
      const inOrder = Array.from(holding, (block) => indexes!.get(block)!).sort((a, b) => a - b);
      return inOrder.flatMap((index) => {
        const at = brief.starts[index]!;
        const ofIt = blocks[index]!.places.filter((place) => place.kind === kind && place.id === id);
        return ofIt.map((place) => movedBy(place, at));
      });
    },
  };
}

function movedBy(place: Occurrence, at: number): Occurrence {
  const { span, idSpan } = place;
  return { ...place, span: shift(span, at), ...(idSpan && { idSpan: shift(idSpan, at) }) };
}
