/** Whether a registry with new entries reads as meant. */

import type { EntityEntry, SourceEntry } from '../../syntax/ast.ts';
import { formatIsoDate } from '../../syntax/date/isoDate.ts';
import { readRegistry } from '../../syntax/registry/registry.ts';
import type { EntryKind, NewEntry } from './addEntries.ts';

/** Whether `after` has all entries of `before` unchanged, and the new ones with their values, and no further mistakes. */
export function isReadBackAs(before: string, after: string, kind: EntryKind, entries: readonly NewEntry[]): boolean {
  const [old, now] = [readRegistry(before), readRegistry(after)];
  if (now.problems.length > old.problems.length) return false;
  const list = kind === 'source' ? 'sources' : 'entities';
  const others = kind === 'source' ? 'entities' : 'sources';
  if (now[others].length !== old[others].length || now[list].length !== old[list].length + entries.length) return false;
  if (old[list].some(({ id }, index) => now[list][index]?.id.value !== id.value)) return false;
  return entries.every((entry, index) => {
    const added = now[list][old[list].length + index];
    if (!added || added.id.value !== entry.id) return false;
    return kind === 'source' ? isSource(added as SourceEntry, entry) : isEntity(added as EntityEntry, entry);
  });
}

function isSource({ title, outlet, issued, url, authors }: SourceEntry, entry: NewEntry): boolean {
  const author = (entry.author ?? []) as readonly Readonly<Record<string, string>>[];
  return (
    (title ?? undefined) === entry.title &&
    outlet?.value === entry['container-title'] &&
    (issued && formatIsoDate(issued.value)) === entry.issued &&
    url?.value === entry.URL &&
    authors.length === author.length &&
    author.every((name, index) => Object.values(name).every((part) => authors[index]!.includes(part)))
  );
}

function isEntity({ name, type, aliases }: EntityEntry, entry: NewEntry): boolean {
  const written = (entry.aliases ?? []) as readonly string[];
  return (
    name.value === entry.name &&
    type.value === entry.type &&
    aliases.map(({ value }) => value).join('\n') === written.join('\n')
  );
}
