import * as l10n from '@vscode/l10n';
import { takeTag } from '../../../edits/tags/tagging.ts';
import { entityTags } from '../../../workspace/index/briefFacts.ts';
import type { Action, ActionPlace } from '../../support/action.ts';
import { KIND, tagAt } from './at.ts';

/** Takes off the entity tag at the cursor, or all tags of that entity in this brief. The words stay. */
export function untag(place: ActionPlace): readonly Action[] {
  const { uri, brief, scope } = place;
  const here = tagAt(place);
  if (!here) return [];
  const { tag, at } = here;
  const id = tag.id.value;
  const title = l10n.t('Remove this tag, keep the words');
  const one: Action = { title, kind: KIND, changes: takeTag(uri, tag, at) };
  const tags = brief.blocks.flatMap((block, index) =>
    entityTags(block)
      .filter((other) => other.id.value === id)
      .map((tag) => ({ tag, at: brief.starts[index]! })),
  );
  if (tags.length < 2) return [one];
  const name = scope.entities.get(id)?.entry.name.value ?? id;
  const all: Action = {
    title: l10n.t('Remove all {0} tags of {1} in this brief, keep the words', tags.length, name),
    kind: KIND,
    changes: tags.flatMap(({ tag, at }) => takeTag(uri, tag, at)),
  };
  return [one, all];
}
