import * as l10n from '@vscode/l10n';
import { oneLine } from '../../../base/text/oneLine.ts';
import { type Span, shift, slice, touches } from '../../../base/text/span.ts';
import type { Change } from '../../../edits/change.ts';
import { cleanLinks } from '../../../edits/citation/assistantMarks.ts';
import type { Block } from '../../../syntax/ast.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, REFACTORING_KIND } from './at.ts';

/** The title shows at most this much of the link, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 60;

/** Removes `?utm_source=chatgpt.com` from the link at the cursor, or from all links of the brief. */
export function cleanLink({ uri, brief, selection }: RefactoringContext): readonly Action[] {
  const located = blockAt({ brief }, selection.start);
  if (!located) return [];
  const changesIn = (block: Block, blockStart: number): Change[] => {
    const text = brief.text.slice(blockStart, blockStart + block.length);
    return cleanLinks(text, block.atoms, addressesOf(block)).map((replacement) => ({
      uri,
      span: shift(replacement.span, blockStart),
      text: replacement.text,
    }));
  };
  const { block, blockStart } = located;
  const parts = [...block.atoms.filter((atom) => atom.kind === 'link'), ...addressesOf(block)];
  const part = parts.find((span) => touches(shift(span, blockStart), selection.start));
  const isInPart = ({ span }: Change) =>
    part && span.start >= part.start + blockStart && span.end <= part.end + blockStart;
  const here = changesIn(block, blockStart).filter(isInPart);
  if (here.length === 0) return [];
  const everywhere = brief.blocks.flatMap((one, index) => changesIn(one, brief.starts[index]!));
  const link = block.atoms.find((atom) => atom === part);
  const shown = link?.kind === 'link' && link.text.end > link.text.start ? link.text : part;
  const words = shown && oneLine(slice(brief.text, shift(shown, blockStart)), MAX_SHOWN_LENGTH);
  const actions: Action[] = [
    { title: l10n.t('Remove tracking from “{0}”', words ?? ''), kind: REFACTORING_KIND, changes: here },
  ];
  if (everywhere.length > here.length)
    actions.push({
      title: l10n.t('Remove tracking from all links in this brief'),
      kind: REFACTORING_KIND,
      changes: everywhere,
    });
  return actions;
}

/** The addresses of links and citations of a block, each once. */
function addressesOf({ atoms, citations }: Block): Span[] {
  const spans = [
    ...atoms.flatMap((atom) => (atom.kind === 'link' ? [atom.target.span] : [])),
    ...citations.flatMap(({ url, archive }) => [url, archive].flatMap((address) => (address ? [address.span] : []))),
  ];
  return [...new Map(spans.map((span) => [span.start, span])).values()];
}
