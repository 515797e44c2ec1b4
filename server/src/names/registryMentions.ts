/** Mentions of the names that registries define, in the prose of a block. */

import { createMemo } from '../base/memo/memory.ts';
import { findFolded } from '../base/text/foldedView.ts';
import { outermostSpans, type Span } from '../base/text/span.ts';
import type { Block, Brief, Inline } from '../syntax/ast.ts';
import { addressesOf } from './addresses.ts';
import { createDifferenceFinder, type Mention, type NameFinder } from './nameFinder.ts';

const registryMentionsByBlock = createMemo<Block, { finder: NameFinder; mentions: readonly Mention[] }>();
const NONE: readonly Mention[] = [];

/** The names that the finder knows in a block; the same list object as long as it finds the same. */
export function registryMentionsIn(brief: Brief, block: Block, start: number, finder: NameFinder): readonly Mention[] {
  if (block.kind === 'front-matter') return NONE;
  const cached = registryMentionsByBlock.get(block);
  if (cached?.finder === finder) return cached.mentions;
  const text = brief.text.slice(start, start + block.content.end);
  // While someone edits a registry few names change: in a block without these names, all mentions are the same as before.
  const difference = cached && createDifferenceFinder(cached.finder, finder);
  const mentions =
    difference && findInBlock(block, text, [], difference).length === 0
      ? cached!.mentions
      : findInBlock(block, text, nonProseSpans(block, text), finder);
  registryMentionsByBlock.set(block, { finder, mentions });
  return mentions;
}

/** What `finder` finds in the text of a block outside of `skip`. */
export function findInBlock<T extends Span>(
  block: Block,
  text: string,
  skip: readonly Span[],
  finder: (text: string, skip: readonly Span[]) => T[],
): T[] {
  return block.isFolded ? findFolded(text, skip, finder) : finder(text, skip);
}

/**
 * The spans of a block that contain no prose, in text order. Of a link only the address, since its text is prose. `text` is
 * the text of the block, at least up to the end of its content.
 */
export function nonProseSpans(block: Block, text: string): Span[] {
  const { atoms, groups } = block;
  const spans = [...addressesOf(block, text)];
  let next = 0;
  // Both lists are in text order, so that the result is too, except for the addresses of links.
  for (const group of groups) {
    if (group.kind !== 'citation' && group.kind !== 'credit') continue;
    for (; next < atoms.length && atoms[next]!.start < group.start; next++) spans.push(nonProseSpanOf(atoms[next]!));
    spans.push(group);
  }
  for (; next < atoms.length; next++) spans.push(nonProseSpanOf(atoms[next]!));
  return outermostSpans(spans);
}

function nonProseSpanOf(atom: Inline): Span {
  return atom.kind === 'link' ? { start: atom.text.end, end: atom.end } : atom;
}
