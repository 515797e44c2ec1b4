import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../../base/text/span.ts';
import type { Change } from '../../../edits/change.ts';
import { takeTag } from '../../../edits/tags/tagging.ts';
import { resolve } from '../../../scope/resolveCitation.ts';
import type { Citation, Tag } from '../../../syntax/ast.ts';
import { dateOf } from '../../../syntax/brief/brief.ts';
import { isValidId } from '../../../syntax/brief/inlines.ts';

import type { Action, ActionPlace } from '../../support/action.ts';
import { type BlockAt, blockAt, KIND, thingAt } from './at.ts';

/** Binds the citation at the cursor to the entry it means, with a source tag; takes the source tag off again. */
export function bindCitation(place: ActionPlace): readonly Action[] {
  const thing = thingAt(place);
  const here = thing?.kind === 'citation' && blockAt(place, thing.span.start);
  if (!here) return [];
  const citation = thing.value;
  if (citation.form === 'tag') {
    const tag = here.block.atoms.find(
      (atom): atom is Tag => atom.kind === 'tag' && atom.id.span.start === citation.id?.span.start,
    );
    const changes = tag && takeTag(place.uri, tag, here.at);
    return changes ? [{ title: l10n.t('Remove the source tag, keep the words'), kind: KIND, changes }] : [];
  }
  const { status, entries } = resolve(citation, place.scope, dateOf(place.brief)?.value);
  const [only] = entries;
  if (citation.form !== 'plain' || status !== 'resolved' || entries.length !== 1) return [];
  const { id, title } = only!.entry;
  const changes = bind(place, here, citation, id.value);
  const offer = title ? l10n.t('Bind to {0}: {1}', id.value, title) : l10n.t('Bind to {0}', id.value);
  return changes ? [{ title: offer, kind: KIND, changes }] : [];
}

/**
 * The changes that make the source of a citation in words a source tag of that id; undefined where its words cannot be
 * a surface, or stand in another item.
 */
export function bind(
  { uri, brief }: Pick<ActionPlace, 'uri' | 'brief'>,
  { block, at }: BlockAt,
  { source, span }: Citation,
  id: string,
): Change[] | undefined {
  if (!source || !isValidId(id) || source.start < span.start || source.end > span.end) return undefined;
  const inside = block.atoms.filter((atom) => atom.start < source.end && source.start < atom.end);
  const [tag] = inside;
  if (tag?.kind === 'tag' && inside.length === 1 && tag.start === source.start && tag.end === source.end) {
    // Tags do not nest: the tag of the outlet gives way to the tag of the report.
    const target = { start: tag.type.span.start, end: tag.id.span.end };
    return [{ uri, span: shift(target, at), text: `src:${id}` }];
  }
  // A short form in parentheses may stand in a surface, a place in brackets may not.
  const words: Span = { start: source.start, end: source.short ? source.short.end + 1 : source.end };
  if (inside.length > 0 || /[[\]\\\r\n]/.test(slice(brief.text, shift(words, at)))) return undefined;
  return [
    { uri, span: { start: at + words.start, end: at + words.start }, text: '[' },
    { uri, span: { start: at + words.end, end: at + words.end }, text: `](src:${id})` },
  ];
}
