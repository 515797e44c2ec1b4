import { putTag, taggableIn } from '../../model/tagging.ts';
import { shift } from '../../syntax/span.ts';
import type { Action, ActionPlace } from '../action.ts';
import { blockAt, KIND, taggableEntity, thingAt } from './at.ts';

/** Tags the name at the cursor: one action for each entity that bears it. */
export function tagMention(place: ActionPlace): readonly Action[] {
  const { uri, brief, scope } = place;
  const mention = thingAt(place);
  const here = mention?.kind === 'mention' && blockAt(place, mention.span.start);
  if (!here || !taggableIn(brief, here.block, here.at)(shift(mention.span, -here.at))) return [];
  return mention.value.ids.flatMap((id): Action[] => {
    const entity = taggableEntity(scope, id);
    if (!entity) return [];
    const type = entity.type.value;
    const which = mention.value.ids.length > 1 ? ` (${id})` : '';
    const title = `Tag as ${type}: ${entity.name.value}${which}`;
    return [{ title, kind: KIND, changes: putTag(uri, mention.span, type, id) }];
  });
}
