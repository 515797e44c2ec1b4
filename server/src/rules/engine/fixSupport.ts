/** What a finding of a brief is about, for its fixes. */

import { type Span, shift } from '../../base/text/span.ts';
import { type Resolution, resolveCitation } from '../../scope/resolveCitation.ts';
import type { CalendarDate, Citation, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import type { Finding, Fix, FixContext } from './rule.ts';

/** A citation and the text of its block up to its end, in which all its spans count. */
export interface CitationInBlock {
  readonly citation: Citation;
  readonly text: string;
  /** Where the block begins in the file. */
  readonly blockStart: number;
  readonly resolution: Resolution;
  readonly briefDate: CalendarDate | undefined;
}

/** The citation a finding is about; undefined when it is about anything else. */
export function citationOfFinding({ span }: Finding, { brief, scope }: FixContext): CitationInBlock | undefined {
  const index = brief ? blockIndexAt(brief, span.start) : -1;
  if (!brief || index < 0) return undefined;
  const at = brief.starts[index]!;
  const citation = brief.blocks[index]!.citations.find((one) => matchesSpan(one.span, span, at));
  if (!citation) return undefined;
  const briefDate = briefDateOf(brief)?.value;
  const resolution = resolveCitation(citation, scope, briefDate);
  return { citation, text: brief.text.slice(at, span.end), blockStart: at, resolution, briefDate };
}

/** The entity tag a finding is about, with places in the file; undefined when it is about anything else. */
export function tagOfFinding({ span }: Finding, { brief }: FixContext): Tag | undefined {
  const index = brief ? blockIndexAt(brief, span.start) : -1;
  if (!brief || index < 0) return undefined;
  const at = brief.starts[index]!;
  const tag = entityTags(brief.blocks[index]!).find((one) => matchesSpan(one, span, at));
  if (!tag) return undefined;
  const { surface, type, id } = tag;
  const move = <T extends { span: Span }>(part: T) => ({ ...part, span: shift(part.span, at) });
  return { ...tag, ...shift(tag, at), surface: move(surface), type: move(type), id: move(id) };
}

/** A fix that puts `text` in the place of a span of the file. */
export function replacementFix(
  title: string,
  { uri }: FixContext,
  span: Span,
  text: string,
  options: Pick<Fix, 'isPreferred'> = {},
): Fix {
  return { title, ...options, changes: [{ uri, span, text }] };
}

/** What the check has to suggest, from the `suggestions` of the finding's data. */
export function suggestionsOf({ data }: Finding): string[] {
  const given = data?.suggestions;
  return Array.isArray(given) ? given.filter((word) => typeof word === 'string') : [];
}

function matchesSpan(span: Span, finding: Span, at: number): boolean {
  return span.start + at === finding.start && span.end + at === finding.end;
}
