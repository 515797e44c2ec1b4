/**
 * What the registries decide about the citations of a block: an outlet is always read, whatever its name looks like; a place, event or
 * weapon never is; `@key` counts if the key exists. docs/format.md, sections 1 and 2.
 *
 * A block keeps the questions that its own text leaves open. Only where the registries answer one with yes is it another block.
 */

import { createMemo } from '../../base/memo/memory.ts';
import type { Block, Citation } from '../ast.ts';
import { isKnownOutlet } from '../citation/agencies.ts';
import { mergeCitations } from '../citation/mergeCitations.ts';
import { perWording } from '../citation/wording.ts';
import { type KnownNames, NOTHING_KNOWN } from '../knownNames.ts';
import { readBlock, withCitations } from './block.ts';
import { readInlines, withBlockCitations } from './inlines.ts';
import { createStableValue } from './stable.ts';

const answered = createMemo<Block, { readonly known: KnownNames; readonly block: Block }>();
const stableBlock = createStableValue<Block>();

/** The blocks as the registries read them; those that have no part in it are the same objects. */
export function answerBlocks(
  text: string,
  blocks: readonly Block[],
  starts: readonly number[],
  known: KnownNames,
): readonly Block[] {
  if (known === NOTHING_KNOWN) return blocks;
  return blocks.map((block, index) => {
    if (!block.questions && block.citations.length === 0) return block;
    const before = answered.get(block);
    if (before?.known === known) return before.block;
    const start = starts[index]!;
    const read = answerBlock(block, known, () => text.slice(start, start + block.length));
    answered.set(block, { known, block: read });
    return read;
  });
}

/** `textOf` returns the text of the block. */
function answerBlock(block: Block, known: KnownNames, textOf: () => string): Block {
  const outlets = block.questions?.outlets.filter(known.isOutlet) ?? [];
  const keys = block.questions?.keys.filter(({ id }) => known.hasSource(id!.value)) ?? [];
  const asides = block.citations.filter((citation) => isAsideOf(citation, known));
  if (outlets.length + keys.length + asides.length === 0) return block;
  return stableBlock(block, '', [outlets.join('\n'), ...keys, ...asides], () => {
    // Only the first block can be front matter, which has no questions.
    const read = outlets.length > 0 ? readBlock(textOf(), false, known) : block;
    const citations = read.citations.filter((citation) => !isAsideOf(citation, known));
    return withCitations(block, read, mergeCitations(citations, keys));
  });
}

/** The citations in a part of a block, such as a parenthesis, as the registries read them. Edits prove with it what they propose. */
export function readCitations(text: string, known: KnownNames): readonly Citation[] {
  const inlines = readInlines(text, known);
  // Citations in square brackets, and in a parenthesis that is not closed, are those of their block.
  const { citations } = !text.endsWith(')') ? withBlockCitations(text, inlines, known) : inlines;
  return citations.filter((citation) => !isAsideOf(citation, known));
}

/** Whether an item names a place, an event or a weapon before its date, and no source. */
export function isAsideOf(citation: Citation, known: KnownNames): boolean {
  return isAside(citation, () => '', known);
}

const isAside = perWording(({ source, when, id, title, author, url }, _, known: KnownNames): boolean => {
  if (!source || !when || id || title || author || url) return false;
  const { name, entity, domain } = source;
  return entity === undefined && domain === undefined && known.isNoSource(name) && !isKnownOutlet(name);
});
