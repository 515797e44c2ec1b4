/** What is at the selection, for the refactorings. */

import { touches } from '../../../base/text/span.ts';
import { isValidTag } from '../../../edits/tags/tagging.ts';
import type { Scope } from '../../../scope/scope.ts';
import type { Block, EntityEntry, Tag } from '../../../syntax/ast.ts';
import { entityTags } from '../../../syntax/brief/block.ts';
import { blockIndexAt } from '../../../syntax/brief/brief.ts';
import { type BriefSyntaxNode, briefNodeAt } from '../../cursor/briefNodeAt.ts';
import type { RefactoringContext } from '../../support/action.ts';

/** The LSP kind of all refactorings in this folder. */
export const REFACTORING_KIND = 'refactor.rewrite';

export interface LocatedBlock {
  readonly block: Block;
  /** Offset of the block in the brief. */
  readonly blockStart: number;
}

/** The block at an offset of the brief; undefined if there is none. */
export function blockAt({ brief }: Pick<RefactoringContext, 'brief'>, offset: number): LocatedBlock | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  return block && { block, blockStart: brief.starts[index]! };
}

/** The node at the start of the selection, if it contains the whole selection. */
export function selectedNode({ brief, selection, scope }: RefactoringContext): BriefSyntaxNode | undefined {
  const node = briefNodeAt(brief, selection.start, scope);
  return node && touches(node.span, selection.end) ? node : undefined;
}

/** The entity tag that contains the selection, with the offset of its block. */
export function selectedTag(context: RefactoringContext): { tag: Tag; blockStart: number } | undefined {
  const located = blockAt(context, context.selection.start);
  if (!located) return undefined;
  const { block, blockStart } = located;
  const tag = entityTags(block).find(
    (tag) => touches(tag, context.selection.start - blockStart) && touches(tag, context.selection.end - blockStart),
  );
  return tag && { tag, blockStart };
}

/** The entity with this id; undefined if it does not exist or a tag cannot refer to it. */
export function taggableEntity(scope: Scope, id: string): EntityEntry | undefined {
  const entry = scope.entities.get(id)?.entry;
  return entry && isValidTag(entry.type.value, id) ? entry : undefined;
}
