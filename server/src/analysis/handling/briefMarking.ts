/**
 * The labels of the Traffic Light Protocol in a brief, and the one that marks the brief as a whole.
 * TLP 2.0: https://www.first.org/tlp/
 */

import { wholeWords } from '../../base/text/phrases.ts';
import { type Located, outermostSpans, shift } from '../../base/text/span.ts';
import type { Block, Brief, Marking, Tlp } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { findQuotations } from '../../syntax/brief/quotations.ts';
import { findMarkings, readMarking, strictness } from '../../syntax/registry/tlp.ts';
import { patternsFrom } from '../language/words/index.ts';

const patterns = patternsFrom(({ sourcing }) => ({ tlpHistory: wholeWords(sourcing.tlpHistory, 'i', { space: ' ' }) }));

/** The labels of a block in text order, except those in code, comments, links, citations and quotations. */
export const tlpMarkingsIn = perBlock((block, text): readonly Marking[] => {
  if (block.kind === 'front-matter' || block.shape === 'comment' || !text.includes('TLP')) return [];
  const found = findMarkings(text);
  if (found.length === 0) return found;
  const citations = block.groups.filter(({ kind }) => kind === 'citation' || kind === 'credit');
  const elsewhere = outermostSpans([...block.atoms, ...citations, ...findQuotations(text)]);
  // A text about the history of the labels has to name the old one.
  const isHistory = patterns().tlpHistory.test(text);
  let next = 0;
  return found.filter((marking) => {
    while (next < elsewhere.length && elsewhere[next]!.end <= marking.start) next++;
    const isElsewhere = (elsewhere[next]?.start ?? Number.POSITIVE_INFINITY) < marking.end;
    return !isElsewhere && !(isHistory && text.slice(marking.start, marking.end).endsWith('WHITE'));
  });
});

/** The marking of a brief: the one in the front matter, else the strictest label in its head and foot. */
export interface BriefMarking extends Located<Tlp> {
  readonly from: 'front matter' | 'text';
}

/** The marking of the brief; undefined without one, and `unclear` if one is invalid or may be about something else. */
export function briefMarkingOf(brief: Brief): BriefMarking | 'unclear' | undefined {
  const frontMatter = frontMatterOf(brief);
  if (frontMatter?.registry.problems.some(({ topic }) => topic === 'tlp')) return 'unclear';
  if (frontMatter?.tlp) {
    const { meant } = readMarking(frontMatter.tlp.value);
    return meant ? { value: meant, span: frontMatter.tlp.span, from: 'front matter' } : 'unclear';
  }
  let strictest: BriefMarking | undefined;
  let isUnclear = false;
  for (const { block, at } of headAndFoot(brief)) {
    const isProse = block.kind === 'paragraph' && block.shape === 'prose';
    for (const marking of tlpMarkingsIn(block, brief.text.slice(at, at + block.length))) {
      // A label within a sentence may be about something else.
      if (!marking.meant || (isProse && !marking.isOnOwnLine)) isUnclear = true;
      else if (!strictest || strictness(marking.meant) > strictness(strictest.value))
        strictest = { value: marking.meant, span: shift(marking, at), from: 'text' };
    }
  }
  return strictest ?? (isUnclear ? 'unclear' : undefined);
}

/** The blocks up to and including the first paragraph of prose, and the last block, with their offsets. */
function headAndFoot({ blocks, starts }: Brief): { block: Block; at: number }[] {
  const firstProse = blocks.findIndex(({ kind, shape }) => kind === 'paragraph' && shape === 'prose');
  const head = firstProse < 0 ? blocks.length : firstProse + 1;
  const indexes = blocks.slice(0, head).map((_, index) => index);
  if (head < blocks.length) indexes.push(blocks.length - 1);
  return indexes.map((index) => ({ block: blocks[index]!, at: starts[index]! }));
}
