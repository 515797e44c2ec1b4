/** The prose of a brief, in which names are looked for. */

import { outermostSpans, type Span, shift } from '../../../base/text/span.ts';
import { addressSpansIn } from '../../../names/addresses.ts';
import { mentionsIn } from '../../../names/mentions.ts';
import type { NameFinder } from '../../../names/nameFinder.ts';
import type { Block, Brief } from '../../../syntax/ast.ts';
import { maskSpans } from '../../language/authorText.ts';

const SHAPES_WITHOUT_NAMES: ReadonlySet<Block['shape']> = new Set(['masthead', 'credit', 'source', 'note', 'comment']);
const CITED: ReadonlySet<string> = new Set(['citation', 'credit', 'author-date', 'imprint', 'aside', 'date']);

/**
 * The text of a brief with everything masked that is no prose or names nothing new: front matter, mastheads, notes, citations,
 * tags, addresses, and the names that `finder` knows. It is as long as the text.
 */
export function proseOf(brief: Brief, finder: NameFinder | undefined): string {
  const hidden = brief.blocks.flatMap((block, index): Span[] => {
    const at = brief.starts[index]!;
    if (block.kind === 'front-matter' || SHAPES_WITHOUT_NAMES.has(block.shape))
      return [{ start: at, end: at + block.length }];
    const text = brief.text.slice(at, at + block.length);
    const atoms = block.atoms.map(
      (atom): Span => (atom.kind === 'link' ? { start: atom.text.end, end: atom.end } : atom),
    );
    const groups = block.groups.filter(({ kind }) => CITED.has(kind));
    const known = finder ? mentionsIn(brief, block, at, finder) : [];
    return [...atoms, ...groups, ...block.markers, ...addressSpansIn(text), ...known].map((span) => shift(span, at));
  });
  const notes = brief.notes.lists.map(({ span }) => span);
  return maskSpans(brief.text, outermostSpans([...hidden, ...notes]));
}
