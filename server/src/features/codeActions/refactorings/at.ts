/** What refactorings ask of the place they are offered at. */

import { touches } from '../../../base/text/span.ts';
import { canBeTagOf } from '../../../edits/tags/tagging.ts';
import type { Scope } from '../../../scope/scope.ts';
import type { Block, EntityEntry, Tag } from '../../../syntax/ast.ts';

import { blockIndexAt } from '../../../syntax/brief/brief.ts';

import { entityTags } from '../../../workspace/index/briefFacts.ts';
import { type Place, placeAt } from '../../cursor/briefNodeAt.ts';
import type { ActionPlace } from '../../support/action.ts';

/** The kind of all refactorings here. */
export const KIND = 'refactor.rewrite';

export interface BlockAt {
  readonly block: Block;
  /** Where it begins in the brief. */
  readonly at: number;
}

/** The block an offset is in. */
export function blockAt({ brief }: Pick<ActionPlace, 'brief'>, offset: number): BlockAt | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  return block && { block, at: brief.starts[index]! };
}

/** What the selection is about: the thing its start touches, when all of the selection lies in it. */
export function thingAt({ brief, selection, scope }: ActionPlace): Place | undefined {
  const place = placeAt(brief, selection.start, scope);
  return place && touches(place.span, selection.end) ? place : undefined;
}

/** The entity tag the selection is in, and where its block begins. */
export function tagAt(place: ActionPlace): { tag: Tag; at: number } | undefined {
  const here = blockAt(place, place.selection.start);
  if (!here) return undefined;
  const { block, at } = here;
  const tag = entityTags(block).find(
    (tag) => touches(tag, place.selection.start - at) && touches(tag, place.selection.end - at),
  );
  return tag && { tag, at };
}

/** The entity of that id, when tags can name it. */
export function taggableEntity(scope: Scope, id: string): EntityEntry | undefined {
  const entry = scope.entities.get(id)?.entry;
  return entry && canBeTagOf(entry.type.value, id) ? entry : undefined;
}
