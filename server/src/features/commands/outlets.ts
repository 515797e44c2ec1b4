import { foldName, isSubtypeOf } from '../../scope/scope.ts';
import { isString } from './argument.ts';
import { createBriefCommand } from './command.ts';

/** The names of all outlets, each once: as sources write them, otherwise as their entity does. */
export const outlets = createBriefCommand('briefmark.server.outlets', { uri: isString }, (_, { scope }) => {
  const names = new Map<string, string>();
  const add = (name: string) => {
    const folded = foldName(name);
    const key = scope.entitiesByName.get(folded)?.[0] ?? folded;
    if (name.trim() !== '' && !names.has(key)) names.set(key, name);
  };
  for (const { entry } of scope.sources.values()) if (entry.outlet) add(entry.outlet.value);
  for (const { entry } of scope.entities.values()) {
    if (isSubtypeOf(scope, entry.type.value, 'media')) add(entry.name.value);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b, 'en'));
});
