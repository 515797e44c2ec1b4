import type { OwnAcronym } from '../../model/mentions.ts';
import type { Fix, FixContext } from '../rule.ts';

/** Makes the short form that a brief gives an entity one of its aliases; undefined where its registry takes none. */
export function aliasFix(
  { id, acronym }: Pick<OwnAcronym, 'id' | 'acronym'>,
  { scope, addAlias }: Pick<FixContext, 'scope' | 'addAlias'>,
): Fix | undefined {
  const entry = scope.entities.get(id)?.entry;
  const added = entry && addAlias(id, acronym);
  return added && { title: `Add “${acronym}” to the aliases of ${entry.name.value}`, changes: [added.change] };
}
