/** The places in what an entry says, when the text above it has become longer or shorter. */

import type { Located, Span } from '../../base/text/span.ts';
import type { ParsedEntry } from '../ast.ts';

/** The reading of an entry that begins at `start` now: its places are moved, not made anew. */
export function rebaseEntry(reading: ParsedEntry, start: number): ParsedEntry {
  const delta = start - reading.baseOffset;
  if (delta === 0) return reading;
  reading.spans ??= collectSpans(reading);
  for (const span of reading.spans as readonly { start: number; end: number }[]) {
    span.start += delta;
    span.end += delta;
  }
  reading.baseOffset = start;
  return reading;
}

/** All places in a reading, each once. */
function collectSpans({ types, entities, sources, problems }: ParsedEntry): Span[] {
  const spans = new Set<Span>();
  for (const one of [...types, ...entities, ...sources, ...problems]) {
    spans.add(one.span);
    const fields: readonly unknown[] = Object.values(one);
    for (const field of fields.flat()) if (isLocated(field)) spans.add(field.span);
  }
  return [...spans];
}

function isLocated(value: unknown): value is Located<unknown> {
  return typeof value === 'object' && value !== null && 'span' in value && 'value' in value;
}
