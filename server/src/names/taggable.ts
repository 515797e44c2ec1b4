import { createMemo } from '../base/memo/memory.ts';
import { outermostSpans, type Span } from '../base/text/span.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { linkTargetEnd } from '../syntax/brief/inlines.ts';

/** Longer than any name; a tag is read up to 2,000. */
const MAX_SURFACE_LENGTH = 1_000;

const invalidInSurface = /[[\]\\\r\n]/;

/** After these a `[` begins an image, or nothing. */
const escapesBracket = /[!\\]/;

const untaggableByBlock = createMemo<Block, readonly Span[]>();

const CITED: ReadonlySet<string> = new Set(['citation', 'credit', 'author-date', 'imprint']);

/**
 * Tells of the words of a block (`at` is where it begins in the brief, their span counts from there) whether they can
 * be made a tag: plain prose on one line, without brackets; not in tags, links, code, comments, references, mastheads.
 */
export function createTaggableCheck(brief: Brief, block: Block, at: number): (words: Span) => boolean {
  if (block.kind === 'front-matter' || block.shape === 'masthead' || block.shape === 'credit') return () => false;
  const untaggable = untaggableSpans(brief, block, at);
  return (words) => {
    const start = at + words.start;
    if (words.end - words.start > MAX_SURFACE_LENGTH) return false;
    const surface = brief.text.slice(start, at + words.end);
    if (invalidInSurface.test(surface) || surface.trim() === '') return false;
    return !escapesBracket.test(brief.text.charAt(start - 1)) && !overlapsAny(untaggable, words);
  };
}

/** Where no tag can go, whatever the words: of a block, so that what is not touched is looked at once. */
function untaggableSpans(brief: Brief, block: Block, at: number): readonly Span[] {
  const cached = untaggableByBlock.get(block);
  if (cached) return cached;
  const sourceGroups = block.groups.filter((group) => CITED.has(group.kind));
  const untaggable = outermostSpans([
    ...block.atoms,
    ...sourceGroups,
    ...linkAddresses(brief.text.slice(at, at + block.length)),
  ]);
  untaggableByBlock.set(block, untaggable);
  return untaggable;
}

/** The addresses in a block, after a `]` that closes nothing too: nothing is read in them. */
function linkAddresses(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const end = linkTargetEnd(text, at + 1);
    if (end !== undefined) found.push({ start: at + 1, end });
  }
  return found;
}

/** Whether one of the spans, which are in order and apart, shares a place with `words`. */
function overlapsAny(spans: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < span.end;
}
