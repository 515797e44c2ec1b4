import * as l10n from '@vscode/l10n';
import { plural } from '../../../base/text/plural.ts';
import { slice } from '../../../base/text/span.ts';
import { addTag } from '../../../edits/tags/tagging.ts';
import type { Occurrence } from '../../../workspace/occurrences.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { REFACTORING_KIND, selectedNode, selectedTag, taggableEntity } from './at.ts';

/** A title names at most this many spellings. */
const MAX_NAMES = 4;

/**
 * Tags all mentions of the entity at the cursor, in this brief and in all briefs. An ambiguous name is tagged only if
 * the cursor is on one; the title then says which entity is meant.
 */
export function tagAll(context: RefactoringContext): readonly Action[] {
  const node = selectedNode(context);
  const tag = node?.kind === 'tag' ? selectedTag(context)?.tag : undefined;
  const ids = tag ? [tag.id.value] : node?.kind === 'mention' ? node.value.ids : [];
  return ids.flatMap((id) => actionsFor(id, ids.length > 1, context));
}

function actionsFor(id: string, isAmbiguous: boolean, context: RefactoringContext): Action[] {
  const { uri, scope, workspace, selection, isIndexed } = context;
  const entity = taggableEntity(scope, id);
  if (!entity) return [];
  const allMentions = workspace
    .occurrences('entity', id)
    .filter(({ taggableAs }) => taggableAs && (isAmbiguous || taggableAs.length === 1));
  const mentionsHere = allMentions.filter((mention) => mention.uri === uri);
  const name = isAmbiguous ? `${entity.name.value} (${id})` : entity.name.value;
  const createAction = (title: string, mentions: readonly Occurrence[]): Action => ({
    title: title + formatSpellings(mentions, context),
    kind: REFACTORING_KIND,
    changes: mentions.flatMap((mention) => {
      // A brief may define its own entity with this id.
      const localEntity = taggableEntity(workspace.scopeOf(mention.uri), id);
      return localEntity ? addTag(mention.uri, mention.span, localEntity.type.value, id) : [];
    }),
  });
  const files = new Set(allMentions.map((mention) => mention.uri)).size;
  const [onlyMention] = mentionsHere;
  // The mention under the cursor has its own action.
  const isAtOnlyMention =
    mentionsHere.length === 1 && onlyMention!.span.start <= selection.start && selection.end <= onlyMention!.span.end;
  return [
    ...(mentionsHere.length > 0 && !isAtOnlyMention
      ? [createAction(titleForThisBrief(name, mentionsHere.length), mentionsHere)]
      : []),
    // Until all briefs have been read, some mentions would be missed.
    ...(isIndexed && allMentions.length > mentionsHere.length
      ? [createAction(titleForBriefs(files, name, allMentions.length), allMentions)]
      : []),
  ];
}

function titleForThisBrief(name: string, mentions: number): string {
  return plural(mentions, {
    one: l10n.t('Tag the mention of {0} in this brief', name),
    other: l10n.t('Tag all {0} mentions of {1} in this brief', mentions, name),
  });
}

function titleForBriefs(briefs: number, name: string, mentions: number): string {
  if (mentions === 1) return l10n.t('Tag the mention of {0} in 1 brief', name);
  return plural(briefs, {
    one: l10n.t('Tag all {0} mentions of {1} in 1 brief', mentions, name),
    other: l10n.t('Tag all {0} mentions of {1} in {2} briefs', mentions, name, briefs),
  });
}

/** ` (“ISKP”, “IS-K”)`: how the mentions are spelled, as far as the briefs are open. */
function formatSpellings(mentions: readonly Occurrence[], { workspace }: RefactoringContext): string {
  const names = new Set<string>();
  for (const { uri, span } of mentions) {
    const brief = workspace.brief(uri);
    if (brief) names.add(slice(brief.text, span));
  }
  const shown = [...names].slice(0, MAX_NAMES).map((name) => l10n.t('“{0}”', name));
  if (names.size > MAX_NAMES) shown.push('…');
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}
