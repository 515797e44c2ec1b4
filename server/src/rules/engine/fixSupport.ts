/** Helpers for the fixes of rules. */

import { type Span, shift } from '../../base/text/span.ts';
import { type Resolution, resolveCitation } from '../../scope/resolveCitation.ts';
import type { CalendarDate, Citation, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import type { Finding, Fix, FixContext } from './rule.ts';

/**
 * A citation, and the text of its block up to the end of the citation. The citation's spans are offsets in that text.
 */
export interface CitationInBlock {
  readonly citation: Citation;
  readonly text: string;
  /** Offset of the block in the file. */
  readonly blockStart: number;
  readonly resolution: Resolution;
  readonly briefDate: CalendarDate | undefined;
}

/** The citation a finding refers to; undefined if it refers to anything else. */
export function citationOfFinding(
  { span }: Finding,
  { brief, scope }: Pick<FixContext, 'brief' | 'scope'>,
): CitationInBlock | undefined {
  const index = brief ? blockIndexAt(brief, span.start) : -1;
  if (!brief || index < 0) return undefined;
  const blockStart = brief.starts[index]!;
  const citation = brief.blocks[index]!.citations.find((one) => matchesSpan(one.span, span, blockStart));
  if (!citation) return undefined;
  const briefDate = briefDateOf(brief)?.value;
  const resolution = resolveCitation(citation, scope, briefDate);
  return { citation, text: brief.text.slice(blockStart, span.end), blockStart, resolution, briefDate };
}

/** The entity tag a finding refers to, with spans in the file; undefined if it refers to anything else. */
export function tagOfFinding({ span }: Finding, { brief }: FixContext): Tag | undefined {
  const index = brief ? blockIndexAt(brief, span.start) : -1;
  if (!brief || index < 0) return undefined;
  const blockStart = brief.starts[index]!;
  const tag = entityTags(brief.blocks[index]!).find((one) => matchesSpan(one, span, blockStart));
  if (!tag) return undefined;
  const { surface, type, id } = tag;
  const shiftPart = <T extends { span: Span }>(part: T) => ({ ...part, span: shift(part.span, blockStart) });
  return { ...tag, ...shift(tag, blockStart), surface: shiftPart(surface), type: shiftPart(type), id: shiftPart(id) };
}

/** A fix that replaces a span of the file with `text`. */
export function replacementFix(
  title: string,
  { uri }: FixContext,
  span: Span,
  text: string,
  options: Pick<Fix, 'isPreferred'> = {},
): Fix {
  return { title, ...options, changes: [{ uri, span, text }] };
}

/** The `suggestions` in the finding's data; empty if there are none. */
export function suggestionsOf({ data }: Finding): string[] {
  const suggestions = data?.suggestions;
  return Array.isArray(suggestions) ? suggestions.filter((word) => typeof word === 'string') : [];
}

function matchesSpan(span: Span, finding: Span, blockStart: number): boolean {
  return span.start + blockStart === finding.start && span.end + blockStart === finding.end;
}
