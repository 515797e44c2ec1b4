/** The syntax node at an offset of a brief. */

import { type Span, shift, touches } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation, Marker, Note, Tag } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { markerAt, noteAt } from '../../syntax/brief/notes.ts';

/** A node with its span in the file. */
export type BriefSyntaxNode = { readonly span: Span } & (
  | { readonly kind: 'citation'; readonly value: Citation; readonly text: string }
  | { readonly kind: 'tag'; readonly value: Tag }
  | { readonly kind: 'mention'; readonly value: Mention }
  /** A marker in the sentence, whether or not it has a note. */
  | { readonly kind: 'marker'; readonly value: Marker }
  /** The number of a note, or words in it that are no citation. */
  | { readonly kind: 'note'; readonly value: Note }
);

/**
 * The marker, citation item, entity tag, mention or note that the cursor at `offset` touches. A tag takes precedence over the
 * item it is in, and what a note holds over the note.
 */
export function briefNodeAt(brief: Brief, offset: number, scope: Scope): BriefSyntaxNode | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const blockStart = brief.starts[index]!;
  const offsetInBlock = offset - blockStart;
  const tag = entityTags(block).find((tag) => touches(tag, offsetInBlock));
  if (tag) return { kind: 'tag', value: tag, span: shift(tag, blockStart) };
  const marker = markerAt(brief, offset);
  // An inline note `^[…]` is a marker that holds its citations.
  if (marker && !marker.candidate.content) return { kind: 'marker', value: marker, span: marker.span };
  // Between the items of `a;b` the cursor touches both; the later one is taken.
  const citation = block.citations.findLast((citation) => touches(citation.span, offsetInBlock));
  if (citation) {
    const span = shift(citation.span, blockStart);
    return { kind: 'citation', value: citation, span, text: brief.text.slice(span.start, span.end) };
  }
  const note = noteAt(brief, offset);
  if (note && offset <= note.number.end) return { kind: 'note', value: note, span: note.number };
  const mention = mentionsIn(brief, block, blockStart, scope.findNames).find((mention) =>
    touches(mention, offsetInBlock),
  );
  if (mention) return { kind: 'mention', value: mention, span: shift(mention, blockStart) };
  return note && { kind: 'note', value: note, span: note.span };
}
