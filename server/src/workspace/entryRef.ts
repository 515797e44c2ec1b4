/** What ids stand for, as the file they are written in means them. */
import type { Occurrence } from './occurrences.ts';
import type { Workspace } from './workspace.ts';

/** An entity, a source, or a type that is not built in. */
export interface EntryRef {
  readonly kind: Occurrence['kind'];
  readonly id: string;
}

/**
 * Every place of the thing that an id means in the file `uri`, by file and place, none twice. What the front matter of
 * a brief defines is the brief's own: with the same id elsewhere another thing is meant.
 */
export function occurrencesOf(ref: EntryRef, uri: string, workspace: Workspace): Occurrence[] {
  const all = workspace.occurrences(ref.kind, ref.id);
  const definingBriefs = briefsDefining(all, workspace);
  const meant = all.filter((place) => (definingBriefs.has(uri) ? place.uri === uri : !definingBriefs.has(place.uri)));
  // A YAML alias repeats what is written only once.
  const byPosition = new Map(meant.map((place) => [`${place.uri} ${place.span.start} ${place.span.end}`, place]));
  return [...byPosition.values()].sort(compareOccurrences);
}

/** Whether the brief `uri` defines the thing for itself, in its front matter. */
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
