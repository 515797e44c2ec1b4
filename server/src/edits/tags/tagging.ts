/** Adds and removes tags. See docs/format.md, section 1. */

import * as l10n from '@vscode/l10n';
import { type Span, shift } from '../../base/text/span.ts';
import { isValidId } from '../../base/text/validId.ts';
import type { Scope } from '../../scope/scope.ts';
import { SOURCE_TYPE, type Tag } from '../../syntax/ast.ts';
import { readInlines } from '../../syntax/brief/inlines.ts';
import { NOTHING_KNOWN } from '../../syntax/knownNames.ts';
import type { Change } from '../change.ts';

/** Whether `[…](type:id)` parses as the tag of an entity, which it does not for invalid types and ids. */
export function isValidTag(type: string, id: string): boolean {
  const [tag] = readInlines(`[x](${type}:${id})`, NOTHING_KNOWN).atoms;
  return tag?.kind === 'tag' && tag.type.value === type && type !== SOURCE_TYPE && tag.id.value === id && isValidId(id);
}

/** The changes that tag a span of a file; the words themselves do not change. */
export function addTag(uri: string, { start, end }: Span, type: string, id: string): Change[] {
  return [
    { uri, span: { start, end: start }, text: '[' },
    { uri, span: { start: end, end }, text: `](${type}:${id})` },
  ];
}

/**
 * The ways to tag a span of a file, whose text is `surface`: one per entity that a tag can refer to. With several, the titles include the ids.
 */
export function tagChoices(
  { entities }: Pick<Scope, 'entities'>,
  uri: string,
  span: Span,
  surface: string,
  ids: readonly string[],
): { title: string; changes: Change[] }[] {
  return ids.flatMap((id) => {
    const entry = entities.get(id)?.entry;
    if (!entry || !isValidTag(entry.type.value, id)) return [];
    const [type, name] = [entry.type.value, entry.name.value];
    const title =
      ids.length > 1
        ? l10n.t('Tag “{0}” as {1}: {2} ({3})', surface, type, name, id)
        : l10n.t('Tag “{0}” as {1}: {2}', surface, type, name);
    return [{ title, changes: addTag(uri, span, type, id) }];
  });
}

/** The changes that remove a tag except for its surface. `at` is the offset of its block. */
export function removeTag(uri: string, tag: Tag, at: number): Change[] {
  const { surface } = tag;
  return [
    { uri, span: shift({ start: tag.start, end: surface.span.start }, at), text: '' },
    { uri, span: shift({ start: surface.span.end, end: tag.end }, at), text: '' },
  ];
}
