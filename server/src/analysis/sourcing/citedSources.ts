/** Which entries of the registries a brief rests on, and where it cites each of them first. */

import { createMemory } from '../../base/memo/memory.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { meaningOf } from '../../scope/resolveCitation.ts';
import type { Defined, Scope } from '../../scope/scope.ts';
import type { Brief, CalendarDate, SourceEntry } from '../../syntax/ast.ts';

import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { sameDate } from '../../syntax/date/calendar.ts';

/** An entry, and the place in the brief that cites it. */
export interface CitedSource {
  readonly source: Defined<SourceEntry>;
  readonly span: Span;
}

/** Several rules ask. */
const byBrief = createMemory<
  Brief,
  { readonly scope: Scope; readonly date: CalendarDate | undefined; readonly cited: readonly CitedSource[] }
>();

/** The entries that citations of the brief mean beyond doubt, each once, in the order in which they are first cited. */
export function sourcesCitedIn(brief: Brief, scope: Scope, date: CalendarDate | undefined): readonly CitedSource[] {
  const known = byBrief.get(brief);
  if (known?.scope === scope && sameDate(known.date, date)) return known.cited;
  const seen = new Set<Defined<SourceEntry>>();
  const cited: CitedSource[] = [];
  for (const part of chunksOf(brief)) {
    for (const { source, span } of sourcesIn(part, scope, date)) {
      if (seen.has(source)) continue;
      seen.add(source);
      cited.push({ source, span: shift(span, part.at) });
    }
  }
  byBrief.set(brief, { scope, date, cited });
  return cited;
}

/** Those of a chunk; spans count from its start. */
const sourcesIn = perChunk((part, scope: Scope, date: CalendarDate | undefined): readonly CitedSource[] => {
  const first = new Map<Defined<SourceEntry>, CitedSource>();
  for (const { block, offset } of blocksOf(part)) {
    for (const citation of block.citations) {
      const { status, entries } = meaningOf(citation, scope, date);
      if (status !== 'resolved') continue;
      for (const source of entries)
        if (!first.has(source)) first.set(source, { source, span: shift(citation.span, offset) });
    }
  }
  return [...first.values()];
});
