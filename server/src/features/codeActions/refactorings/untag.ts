import * as l10n from '@vscode/l10n';
import { removeTag } from '../../../edits/tags/tagging.ts';
import { entityTags } from '../../../syntax/brief/block.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { REFACTORING_KIND, selectedTag } from './at.ts';

/** Removes the entity tag at the cursor, or all tags of that entity in this brief. The text stays. */
export function untag(context: RefactoringContext): readonly Action[] {
  const { uri, brief, scope } = context;
  const located = selectedTag(context);
  if (!located) return [];
  const { tag, blockStart } = located;
  const id = tag.id.value;
  const title = l10n.t('Remove the tag of “{0}”, keep the words', tag.surface.value);
  const removeOne: Action = { title, kind: REFACTORING_KIND, changes: removeTag(uri, tag, blockStart) };
  const tags = brief.blocks.flatMap((block, index) =>
    entityTags(block)
      .filter((other) => other.id.value === id)
      .map((tag) => ({ tag, at: brief.starts[index]! })),
  );
  if (tags.length < 2) return [removeOne];
  const name = scope.entities.get(id)?.entry.name.value ?? id;
  const removeAll: Action = {
    title: l10n.t('Remove all {0} tags of {1} in this brief, keep the words', tags.length, name),
    kind: REFACTORING_KIND,
    changes: tags.flatMap(({ tag, at }) => removeTag(uri, tag, at)),
  };
  return [removeOne, removeAll];
}
