/** The entries that the registries and the front matter of briefs define, and where they are used. */

import type { Defined } from '../../scope/scope.ts';
import type { EntityEntry, Registry, SourceEntry } from '../../syntax/ast.ts';
import { placesOf, type Thing } from '../../workspace/entryRef.ts';
import type { Occurrence } from '../../workspace/index/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** All sources: of the registries each id once, then those that briefs define for themselves. */
export function allSources(workspace: Workspace): Defined<SourceEntry>[] {
  return [...workspace.scopeOf('').sources.values(), ...inFrontMatter(workspace, ({ sources }) => sources)];
}

/** All entities, in the same way. */
export function allEntities(workspace: Workspace): Defined<EntityEntry>[] {
  return [...workspace.scopeOf('').entities.values(), ...inFrontMatter(workspace, ({ entities }) => entities)];
}

function inFrontMatter<T>(workspace: Workspace, entries: (registry: Registry) => readonly T[]): Defined<T>[] {
  const found: Defined<T>[] = [];
  for (const { uri, registry } of workspace.briefs())
    if (registry) for (const entry of entries(registry)) found.push({ uri, entry });
  return found;
}

/** Where briefs use what is defined in `uri`, by file and place. */
export function usesIn(workspace: Workspace, kind: 'source' | 'entity', id: string, uri: string): Occurrence[] {
  const thing: Thing = { kind, id };
  return placesOf(thing, uri, workspace).filter(({ role }) => role !== 'definition' && role !== 'reference');
}
