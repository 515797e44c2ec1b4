/** Mentions of the names that registries define, in the prose of a block. */

import { createMemo } from '../base/memo/memory.ts';
import { findFolded } from '../base/text/foldedView.ts';
import { outermostSpans, type Span } from '../base/text/span.ts';
import type { Block, Brief, Inline } from '../syntax/ast.ts';
import { addressesOf } from './addresses.ts';
import { createDifferenceFinder, findWithSurnames, type Mention, type NameFinder } from './nameFinder.ts';
import { type LoneSurname, readSurname } from './surnames.ts';

/** What registries say of a block: mentions, and family names outside of them, which may be second mentions. */
export interface RegistryNames {
  readonly mentions: readonly Mention[];
  readonly surnames: readonly LoneSurname[];
}

const registryNamesByBlock = createMemo<Block, { finder: NameFinder; names: RegistryNames }>();
const NO_SURNAMES: readonly LoneSurname[] = [];
const NONE: RegistryNames = { mentions: [], surnames: NO_SURNAMES };

/** The names that the finder knows in a block; the same object as long as it finds the same. */
export function registryNamesIn(brief: Brief, block: Block, start: number, finder: NameFinder): RegistryNames {
  if (block.kind === 'front-matter') return NONE;
  const cached = registryNamesByBlock.get(block);
  if (cached?.finder === finder) return cached.names;
  const text = brief.text.slice(start, start + block.content.end);
  // While someone edits a registry few names change: in a block without these names, all mentions are the same as before.
  const difference = cached && createDifferenceFinder(cached.finder, finder);
  const names =
    difference && findInBlock(block, text, [], difference).length === 0
      ? cached!.names
      : findRegistryNames(block, text, finder);
  registryNamesByBlock.set(block, { finder, names });
  return names;
}

function findRegistryNames(block: Block, text: string, finder: NameFinder): RegistryNames {
  const skip = nonProseSpans(block, text);
  if (!block.isFolded) return readNames(finder, text, skip);
  const found = findFolded<Mention | LoneSurname>(text, skip, (words, skipped) => {
    const names = readNames(finder, words, skipped);
    return [...names.mentions, ...names.surnames];
  });
  const mentions = found.filter((one): one is Mention => 'ids' in one);
  return { mentions, surnames: found.filter((one): one is LoneSurname => !('ids' in one)) };
}

function readNames(finder: NameFinder, text: string, skip: readonly Span[]): RegistryNames {
  const { mentions, surnames } = findWithSurnames(finder, text, skip);
  if (surnames.length === 0) return mentions.length === 0 ? NONE : { mentions, surnames: NO_SURNAMES };
  const read: LoneSurname[] = [];
  for (const span of surnames) {
    const surname = readSurname(text, span);
    if (surname) read.push(surname);
  }
  return { mentions, surnames: read };
}

/** What `finder` finds in the text of a block outside of `skip`. */
export function findInBlock<T extends Span>(
  block: Block,
  text: string,
  skip: readonly Span[],
  finder: (text: string, skip: readonly Span[]) => readonly T[],
): readonly T[] {
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
