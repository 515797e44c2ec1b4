/**
 * The entries of the registries that a brief leads to, as a number: another one if it leads to other entries, or to the same ones with
 * other contents. It tells which closed briefs a change of the registries concerns, without reading their texts.
 */

import { hashText } from '../../base/memo/hash.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { type Resolution, reportsOfSource, resolveCached, sourceCandidatesFor } from '../../scope/resolveCitation.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { standaloneOf } from '../../syntax/citation/wording.ts';
import type { BriefFacts } from '../../workspace/briefFacts.ts';

/** The hash of what an entry says, wherever it stands in its file. */
const hashOf = perObject((entry: object) =>
  hashText(JSON.stringify(entry, (key, value) => (key === 'start' || key === 'end' ? undefined : value))),
);
/** One resolution serves all citations with the same wording. */
const hashes = createMemo<Resolution, number>();

/** The number for the citations and tags of a brief. By chance, different entries may have the same one. */
export function hashCitedEntries({ citations, tags, date }: BriefFacts, scope: Scope): number {
  let hash = 0;
  for (const { value } of citations) hash = combine(hash, hashEntries(value, scope, date));
  for (const { value } of tags) hash = combine(hash, entryHash(scope.entities.get(value.id.value)));
  return hash;
}

/** The number for the names in its prose, and for further entities, such as those whose names it may misspell. */
export function hashNamedEntities(
  { mentions }: BriefFacts,
  { entities }: Scope,
  furtherIds: readonly string[] = [],
): number {
  let hash = 0;
  for (const { value } of mentions) for (const id of value.ids) hash = combine(hash, entryHash(entities.get(id)));
  for (const id of furtherIds) hash = combine(hash, entryHash(entities.get(id)));
  return hash;
}

function hashEntries(citation: Citation, scope: Scope, date: CalendarDate | undefined): number {
  const resolution = resolveCached(standaloneOf(citation), scope, date);
  const known = hashes.get(resolution);
  if (known !== undefined) return known;
  const { status, dates, entries, partial, outlet } = resolution;
  const candidates = status === 'missing' ? sourceCandidatesFor(dates, scope) : [];
  const others = status === 'unknown' && citation.source ? reportsOfSource(scope, citation.source) : [];
  const all = [...entries, ...(partial?.entries ?? []), ...candidates, ...(outlet ? [outlet] : [])];
  const hash = all.reduce((sum, entry) => combine(sum, entryHash(entry)), others.length);
  hashes.set(resolution, hash);
  return hash;
}

function entryHash(defined: DefinedEntry<object> | undefined): number {
  return defined ? hashOf(defined.entry) : 0;
}

/** One step of the FNV-1 hash. */
function combine(hash: number, number: number): number {
  return Math.imul(hash, 0x01000193) ^ number;
}
