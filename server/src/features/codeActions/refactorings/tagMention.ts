import { shift } from '../../../base/text/span.ts';
import { tagsFor } from '../../../edits/tags/tagging.ts';
import { taggableIn } from '../../../names/taggable.ts';
import type { Action, ActionPlace } from '../../support/action.ts';
import { blockAt, KIND, thingAt } from './at.ts';

/** Tags the name at the cursor: one action for each entity that bears it. */
export function tagMention(place: ActionPlace): readonly Action[] {
  const { uri, brief, scope } = place;
  const mention = thingAt(place);
  const here = mention?.kind === 'mention' && blockAt(place, mention.span.start);
  if (!here || !taggableIn(brief, here.block, here.at)(shift(mention.span, -here.at))) return [];
  return tagsFor(scope, uri, mention.span, mention.value.ids).map((tag) => ({ ...tag, kind: KIND }));
}
