/** Which words of a brief can become a tag. */

import { createMemo } from '../base/memo/memory.ts';
import { partitionPoint } from '../base/memo/search.ts';
import { outermostSpans, type Span } from '../base/text/span.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { linkTargetEnd } from '../syntax/brief/inlines.ts';
import { addressesOf } from './addresses.ts';

/** Longer than any name; the reader accepts tags of up to 2,000 characters. */
const MAX_SURFACE_LENGTH = 1_000;

const invalidSurface = /[[\]\\\r\n]|^\s*$/;

/** A link of a wiki, also while it is typed. */
const wikiLink = /\[\[[^[\]\n]{1,300}/g;

/** After these characters a `[` starts an image, or is escaped. */
const [EXCLAMATION_MARK, BACKSLASH] = [0x21, 0x5c];

const openAddress = /\(<?[^\s()<>]{0,300}/y;

const untaggableByBlock = createMemo<Block, readonly Span[]>();

const CITED: ReadonlySet<string> = new Set(['citation', 'credit', 'author-date', 'imprint']);

/**
 * Creates a check whether words of a block can become a tag: prose on one line without brackets, and not in tags, links,
 * code, comments, citations, mastheads and credits. `at` is the offset of the block, from which the spans count.
 */
export function createTaggableCheck(brief: Brief, block: Block, at: number): (words: Span) => boolean {
  if (block.kind === 'front-matter' || block.shape === 'masthead' || block.shape === 'credit') return () => false;
  const untaggable = untaggableSpans(brief, block, at);
  return (words) => {
    const start = at + words.start;
    if (words.end - words.start > MAX_SURFACE_LENGTH) return false;
    const before = brief.text.charCodeAt(start - 1);
    if (before === EXCLAMATION_MARK || before === BACKSLASH || overlapsAny(untaggable, words)) return false;
    return !invalidSurface.test(brief.text.slice(start, at + words.end));
  };
}

/** The spans of a block that cannot contain a tag; cached by the block. */
function untaggableSpans(brief: Brief, block: Block, at: number): readonly Span[] {
  const cached = untaggableByBlock.get(block);
  if (cached) return cached;
  const text = brief.text.slice(at, at + block.length);
  const sourceGroups = block.groups.filter((group) => CITED.has(group.kind));
  const untaggable = outermostSpans([
    ...block.atoms,
    ...sourceGroups,
    ...linkAddresses(text),
    ...wikiLinks(text),
    ...addressesOf(block, text),
  ]);
  untaggableByBlock.set(block, untaggable);
  return untaggable;
}

function wikiLinks(text: string): Span[] {
  if (!text.includes('[[')) return [];
  return Array.from(text.matchAll(wikiLink), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** The link addresses in a block, even after a `]` that closes nothing or still being typed, because nothing is parsed inside them. */
function linkAddresses(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const end = linkTargetEnd(text, at + 1) ?? at + 1 + unfinishedAddress(text, at + 1);
    found.push({ start: at + 1, end });
  }
  return found;
}

/** The length of the address that begins at `(` and is not closed. */
function unfinishedAddress(text: string, at: number): number {
  openAddress.lastIndex = at;
  return openAddress.exec(text)?.[0].length ?? 1;
}

/** Whether one of the spans overlaps the given one; they are in text order and do not overlap each other. */
function overlapsAny(spans: readonly Span[], span: Span): boolean {
  const first = partitionPoint(spans.length, (index) => spans[index]!.end <= span.start);
  return first < spans.length && spans[first]!.start < span.end;
}
