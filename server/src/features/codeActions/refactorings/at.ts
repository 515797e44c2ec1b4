/** What refactorings ask of the place they are offered at. */

import { touches } from '../../../base/text/span.ts';
import { isValidTag } from '../../../edits/tags/tagging.ts';
import type { Scope } from '../../../scope/scope.ts';
import type { Block, EntityEntry, Tag } from '../../../syntax/ast.ts';
import { entityTags } from '../../../syntax/brief/block.ts';
import { blockIndexAt } from '../../../syntax/brief/brief.ts';
import { type BriefSyntaxNode, briefNodeAt } from '../../cursor/briefNodeAt.ts';
import type { RefactoringContext } from '../../support/action.ts';

/** The kind of all refactorings here. */
export const REFACTORING_KIND = 'refactor.rewrite';

export interface LocatedBlock {
  readonly block: Block;
  /** Where it begins in the brief. */
  readonly blockStart: number;
}

/** The block an offset is in. */
export function blockAt({ brief }: Pick<RefactoringContext, 'brief'>, offset: number): LocatedBlock | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  return block && { block, blockStart: brief.starts[index]! };
}

/** What the selection is about: the thing its start touches, when all of the selection lies in it. */
export function selectedNode({ brief, selection, scope }: RefactoringContext): BriefSyntaxNode | undefined {
  const node = briefNodeAt(brief, selection.start, scope);
  return node && touches(node.span, selection.end) ? node : undefined;
}

/** The entity tag the selection is in, and where its block begins. */
export function selectedTag(context: RefactoringContext): { tag: Tag; at: number } | undefined {
  const located = blockAt(context, context.selection.start);
  if (!located) return undefined;
  const { block, blockStart } = located;
  const tag = entityTags(block).find(
    (tag) => touches(tag, context.selection.start - blockStart) && touches(tag, context.selection.end - blockStart),
  );
  return tag && { tag, at: blockStart };
}

/** The entity of that id, when tags can name it. */
export function taggableEntity(scope: Scope, id: string): EntityEntry | undefined {
  const entry = scope.entities.get(id)?.entry;
  return entry && isValidTag(entry.type.value, id) ? entry : undefined;
}
