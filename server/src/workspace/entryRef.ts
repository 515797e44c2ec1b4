/** What an id means in the file in which it is written. */
import type { Occurrence } from './occurrences.ts';
import type { Workspace } from './workspace.ts';

/** An entity, a source, or a type that is not built in. */
export interface EntryRef {
  readonly kind: Occurrence['kind'];
  readonly id: string;
}

/**
 * All occurrences of the symbol that an id means in the file `uri`, by file and position, without duplicates. What the front
 * matter of a brief defines is local to the brief: the same id in another file means another symbol.
 */
export function occurrencesOf(ref: EntryRef, uri: string, workspace: Workspace): Occurrence[] {
  const all = workspace.occurrences(ref.kind, ref.id);
  const definingBriefs = briefsDefining(all, workspace);
  const isMeant = (occurrence: Occurrence) =>
    definingBriefs.has(uri) ? occurrence.uri === uri : !definingBriefs.has(occurrence.uri);
  // A YAML alias repeats what is written once.
  const byPosition = new Map(
    all.filter(isMeant).map((one) => [`${one.uri} ${one.span.start} ${one.span.end}`, one] as const),
  );
  return [...byPosition.values()].sort(compareOccurrences);
}

/** Whether the brief `uri` defines the symbol in its front matter. */
export function isDefinedByBrief(ref: EntryRef, uri: string, workspace: Workspace): boolean {
  return briefsDefining(workspace.occurrences(ref.kind, ref.id), workspace).has(uri);
}

function briefsDefining(occurrences: readonly Occurrence[], { registries }: Workspace): ReadonlySet<string> {
  return new Set(occurrences.flatMap(({ role, uri }) => (role === 'definition' && !registries.has(uri) ? uri : [])));
}

function compareOccurrences(a: Occurrence, b: Occurrence): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
