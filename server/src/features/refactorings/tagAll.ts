import type { Occurrence } from '../../model/occurrences.ts';
import { putTag } from '../../model/tagging.ts';
import { slice } from '../../syntax/span.ts';
import type { Action, ActionPlace } from '../action.ts';
import { count, KIND, tagAt, taggableEntity, thingAt } from './at.ts';

/** A title names at most this many spellings. */
const MOST_NAMES = 4;

/**
 * Tags all mentions of the entity at the cursor, in this brief and in all briefs. A name that several entities bear is
 * tagged only where the cursor is on such a name: then the title says who is meant.
 */
export function tagAll(place: ActionPlace): readonly Action[] {
  const thing = thingAt(place);
  const tag = thing?.kind === 'tag' ? tagAt(place)?.tag : undefined;
  const ids = tag ? [tag.id.value] : thing?.kind === 'mention' ? thing.value.ids : [];
  return ids.flatMap((id) => actionsFor(id, ids.length > 1, place));
}

function actionsFor(id: string, several: boolean, place: ActionPlace): Action[] {
  const { uri, scope, workspace, selection } = place;
  const entity = taggableEntity(scope, id);
  if (!entity) return [];
  const everywhere = workspace
    .occurrences('entity', id)
    .filter(({ taggableAs }) => taggableAs && (several || taggableAs.length === 1));
  const here = everywhere.filter((mention) => mention.uri === uri);
  const name = several ? `${entity.name.value} (${id})` : entity.name.value;
  const offer = (mentions: readonly Occurrence[], where: string): Action => ({
    title: `Tag all ${count(mentions.length, 'mention')} of ${name} in ${where}${spellings(mentions, place)}`,
    kind: KIND,
    changes: mentions.flatMap((mention) => {
      // A brief may define an entity of its own under this id.
      const own = taggableEntity(workspace.scopeOf(mention.uri), id);
      return own ? putTag(mention.uri, mention.span, own.type.value, id) : [];
    }),
  });
  const files = new Set(everywhere.map((mention) => mention.uri)).size;
  const [only] = here;
  // The one name under the cursor has its own action.
  const isOnly = here.length === 1 && only!.span.start <= selection.start && selection.end <= only!.span.end;
  return [
    ...(here.length > 0 && !isOnly ? [offer(here, 'this brief')] : []),
    ...(everywhere.length > here.length ? [offer(everywhere, count(files, 'brief'))] : []),
  ];
}

/** ` (“ISKP”, “IS-K”)`: how the mentions are spelled, as far as the briefs are open. */
function spellings(mentions: readonly Occurrence[], { workspace }: ActionPlace): string {
  const names = new Set<string>();
  for (const { uri, span } of mentions) {
    const brief = workspace.brief(uri);
    if (brief) names.add(slice(brief.text, span));
  }
  const shown = [...names].slice(0, MOST_NAMES).map((name) => `“${name}”`);
  if (names.size > MOST_NAMES) shown.push('…');
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}
