/** The list of entities that a brief names. */

import { element, escapeHtml, renderName, truncateName } from '../protocol/html.ts';
import { isSubtypeOf, type Scope } from '../scope/scope.ts';
import { BUILT_IN_TYPES } from '../syntax/ast.ts';
import type { Piece } from './pieces.ts';
import type { Release } from './release.ts';
import type { PageWords } from './words/words.ts';

export interface NamedEntities {
  /** The number of an entity in the list; undefined if it is not in the list. */
  readonly numberOf: (id: string) => number | undefined;
  /** The CSS class of an entity, for its color and underline: that of the built-in type it extends, or `is-other`. */
  readonly kindOf: (id: string, type: string | undefined) => string;
  /** The name and the type of an entity. */
  readonly titleOf: (id: string, type: string | undefined) => string;
  readonly html: string;
}

/** Numbers the entities of the pieces in the order of their first mention; those that readers may not know have no number. */
export function numberEntities(
  pieces: readonly Piece[],
  scope: Scope,
  words: PageWords,
  { isWithheld, isInternal }: Release,
): NamedEntities {
  const found = new Map<string, { number: number; words: string; type: string | undefined }>();
  for (const piece of pieces) {
    if (piece.kind !== 'entity') continue;
    for (const id of piece.ids) {
      if (!found.has(id) && !isWithheld(scope.entities.get(id)?.entry))
        found.set(id, { number: found.size + 1, words: piece.words, type: piece.type });
    }
  }
  const typeOf = (id: string, type: string | undefined) => scope.entities.get(id)?.entry.type.value ?? type;
  const kindOf: NamedEntities['kindOf'] = (id, type) => {
    const known = typeOf(id, type);
    const base = known && BUILT_IN_TYPES.find((built) => isSubtypeOf(scope, known, built));
    return `is-${base ?? 'other'}`;
  };
  const typeNameOf = (id: string, type: string | undefined) => {
    const typeId = typeOf(id, type) ?? '';
    return scope.types.get(typeId)?.entry.name ?? words.types[typeId] ?? typeId;
  };
  const titleOf: NamedEntities['titleOf'] = (id, type) =>
    [scope.entities.get(id)?.entry.name.value, typeNameOf(id, type)]
      .flatMap((part) => (part ? truncateName(part) : []))
      .join(', ');
  const rows = [...found].map(([id, { number, words: mention, type }]) => {
    const entry = scope.entities.get(id)?.entry;
    const unknown = isInternal && !entry && scope.declaresEntities ? ` ${escapeHtml(words.unknownEntity)}` : '';
    const about = entry?.description ? ` ${renderName(entry.description)}` : '';
    return element(
      'li',
      { id: `named-${number}` },
      `${element('span', { class: `entity ${kindOf(id, type)}` }, renderName(entry?.name.value ?? mention))}, ${renderName(typeNameOf(id, type))}${unknown}.${about}`,
    );
  });
  const list =
    rows.length === 0
      ? ''
      : element(
          'section',
          { class: 'named', 'aria-labelledby': 'named-title' },
          element('h2', { id: 'named-title' }, escapeHtml(words.named)) + element('ul', {}, rows.join('')),
        );
  return { numberOf: (id) => found.get(id)?.number, kindOf, titleOf, html: list };
}
