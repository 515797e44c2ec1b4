/** Sentences and the citations that support them. */

import { outermostSpans, type Span } from '../../base/text/span.ts';
import { type CitedHere, citedIn } from '../../syntax/brief/citedIn.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { findSentences } from '../../syntax/sentences.ts';

/** A sentence of prose; its span counts from the start of the block. */
export interface Statement extends Span {
  /** The citations in the sentence, and those in parentheses or at markers right after it. */
  readonly citations: readonly CitedHere[];
}

/** The statements of a paragraph in order. `(RFE/RL, May 8)` after a full stop belongs to the sentence before it. */
export const statementsIn = perBlock((block, text): readonly Statement[] => {
  if (block.kind !== 'paragraph' || block.shape !== 'prose') return [];
  const statements: { start: number; end: number; citations: CitedHere[] }[] = [];
  const citations = [...citedIn(block, text)];
  const atoms = outermostSpans([...block.atoms, ...block.groups, ...block.markers]);
  for (const { start, end } of findSentences(text, block.content, atoms)) {
    const cited = citations.splice(0, countBefore(citations, end));
    const before = statements.at(-1);
    let from = start;
    for (
      let first = cited[0];
      before && first && isBlankOrPunctuation(text.slice(from, first.group.start));
      first = cited[0]
    ) {
      before.citations.push(cited.shift()!);
      from = before.end = Math.max(from, first.group.end);
    }
    if (before && isBlankOrPunctuation(text.slice(from, end))) before.end = end;
    else statements.push({ start: from + text.slice(from).search(/\S/), end, citations: cited });
  }
  return statements;
});

/** The number of citations at the start of the list that begin before `end`. */
function countBefore(citations: readonly CitedHere[], end: number): number {
  const index = citations.findIndex(({ group }) => group.start >= end);
  return index < 0 ? citations.length : index;
}

function isBlankOrPunctuation(text: string): boolean {
  return /^[\s.;,]*$/.test(text);
}
