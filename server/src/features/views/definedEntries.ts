/** The entries defined by registries and by the front matter of briefs, and their uses. */

import type { DefinedEntry } from '../../scope/scope.ts';
import type { EntityEntry, Registry, SourceEntry } from '../../syntax/ast.ts';
import { type EntryRef, occurrencesOf } from '../../workspace/entryRef.ts';
import { isUse, type Occurrence } from '../../workspace/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** All sources: those of the registries (each id once), then those defined in front matter. */
export function allSources(workspace: Workspace): DefinedEntry<SourceEntry>[] {
  return [...workspace.scopeOf('').sources.values(), ...frontMatterEntries(workspace, ({ sources }) => sources)];
}

/** All entities, likewise. */
export function allEntities(workspace: Workspace): DefinedEntry<EntityEntry>[] {
  return [...workspace.scopeOf('').entities.values(), ...frontMatterEntries(workspace, ({ entities }) => entities)];
}

function frontMatterEntries<T>(
  workspace: Workspace,
  entriesOf: (registry: Registry) => readonly T[],
): DefinedEntry<T>[] {
  const found: DefinedEntry<T>[] = [];
  for (const { uri, registry } of workspace.briefs())
    if (registry) for (const entry of entriesOf(registry)) found.push({ uri, entry });
  return found;
}

/** The uses in briefs of an entry that `uri` defines, by file and position. */
export function usesOfEntry(workspace: Workspace, kind: 'source' | 'entity', id: string, uri: string): Occurrence[] {
  const symbol: EntryRef = { kind, id };
  return occurrencesOf(symbol, uri, workspace).filter(isUse);
}
