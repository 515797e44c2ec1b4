import * as l10n from '@vscode/l10n';
import { slice } from '../../../base/text/span.ts';
import { putTag } from '../../../edits/tags/tagging.ts';
import type { Occurrence } from '../../../workspace/index/occurrences.ts';
import type { Action, ActionPlace } from '../../support/action.ts';
import { KIND, tagAt, taggableEntity, thingAt } from './at.ts';

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
  const { uri, scope, workspace, selection, isIndexed } = place;
  const entity = taggableEntity(scope, id);
  if (!entity) return [];
  const everywhere = workspace
    .occurrences('entity', id)
    .filter(({ taggableAs }) => taggableAs && (several || taggableAs.length === 1));
  const here = everywhere.filter((mention) => mention.uri === uri);
  const name = several ? `${entity.name.value} (${id})` : entity.name.value;
  const offer = (title: string, mentions: readonly Occurrence[]): Action => ({
    title: title + spellings(mentions, place),
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
    ...(here.length > 0 && !isOnly ? [offer(titleHere(name, here.length), here)] : []),
    // Before all briefs have been read some would be missed.
    ...(isIndexed && everywhere.length > here.length
      ? [offer(titleIn(files, name, everywhere.length), everywhere)]
      : []),
  ];
}

function titleHere(name: string, mentions: number): string {
  return mentions === 1
    ? l10n.t('Tag all 1 mention of {0} in this brief', name)
    : l10n.t('Tag all {0} mentions of {1} in this brief', mentions, name);
}

function titleIn(briefs: number, name: string, mentions: number): string {
  if (mentions === 1) return l10n.t('Tag all 1 mention of {0} in 1 brief', name);
  return briefs === 1
    ? l10n.t('Tag all {0} mentions of {1} in 1 brief', mentions, name)
    : l10n.t('Tag all {0} mentions of {1} in {2} briefs', mentions, name, briefs);
}

/** ` (“ISKP”, “IS-K”)`: how the mentions are spelled, as far as the briefs are open. */
function spellings(mentions: readonly Occurrence[], { workspace }: ActionPlace): string {
  const names = new Set<string>();
  for (const { uri, span } of mentions) {
    const brief = workspace.brief(uri);
    if (brief) names.add(slice(brief.text, span));
  }
  const shown = [...names].slice(0, MOST_NAMES).map((name) => l10n.t('“{0}”', name));
  if (names.size > MOST_NAMES) shown.push('…');
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}
