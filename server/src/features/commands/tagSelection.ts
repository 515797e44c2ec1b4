import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { slugify, uniqueId } from '../../edits/registry/newEntries.ts';
import { addTag } from '../../edits/tags/tagging.ts';
import { createTaggableCheck } from '../../names/taggable.ts';
import { foldName, type Scope } from '../../scope/scope.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { taggableEntity } from '../codeActions/refactorings/at.ts';
import { briefNodeAt } from '../cursor/briefNodeAt.ts';
import { toRange } from '../feature.ts';
import { suggestionAt } from '../support/annotationCandidates.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isRange, isString, optional } from './argument.ts';
import { createBriefCommand, type OpenBrief, spanOf } from './command.ts';

/** Tags the selection, or the name at the cursor; without an id only if that names exactly one entity. */
export const tagSelection = createBriefCommand(
  'briefmark.server.tagSelection',
  { uri: isString, range: isRange, id: optional(isString) },
  async (params, openBrief) => {
    const { uri, brief, scope, document, context } = openBrief;
    const selection = spanOf(params, document);
    const mention = selection.start === selection.end ? await nameAt(selection.start, openBrief) : undefined;
    const span = taggableSpan(mention ?? selection, openBrief);
    const surface = slice(brief.text, span);
    const named = mentionAt(span, openBrief)?.ids.filter((id) => taggableEntity(scope, id)) ?? [];
    const id = params.id ?? (named.length === 1 ? named[0] : undefined);
    const entity = id === undefined ? undefined : taggableEntity(scope, id);
    if (params.id !== undefined && !entity)
      refuse(l10n.t('No entity “{0}” that a tag can name is in the registry.', params.id));
    const changes = entity ? addTag(uri, span, entity.type.value, entity.id.value) : [];
    return {
      version: document.version,
      edit: toWorkspaceEdit(changes, context),
      range: toRange(document, span),
      text: surface,
      named,
      ...(!entity && { proposal: await proposalFor(span, openBrief) }),
    };
  },
);

/** The name at an offset: one that the registries know, else one that looks like a name. */
async function nameAt(offset: number, openBrief: OpenBrief): Promise<Span | undefined> {
  const at = { start: offset, end: offset };
  const { uri, brief, scope } = openBrief;
  return mentionAt(at, openBrief)?.span ?? (await suggestionAt(uri, brief, scope, at))?.span;
}

/** The mention of a registered name that a span is, or lies in if it is empty. */
function mentionAt(span: Span, { brief, scope }: OpenBrief): { span: Span; ids: readonly string[] } | undefined {
  const node = briefNodeAt(brief, span.start, scope);
  if (node?.kind !== 'mention') return undefined;
  const isWhole = node.span.start === span.start && node.span.end === span.end;
  return isWhole || span.start === span.end ? { span: node.span, ids: node.value.ids } : undefined;
}

/** The entity that a span would name if no registry has it: its full name and type as the brief shows them. */
async function proposalFor(span: Span, { uri, brief, scope }: OpenBrief) {
  const surface = slice(brief.text, span);
  const { suggestion } = (await suggestionAt(uri, brief, scope, span)) ?? {};
  const name = suggestion?.name ?? surface;
  const aliases = [...(suggestion?.aliases ?? []), surface].filter((alias) => alias !== name && isNew(alias, scope));
  return {
    id: uniqueId(slugify(name, 'entity'), (id) => scope.entities.has(id)),
    type: suggestion?.type ?? 'org',
    name,
    ...(aliases.length > 0 && { aliases: [...new Set(aliases)] }),
    reason: suggestion?.reason ?? '',
  };
}

/** Whether no entity has the name yet. */
function isNew(name: string, { entitiesByName }: Scope): boolean {
  return (entitiesByName.get(foldName(name)) ?? []).length === 0;
}

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
      'These words cannot be tagged. Select plain words on one line, without brackets, outside tags, links, citations, comments and code.',
    ),
  );
}
