import * as l10n from '@vscode/l10n';
import { firstOffset } from '../../../base/text/byteOrderMark.ts';
import { findUnneededInvisible } from '../../../base/text/invisible.ts';
import { oneLine } from '../../../base/text/oneLine.ts';
import { shift } from '../../../base/text/span.ts';
import type { Change } from '../../../edits/change.ts';
import { citeTheSame } from '../../../edits/citation/sameCitations.ts';
import { applyReplacements } from '../../../edits/notes/verify.ts';
import type { Brief } from '../../../syntax/ast.ts';
import { blockIndexAt, updateBrief } from '../../../syntax/brief/brief.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { REFACTORING_KIND } from './at.ts';

/** The title shows at most this much of the paragraph, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 40;

/** Removes soft hyphens, zero-width spaces and the like from the paragraph at the cursor, or from the brief. */
export function removeInvisible({ uri, brief, selection }: RefactoringContext): readonly Action[] {
  const index = blockIndexAt(brief, selection.start);
  const here = changesIn(brief, index, uri);
  if (here.length === 0) return [];
  const start = brief.starts[index]!;
  const inBlock = here.map((change) => ({ ...change, span: shift(change.span, -start) }));
  const block = brief.text.slice(start, start + brief.blocks[index]!.length);
  const words = oneLine(applyReplacements(block, inBlock), MAX_SHOWN_LENGTH);
  const everywhere = brief.blocks.flatMap((_, one) => changesIn(brief, one, uri));
  const actions: Action[] = [];
  if (citesTheSameWithout(brief, here))
    actions.push({
      title: l10n.t('Remove invisible characters from “{0}”', words),
      kind: REFACTORING_KIND,
      changes: here,
    });
  if (everywhere.length > here.length)
    actions.push({
      title: l10n.t('Remove invisible characters from this brief'),
      kind: REFACTORING_KIND,
      changes: everywhere,
      isUnproved: true,
    });
  return actions;
}

/** Whether the brief cites the same after changes that are close together. */
function citesTheSameWithout(brief: Brief, changes: readonly Change[]): boolean {
  const [start, end] = [changes[0]!.span.start, changes.at(-1)!.span.end];
  const removed = changes.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const text = applyReplacements(brief.text, changes);
  return citeTheSame(brief, updateBrief(brief, text, { start, end, newLength: end - start - removed }));
}

function changesIn({ text, blocks, starts }: Brief, index: number, uri: string): Change[] {
  const block = blocks[index];
  if (!block || block.kind === 'front-matter') return [];
  const start = starts[index]!;
  return findUnneededInvisible(text.slice(start, start + block.length))
    .map((span) => ({ uri, span: shift(span, start), text: '' }))
    .filter(({ span }) => span.start >= firstOffset(text));
}
