/** The syntax node at an offset of a brief. */

import { type Span, shift, touches } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';

/** A node with its span in the file. */
export type BriefSyntaxNode = { readonly span: Span } & (
  | { readonly kind: 'citation'; readonly value: Citation; readonly text: string }
  | { readonly kind: 'tag'; readonly value: Tag }
  | { readonly kind: 'mention'; readonly value: Mention }
);

/**
 * The citation item, entity tag or mention that the cursor at `offset` touches. A tag takes precedence over the item it
 * is in.
 */
export function briefNodeAt(brief: Brief, offset: number, scope: Scope): BriefSyntaxNode | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const blockStart = brief.starts[index]!;
  const offsetInBlock = offset - blockStart;
  const tag = entityTags(block).find((tag) => touches(tag, offsetInBlock));
  if (tag) return { kind: 'tag', value: tag, span: shift(tag, blockStart) };
  // Between the items of `a;b` the cursor touches both; the later one is taken.
  const citation = block.citations.findLast((citation) => touches(citation.span, offsetInBlock));
  if (citation) {
    const span = shift(citation.span, blockStart);
    return { kind: 'citation', value: citation, span, text: brief.text.slice(span.start, span.end) };
  }
  const mention = mentionsIn(brief, block, blockStart, scope.findNames).find((mention) =>
    touches(mention, offsetInBlock),
  );
  return mention && { kind: 'mention', value: mention, span: shift(mention, blockStart) };
}
