import { entityTags } from '../../model/facts.ts';
import { takeTag } from '../../model/tagging.ts';
import type { Action, ActionPlace } from '../action.ts';
import { count, KIND, tagAt } from './at.ts';

/** Takes off the entity tag at the cursor, or all tags of that entity in this brief. The words stay. */
export function untag(place: ActionPlace): readonly Action[] {
  const { uri, brief, scope } = place;
  const here = tagAt(place);
  if (!here) return [];
  const { tag, at } = here;
  const id = tag.id.value;
  const one: Action = { title: 'Remove this tag, keep the words', kind: KIND, changes: takeTag(uri, tag, at) };
  const tags = brief.blocks.flatMap((block, index) =>
    entityTags(block)
      .filter((other) => other.id.value === id)
      .map((tag) => ({ tag, at: brief.starts[index]! })),
  );
  if (tags.length < 2) return [one];
  const name = scope.entities.get(id)?.entry.name.value ?? id;
  const title = `Remove all ${count(tags.length, 'tag')} of ${name} in this brief, keep the words`;
  return [one, { title, kind: KIND, changes: tags.flatMap(({ tag, at }) => takeTag(uri, tag, at)) }];
}
