import * as l10n from '@vscode/l10n';
import { firstOffset } from '../../../base/text/byteOrderMark.ts';
import { findUnneededInvisible } from '../../../base/text/invisible.ts';
import { oneLine } from '../../../base/text/oneLine.ts';
import { shift } from '../../../base/text/span.ts';
import { citeTheSame } from '../../../edits/citation/sameCitations.ts';
import { applyReplacements } from '../../../edits/notes/verify.ts';
import type { Brief } from '../../../syntax/ast.ts';
import { blockIndexAt, readBrief } from '../../../syntax/brief/brief.ts';
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
  const actions = [
    { title: l10n.t('Remove invisible characters from “{0}”', words), kind: REFACTORING_KIND, changes: here },
  ];
  if (everywhere.length > here.length)
    actions.push({
      title: l10n.t('Remove invisible characters from this brief'),
      kind: REFACTORING_KIND,
      changes: everywhere,
    });
  return actions.filter(({ changes }) =>
    citeTheSame(brief, readBrief(applyReplacements(brief.text, changes), uri, brief.known)),
  );
}

function changesIn({ text, blocks, starts }: Brief, index: number, uri: string) {
  const block = blocks[index];
  if (!block || block.kind === 'front-matter') return [];
  const start = starts[index]!;
  return findUnneededInvisible(text.slice(start, start + block.length))
    .map((span) => ({ uri, span: shift(span, start), text: '' }))
    .filter(({ span }) => span.start >= firstOffset(text));
}
