/** Entries for names that a registry could hold. */

import { findOutlet, type Scope } from '../../scope/scope.ts';
import type { NewEntry } from './addEntries.ts';
import { slugify, uniqueId } from './newEntries.ts';

/** A name with its type and its other forms. */
export interface NamedEntity {
  /** The id to use; made from the name if absent. */
  readonly id?: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
}

/**
 * One entry a name, with ids that no entity has. Names that an entity of the scope or an earlier entry has are left out, and so
 * are such aliases: a name means one thing.
 */
export function createEntityEntries(names: readonly NamedEntity[], scope: Scope): NewEntry[] {
  const taken = new Set(names.flatMap(({ id }) => id ?? []));
  const written = new Set<string>();
  const isFree = (name: string) => findOutlet(scope, name) === undefined && !written.has(name.toLowerCase());
  return names.flatMap(({ id: wanted, name, type, aliases }): NewEntry[] => {
    // An id that tags use is needed even if another entity has the name.
    if (wanted === undefined && !isFree(name)) return [];
    written.add(name.toLowerCase());
    const freeAliases = aliases.filter((alias) => {
      const free = isFree(alias);
      written.add(alias.toLowerCase());
      return free;
    });
    const id = wanted ?? uniqueId(slugify(name, type), (one) => scope.entities.has(one) || taken.has(one));
    taken.add(id);
    return [{ id, type, name, ...(freeAliases.length > 0 && { aliases: freeAliases }) }];
  });
}
