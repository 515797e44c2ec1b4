/** The sentence that a citation supports. */

import { statementsIn } from '../../analysis/language/statements.ts';
import { oneLine } from '../../base/text/oneLine.ts';
import { shift } from '../../base/text/span.ts';
import type { Brief, Citation } from '../../syntax/ast.ts';
import { stripTags } from '../../syntax/brief/brief.ts';

/** Longer sentences are cut, in UTF-16 units. */
const MAX_SENTENCE_LENGTH = 2_000;

/**
 * For each citation of a brief the first sentence that it supports, on one line and without tags. Citations in headings, in lines of
 * their own and in notes that nothing points to support none.
 */
export function sentencesOf(brief: Brief): ReadonlyMap<Citation, string> {
  const sentences = new Map<Citation, string>();
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    for (const statement of statementsIn(block, brief.text.slice(at, at + block.length))) {
      if (statement.citations.length === 0) continue;
      const words = oneLine(stripTags(brief, shift(statement, at)), MAX_SENTENCE_LENGTH);
      for (const { citation } of statement.citations) if (!sentences.has(citation)) sentences.set(citation, words);
    }
  }
  return sentences;
}
