/** What the registries of a scope say about the words of a brief. */

import { type KnownNames, NOTHING_KNOWN } from '../syntax/knownNames.ts';
import { foldName } from './entitiesByName.ts';
import { oncePerScope } from './perScope.ts';
import { isSubtypeOf, type Scope } from './scope.ts';

const NO_SOURCE_TYPES = ['place', 'event', 'weapon'];

/** The same object for the same scope, so that the citations of a brief are decided once. */
export const knownNamesOf = oncePerScope((scope: Scope): KnownNames => {
  const { entities, sources, entitiesByName } = scope;
  if (entities.size + sources.size === 0) return NOTHING_KNOWN;
  const typesOf = (name: string): readonly string[] =>
    (entitiesByName.get(foldName(name)) ?? []).flatMap((id) => entities.get(id)?.entry.type.value ?? []);
  const isOneOf = (type: string, ancestors: readonly string[]) =>
    ancestors.some((ancestor) => isSubtypeOf(scope, type, ancestor));
  return {
    isOutlet: (name) => typesOf(name).some((type) => isOneOf(type, ['media'])),
    isNoSource(name) {
      const types = typesOf(name);
      return types.length > 0 && types.every((type) => isOneOf(type, NO_SOURCE_TYPES));
    },
    hasSource: (id) => sources.has(id),
  };
});
