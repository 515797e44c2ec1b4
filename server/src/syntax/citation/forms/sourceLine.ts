/** `Source: Interfax, 3 May`, datelines, `(source: X)`. docs/format.md, "Source lines and datelines". */

import type { Citation, Inlines } from '../../ast.ts';
import type { KnownNames } from '../../knownNames.ts';
import type { CitationForm } from '../citationForm.ts';
import { createCitation } from '../createCitation.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { dateOfAddress, outletOfAddress, readLinkAddress } from '../linkAddress.ts';
import { readNoteItems } from '../notes/noteItems.ts';
import { findSourceLines, type SourceLine } from '../sourceLines.ts';
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
    .flatMap((line) => (line.isAsInNote ? (readAsNote(text, line, known) ?? NO_LINES) : line))
    .map(({ span, source, when, url }) =>
      createCitation({
        form: 'source-line',
        span,
        group: span,
        source: source ? { ...source.span, name: source.name } : url && outletOfAddress(url),
        when: when ?? (url && dateOfAddress(url)),
        url,
      }),
    );
}

const NO_LINES: readonly SourceLine[] = [];

/** The line with the one citation that it would be as a note; undefined if it is none, and no document has its address. */
function readAsNote(text: string, line: SourceLine, known: KnownNames): SourceLine | undefined {
  const [item, another] = readNoteItems(text, line.span, known);
  const { source, when, url } = item && !another ? item : {};
  if (source)
    return {
      span: line.span,
      source: { name: source.name, span: { start: source.start, end: source.end } },
      ...(when && { when }),
      ...(url && { url }),
    };
  if (url) return readLinkAddress(url.value)?.isDocument ? { span: line.span, url } : undefined;
  if (when) return { span: line.span, when };
  return line.source && !/^https?:/i.test(line.source.name) ? line : undefined;
}
