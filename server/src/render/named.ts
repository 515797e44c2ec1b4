/** The list of entities that a brief names. */

import * as l10n from '@vscode/l10n';
import { element, escapeHtml, renderName } from '../protocol/html.ts';
import { isSubtypeOf, type Scope } from '../scope/scope.ts';
import { BUILT_IN_TYPES } from '../syntax/ast.ts';
import type { Piece } from './pieces.ts';

export interface NamedEntities {
  /** The number of an entity in the list; undefined if it is not in the list. */
  readonly numberOf: (id: string) => number | undefined;
  /** The CSS class of an entity, for its color and letter: that of the built-in type it extends, or `is-other`. */
  readonly kindOf: (id: string, type: string | undefined) => string;
  readonly html: string;
}

/** Numbers the entities of the pieces in the order of their first mention. */
export function numberEntities(pieces: readonly Piece[], scope: Scope): NamedEntities {
  const found = new Map<string, { number: number; words: string; type: string | undefined }>();
  for (const piece of pieces) {
    if (piece.kind !== 'entity') continue;
    for (const id of piece.ids) {
      if (!found.has(id)) found.set(id, { number: found.size + 1, words: piece.words, type: piece.type });
    }
  }
  const kindOf: NamedEntities['kindOf'] = (id, type) => {
    const known = scope.entities.get(id)?.entry.type.value ?? type;
    const base = known && BUILT_IN_TYPES.find((built) => isSubtypeOf(scope, known, built));
    return `is-${base ?? 'other'}`;
  };
  const rows = [...found].map(([id, { number, words, type }]) => {
    const entry = scope.entities.get(id)?.entry;
    const typeId = entry?.type.value ?? type ?? '';
    const typeName = scope.types.get(typeId)?.entry.name ?? typeId;
    const unknown = !entry && scope.declaresEntities ? ` ${escapeHtml(l10n.t('(not in the registry)'))}` : '';
    const about = entry?.description ? ` ${renderName(entry.description)}` : '';
    return element(
      'li',
      { id: `named-${number}` },
      `${element('span', { class: `entity ${kindOf(id, type)}` }, renderName(entry?.name.value ?? words))}, ${renderName(typeName)}${unknown}.${about}`,
    );
  });
  const list =
    rows.length === 0
      ? ''
      : element(
          'section',
          { class: 'named', 'aria-labelledby': 'named-title' },
          element('h2', { id: 'named-title' }, escapeHtml(l10n.t('Named in this brief'))) +
            element('ul', {}, rows.join('')),
        );
  return { numberOf: (id) => found.get(id)?.number, kindOf, html: list };
}
