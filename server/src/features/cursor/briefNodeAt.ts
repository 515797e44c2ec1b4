/** What stands at a place in a brief. */

import { type Span, shift, touches } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation, Tag } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';

import { entityTags } from '../../workspace/index/briefFacts.ts';

/** Its span counts from the start of the file. */
export type Place = { readonly span: Span } & (
  | { readonly kind: 'citation'; readonly value: Citation; readonly text: string }
  | { readonly kind: 'tag'; readonly value: Tag }
  | { readonly kind: 'mention'; readonly value: Mention }
);

/** The citation item, entity tag or known name that the cursor at `offset` touches. A tag wins over the item it is in. */
export function placeAt(brief: Brief, offset: number, scope: Scope): Place | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const at = brief.starts[index]!;
  const inside = offset - at;
  const tag = entityTags(block).find((tag) => touches(tag, inside));
  if (tag) return { kind: 'tag', value: tag, span: shift(tag, at) };
  // Between `a;b` the cursor touches both items: the later one is meant, the earlier one ends before it.
  const citation = block.citations.findLast((citation) => touches(citation.span, inside));
  if (citation) {
    const span = shift(citation.span, at);
    return { kind: 'citation', value: citation, span, text: brief.text.slice(span.start, span.end) };
  }
  const mention = mentionsIn(brief, block, at, scope.findNames).find((mention) => touches(mention, inside));
  return mention && { kind: 'mention', value: mention, span: shift(mention, at) };
}
