import { shift, slice } from '../../../base/text/span.ts';
import { tagChoices } from '../../../edits/tags/tagging.ts';
import { createTaggableCheck } from '../../../names/taggable.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, REFACTORING_KIND, selectedNode } from './at.ts';

/** Tags the name at the cursor: one action per entity with this name. */
export function tagMention(context: RefactoringContext): readonly Action[] {
  const { uri, brief, scope } = context;
  const node = selectedNode(context);
  const located = node?.kind === 'mention' && blockAt(context, node.span.start);
  if (!located || !createTaggableCheck(brief, located.block, located.blockStart)(shift(node.span, -located.blockStart)))
    return [];
  return tagChoices(scope, uri, node.span, slice(brief.text, node.span), node.value.ids).map((tag) => ({
    ...tag,
    kind: REFACTORING_KIND,
  }));
}
