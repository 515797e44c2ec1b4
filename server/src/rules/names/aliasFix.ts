import * as l10n from '@vscode/l10n';
import type { BriefAcronym } from '../../names/briefAcronyms.ts';
import type { Fix, FixContext } from '../engine/rule.ts';

/**
 * Adds the short form that a brief defines for an entity to the entity's aliases; undefined if its entry cannot take
 * one.
 */
export function aliasFix(
  { id, acronym }: Pick<BriefAcronym, 'id' | 'acronym'>,
  { scope, addAlias }: Pick<FixContext, 'scope' | 'addAlias'>,
): Fix | undefined {
  const entry = scope.entities.get(id)?.entry;
  const added = entry && addAlias(id, acronym);
  return (
    added && { title: l10n.t('Add “{0}” to the aliases of {1}', acronym, entry.name.value), changes: [added.change] }
  );
}
