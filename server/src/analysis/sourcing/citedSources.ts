/** The source entries that a brief cites, each with its first citation. */

import { createMemo } from '../../base/memo/memory.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { Brief, CalendarDate, SourceEntry } from '../../syntax/ast.ts';

import { chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { recordsOfChunk } from '../../syntax/brief/records.ts';
import { isSameDate } from '../../syntax/date/calendar.ts';

/** A source entry, and the citation of it. */
export interface CitedSource {
  readonly source: DefinedEntry<SourceEntry>;
  readonly span: Span;
}

/** Cached because several rules need it. */
const citedSourcesByBrief = createMemo<
  Brief,
  { readonly scope: Scope; readonly date: CalendarDate | undefined; readonly cited: readonly CitedSource[] }
>();

/** The entries that citations of a brief resolve to unambiguously, each once, in the order of their first citations. */
export function sourcesCitedIn(brief: Brief, scope: Scope, date: CalendarDate | undefined): readonly CitedSource[] {
  const cached = citedSourcesByBrief.get(brief);
  if (cached?.scope === scope && isSameDate(cached.date, date)) return cached.cited;
  const seen = new Set<DefinedEntry<SourceEntry>>();
  const cited: CitedSource[] = [];
  for (const part of chunksOf(brief)) {
    for (const { source, span } of sourcesCitedInChunk(part, scope, date)) {
      if (seen.has(source)) continue;
      seen.add(source);
      cited.push({ source, span: shift(span, part.at) });
    }
  }
  citedSourcesByBrief.set(brief, { scope, date, cited });
  return cited;
}

/** The same for a chunk; spans count from its start. */
const sourcesCitedInChunk = perChunk((part, scope: Scope, date: CalendarDate | undefined): readonly CitedSource[] => {
  const first = new Map<DefinedEntry<SourceEntry>, CitedSource>();
  for (const { at, value } of recordsOfChunk(part)) {
    const { status, entries } = resolveMeaning(value, scope, date);
    if (status !== 'resolved') continue;
    for (const source of entries) if (!first.has(source)) first.set(source, { source, span: shift(value.span, at) });
  }
  return [...first.values()];
});
