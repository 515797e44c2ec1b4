import { createMemory } from '../base/memo/memory.ts';
import { outermost, type Span } from '../base/text/span.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { addressEnd } from '../syntax/brief/inlines.ts';

/** Longer than any name; a tag is read up to 2,000. */
const LONGEST_SURFACE = 1_000;

const unfit = /[[\]\\\r\n]/;

/** After these a `[` begins an image, or nothing. */
const spoils = /[!\\]/;

const takenByBlock = createMemory<Block, readonly Span[]>();

const CITED: ReadonlySet<string> = new Set(['citation', 'credit', 'author-date', 'imprint']);

/**
 * Tells of the words of a block (`at` is where it begins in the brief, their span counts from there) whether they can
 * be made a tag: plain prose on one line, without brackets; not in tags, links, code, comments, references, mastheads.
 */
export function taggableIn(brief: Brief, block: Block, at: number): (words: Span) => boolean {
  if (block.kind === 'front-matter' || block.shape === 'masthead' || block.shape === 'credit') return () => false;
  const taken = takenIn(brief, block, at);
  return (words) => {
    const start = at + words.start;
    if (words.end - words.start > LONGEST_SURFACE) return false;
    const surface = brief.text.slice(start, at + words.end);
    if (unfit.test(surface) || surface.trim() === '') return false;
    return !spoils.test(brief.text.charAt(start - 1)) && !overlapsOne(taken, words);
  };
}

/** Where no tag can go, whatever the words: of a block, so that what is not touched is looked at once. */
function takenIn(brief: Brief, block: Block, at: number): readonly Span[] {
  const known = takenByBlock.get(block);
  if (known) return known;
  const cited = block.groups.filter((group) => CITED.has(group.reading));
  const taken = outermost([...block.atoms, ...cited, ...strayAddresses(brief.text.slice(at, at + block.length))]);
  takenByBlock.set(block, taken);
  return taken;
}

/** The addresses in a block, after a `]` that closes nothing too: nothing is read in them. */
function strayAddresses(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const end = addressEnd(text, at + 1);
    if (end !== undefined) found.push({ start: at + 1, end });
  }
  return found;
}

/** Whether one of the spans, which are in order and apart, shares a place with `words`. */
function overlapsOne(spans: readonly Span[], words: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= words.start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < words.end;
}
