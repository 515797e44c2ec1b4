/** Moves the spans of an entry when the text above it becomes longer or shorter. */

import type { Located, Span } from '../../base/text/span.ts';
import type { ParsedEntry } from '../ast.ts';

/** The parsed entry, which now begins at `start`. Its spans are changed in place. */
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

/** All spans of a parsed entry, each once. */
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
