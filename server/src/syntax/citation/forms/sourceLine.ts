/** `Source: Interfax, 3 May`, datelines, `(source: X)`. docs/format.md, "Source lines and datelines". */

import type { Citation, Inlines } from '../../ast.ts';
import type { KnownNames } from '../../knownNames.ts';
import type { CitationForm } from '../citationForm.ts';
import { createCitation } from '../createCitation.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { findSourceLines } from '../sourceLines.ts';
import { wordTokens } from '../wordTokens.ts';

export const sourceLine: CitationForm = {
  id: 'source-line',
  read: { block: readSourceLines },
  idRole: undefined,
  isLine: true,
  lostRule: 'missing-source',
  brackets: undefined,
  conversionTitle: undefined,
  idSpan: ({ source }) => source,
  write: () => undefined,
  tokens: wordTokens,
  outlineLabel: ({ span }, text) => text.slice(span.start, span.end),
};

const NONE: readonly Citation[] = [];

/** A line that holds a citation of another form is cited by that one. */
function readSourceLines(text: string, { citations }: Inlines, known: KnownNames): readonly Citation[] {
  const lines = findSourceLines(text, known);
  if (lines.length === 0) return NONE;
  const isFree = createOverlapCheck(citations.map(({ span }) => span));
  return lines
    .filter(({ span }) => isFree(span))
    .map(({ span, source, when, url }) =>
      createCitation({
        form: 'source-line',
        span,
        group: span,
        source: source && { ...source.span, name: source.name },
        when,
        url,
      }),
    );
}
