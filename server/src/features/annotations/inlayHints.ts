/** Optional inlay hints in briefs: inferred years, and the entry that a plain citation resolves to. */

import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { type ResolvedDate, resolveCitation } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import type { Feature } from '../feature.ts';
import type { HintSettings } from '../revision.ts';

/** A text that is shown at an offset but is not part of the document. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
}

/**
 * The hints inside `visible`, by position: the inferred year after a date (once after several dates of one year), and
 * the ids of the sources after a plain citation that resolves to them.
 */
export function inlayHints(brief: Brief, scope: Scope, visible: Span, { years, ids }: HintSettings): Hint[] {
  const hints: Hint[] = [];
  if (!years && !ids) return hints;
  const date = briefDateOf(brief)?.value;
  for (let index = Math.max(0, blockIndexAt(brief, visible.start)); index < brief.blocks.length; index++) {
    const start = brief.starts[index]!;
    if (start > visible.end) break;
    for (const citation of brief.blocks[index]!.citations) {
      const { dates, status, entries } = resolveCitation(citation, scope, date);
      // `ibid.` has no date of its own.
      if (years && !citation.isRepeat) hints.push(...yearHints(dates, start));
      if (ids && !citation.id && status === 'resolved') {
        hints.push({ offset: start + citation.span.end, text: entries.map(({ entry }) => entry.id.value).join(', ') });
      }
    }
  }
  return hints.filter(({ offset }) => visible.start <= offset && offset <= visible.end);
}

function yearHints(dates: readonly ResolvedDate[], blockStart: number): Hint[] {
  const inferredYear = (resolvedDate: ResolvedDate | undefined) =>
    resolvedDate?.isYearInferred ? resolvedDate.date.year : undefined;
  return dates.flatMap((resolvedDate, index) => {
    const year = inferredYear(resolvedDate);
    if (year === undefined || year === inferredYear(dates[index + 1])) return [];
    return [{ offset: blockStart + resolvedDate.cited.span.end, text: String(year) }];
  });
}

export const inlayHintsFeature: Feature<InlayHintParams, InlayHint[]> = {
  method: 'textDocument/inlayHint',
  capability: () => ({ inlayHintProvider: true }),
  answer({ textDocument, range }, { open, revisionOf }) {
    const file = open(textDocument.uri);
    if (file?.kind !== 'brief') return undefined;
    const { document, value } = file;
    const visible = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const { scope, display } = revisionOf(textDocument.uri);
    const hints = inlayHints(value, scope, visible, display.inlayHints);
    return hints.map(({ offset, text }) => ({ position: document.positionAt(offset), label: text, paddingLeft: true }));
  },
};
