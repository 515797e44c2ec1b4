/** The sources that can be written into a citation that has lost its own: quick fixes and *Fix Missing Sources…* offer the same. */

import { type LikelySource, likelySources } from '../../analysis/sourcing/likelySources.ts';
import { citedName, citeOutlet, citeReport } from '../../edits/citation/citeSource.ts';
import type { Replacement } from '../../edits/citation/replaceSource.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import type { CitationInBlock } from '../engine/fixSupport.ts';

/** Nearly every source can be written, so trying this many times the limit is enough. */
const MAX_ATTEMPTS_PER_CHOICE = 4;

/** A source, and the edit that writes it; the edit counts in the block. */
export interface SourceChoice {
  readonly likely: LikelySource;
  /** The name that is inserted. */
  readonly name: string;
  readonly replacement: Replacement;
}

export interface SourceChoices {
  /** The most likely first, at most `limit`. */
  readonly choices: readonly SourceChoice[];
  /** Whether the first choice is much more likely than the others. */
  readonly isLeadClear: boolean;
}

/** The sources that a citation may have lost and that can be written there. */
export function sourceChoices(target: CitationInBlock, brief: Brief, scope: Scope, limit: number): SourceChoices {
  const { citation, blockStart, resolution, briefDate } = target;
  // A lost note has no place to write a source in.
  if (citation.loss) return { choices: [], isLeadClear: false };
  const { ranked, isLeadClear } = likelySources({ citation, blockStart, dates: resolution.dates }, brief, scope);
  const text = brief.text.slice(blockStart, blockStart + Math.max(citation.span.end, citation.group.end));
  const block = brief.blocks[blockIndexAt(brief, blockStart)]!;
  const items = block.citations.filter(({ group }) => group.start === citation.group.start);
  const open = { citation, items, text, briefDate };
  const choices: SourceChoice[] = [];
  for (const likely of ranked.slice(0, limit * MAX_ATTEMPTS_PER_CHOICE)) {
    if (choices.length === limit) break;
    const { report, outlet = '' } = likely;
    const replacement = report ? citeReport(report, open, scope) : citeOutlet(outlet, open, scope);
    if (replacement) choices.push({ likely, name: report ? citedName(report.entry) : outlet, replacement });
  }
  return { choices, isLeadClear: isLeadClear && choices[0]?.likely === ranked[0] };
}
