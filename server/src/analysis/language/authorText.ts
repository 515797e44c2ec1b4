/** The part of a paragraph that its author wrote, without quotations, citations and markup. */

import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { findQuotations } from '../../syntax/brief/quotations.ts';

/** Replaces each masked character. It is neither a letter nor white space, so no pattern matches across it. */
const FILLER = '\uFFFC';

/**
 * The text of a block with quotations, citations, code, comments and the targets of tags and links masked by a filler.
 * It is as long as the text, so that offsets remain valid. Empty for a front matter.
 */
export const authorText = perBlock((block, text): string => {
  if (block.kind === 'front-matter') return '';
  const hidden: Span[] = [...block.groups.filter(({ kind }) => kind === 'citation' || kind === 'credit')];
  for (const atom of block.atoms) {
    if (atom.kind === 'tag') hidden.push({ start: atom.surface.span.end, end: atom.end });
    else if (atom.kind === 'link') hidden.push({ start: atom.text.end, end: atom.end });
    else hidden.push(atom);
  }
  return maskQuotations(maskSpans(text, hidden));
});

/** The text with quotations masked by a filler; it keeps its length. */
export function maskQuotations(text: string): string {
  return maskSpans(text, findQuotations(text));
}

/** The text with these spans masked by a filler; it keeps its length. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    masked += text.slice(at, Math.max(at, start)) + FILLER.repeat(end - Math.max(at, start));
    at = end;
  }
  return masked + text.slice(at);
}
