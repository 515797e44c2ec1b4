import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { slugify, uniqueId } from '../../edits/registry/newEntries.ts';
import { addTag } from '../../edits/tags/tagging.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { taggableEntity } from '../codeActions/refactorings/at.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isRange, isString, optional } from './argument.ts';
import { createBriefCommand, type OpenBrief, spanOf } from './command.ts';

/** Tags the selection as an entity of the registries; without an id, only checks whether it can be tagged. */
export const tagSelection = createBriefCommand(
  'briefmark.server.tagSelection',
  { uri: isString, range: isRange, id: optional(isString) },
  (params, openBrief) => {
    const { uri, brief, scope, document, context } = openBrief;
    const span = taggableSpan(spanOf(params, document), openBrief);
    const surface = slice(brief.text, span);
    const entity = params.id === undefined ? undefined : taggableEntity(scope, params.id);
    if (params.id !== undefined && !entity)
      refuse(l10n.t('No entity “{0}” that a tag can name is in the registry.', params.id));
    const changes = entity ? addTag(uri, span, entity.type.value, entity.id.value) : [];
    return {
      version: document.version,
      edit: toWorkspaceEdit(changes, context),
      text: surface,
      suggestedId: uniqueId(slugify(surface, 'entity'), (id) => scope.entities.has(id)),
    };
  },
);

/** The selection without surrounding whitespace. Refuses if it cannot be tagged. */
export function taggableSpan(selection: Span, { brief }: OpenBrief): Span {
  const text = slice(brief.text, selection);
  if (text.trim() === '') refuse(l10n.t('Select the words to tag first.'));
  const start = selection.start + text.length - text.trimStart().length;
  const span = { start, end: start + text.trim().length };
  const index = blockIndexAt(brief, start);
  const blockStart = brief.starts[index] ?? 0;
  const block = brief.blocks[index];
  if (block && createTaggableCheck(brief, block, blockStart)(shift(span, -blockStart))) return span;
  refuse(
    l10n.t(
      'These words cannot be tagged: a tag holds plain words of one line, without brackets, and stands in no other tag, link, citation, comment or code.',
    ),
  );
}
