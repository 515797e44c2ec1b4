import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../../base/text/span.ts';
import { isValidId } from '../../../base/text/validId.ts';
import type { Change } from '../../../edits/change.ts';
import { removeTag } from '../../../edits/tags/tagging.ts';
import { sourceLabel } from '../../../rules/engine/sourceLabels.ts';
import { resolveCitation } from '../../../scope/resolveCitation.ts';
import type { Citation, Tag } from '../../../syntax/ast.ts';
import { briefDateOf } from '../../../syntax/brief/brief.ts';

import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, type LocatedBlock, REFACTORING_KIND, selectedNode } from './at.ts';

/** Binds the citation at the cursor to the entry it resolves to, with a source tag; or removes its source tag. */
export function bindCitation(context: RefactoringContext): readonly Action[] {
  const node = selectedNode(context);
  const located = node?.kind === 'citation' && blockAt(context, node.span.start);
  if (!located) return [];
  const citation = node.value;
  if (citation.id) {
    const { start } = citation.id.span;
    const tag = located.block.atoms.find((atom): atom is Tag => atom.kind === 'tag' && atom.id.span.start === start);
    const changes = tag && removeTag(context.uri, tag, located.blockStart);
    return changes
      ? [
          {
            title: l10n.t('Remove the tag of “{0}”, keep the words', tag?.surface.value ?? ''),
            kind: REFACTORING_KIND,
            changes,
          },
        ]
      : [];
  }
  const { status, entries } = resolveCitation(citation, context.scope, briefDateOf(context.brief)?.value);
  const [match] = entries;
  if (status !== 'resolved' || entries.length !== 1) return [];
  const { id } = match!.entry;
  const changes = bindToSource(context, located, citation, id.value);
  const title = l10n.t('Tag “{0}” as {1}', citation.source?.name ?? '', sourceLabel(match!.entry));
  return changes ? [{ title, kind: REFACTORING_KIND, changes }] : [];
}

/**
 * The changes that turn the source of a plain citation into a source tag with this id; undefined if its text cannot be
 * the surface of a tag or belongs to another item.
 */
function bindToSource(
  { uri, brief }: Pick<RefactoringContext, 'uri' | 'brief'>,
  { block, blockStart }: LocatedBlock,
  { source, span }: Citation,
  id: string,
): Change[] | undefined {
  if (!source || !isValidId(id) || source.start < span.start || source.end > span.end) return undefined;
  const overlapping = block.atoms.filter((atom) => atom.start < source.end && source.start < atom.end);
  const [tag] = overlapping;
  if (tag?.kind === 'tag' && overlapping.length === 1 && tag.start === source.start && tag.end === source.end) {
    // Tags do not nest, so the tag of the report replaces the tag of the outlet.
    const target = { start: tag.type.span.start, end: tag.id.span.end };
    return [{ uri, span: shift(target, blockStart), text: `src:${id}` }];
  }
  // A surface may contain a short form in parentheses, but not a place in brackets.
  const surface: Span = { start: source.start, end: source.abbreviation ? source.abbreviation.end + 1 : source.end };
  if (overlapping.length > 0 || /[[\]\\\r\n]/.test(slice(brief.text, shift(surface, blockStart)))) return undefined;
  return [
    { uri, span: { start: blockStart + surface.start, end: blockStart + surface.start }, text: '[' },
    { uri, span: { start: blockStart + surface.end, end: blockStart + surface.end }, text: `](src:${id})` },
  ];
}
