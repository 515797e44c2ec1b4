import { foldText, mapSpans } from '../../base/text/foldedView.ts';
import type { Span } from '../../base/text/span.ts';
import type { Block } from '../ast.ts';
import type { BlockCandidates } from '../candidates.ts';
import { readReferenceEntry } from '../citation/authorDate.ts';
import { createOverlapCheck } from '../citation/findOutside.ts';
import { findGluedMarkers } from '../citation/notes/noteCandidates.ts';
import type { NoteBlock } from '../citation/notes/noteLists.ts';
import { findParenthesisMarkers } from '../citation/notes/parenthesisMarkers.ts';
import { findSignOpeners } from '../citation/notes/signNotes.ts';
import { type Addresses, normalizeLabel } from './linkReferences.ts';
import { perBlock } from './perBlock.ts';

const NO_CANDIDATES: NoteBlock['candidates'] = { openers: [], markers: [] };

const gluedMarkers = perBlock(inView(findGluedMarkers));
const parenthesisMarkers = perBlock(inView(findParenthesisMarkers));
const signOpeners = perBlock(inView(findSignOpeners));

/** Reads a block as its readers see it. */
function inView<T>(read: (text: string, skipped: readonly Span[]) => T): (block: Block, text: string) => T {
  return ({ isFolded, atoms }, text) => {
    const view = isFolded ? foldText(text) : undefined;
    if (!view) return read(text, atoms);
    const skipped = atoms.map(({ start, end }) => ({ start: view.viewOffsetOf(start), end: view.viewOffsetOf(end) }));
    return mapSpans(read(view.text, skipped), view.spanOf);
  };
}

/** Whether a line under a heading of notes is an entry: it has a year and several parts, and would be a heading elsewhere. */
const isReference = perBlock(({ content }, text) => {
  const words = text.slice(content.start, content.end);
  return /,\s.*(?:19|20)\d\d/su.test(words) && readReferenceEntry(text, content) !== undefined;
});
/** Where the content begins, without the rule between the notes and the text above them. */
const firstWords = perBlock(({ content }, text) => content.start + rule.exec(text.slice(content.start))![0].length);
const rule = /^(?:[_–—*-]{3,}\s*\n\s*)?/;

/**
 * The blocks of a brief as `readNoteSystem` sees them; `blocks` are those by their own text, `addresses` the links that the brief
 * defines.
 */
export function noteBlocksOf(
  text: string,
  blocks: readonly Block[],
  starts: readonly number[],
  addresses: Addresses,
): NoteBlock[] {
  let isUnderNotes = false;
  return blocks.map((block, index) => {
    const found = kindOf(block, blocks[index + 1]);
    if (found === 'note-heading') isUnderNotes = true;
    const isEntry = isUnderNotes && (block.shape === 'line' || block.shape === 'masthead');
    const kind =
      isEntry &&
      found !== 'note-heading' &&
      isReference(block, text.slice(starts[index]!, starts[index]! + block.length))
        ? 'text'
        : found;
    if (kind === 'heading') isUnderNotes = false;
    const start = starts[index]!;
    const textOfBlock = () => text.slice(start, start + block.length);
    return {
      start,
      contentStart: start + (block.candidates?.openers.length ? firstWords(block, textOfBlock()) : block.content.start),
      contentEnd: start + block.content.end,
      kind,
      isIndented: block.content.start > 0,
      candidates: block.candidates ? withoutLabels(block.candidates, addresses) : NO_CANDIDATES,
      glued: () => gluedMarkers(block, textOfBlock()),
      parentheses: () => parenthesisMarkers(block, textOfBlock()),
      signs: () => signOpeners(block, textOfBlock()),
    };
  });
}

/** Without the markers that are labels of links: the `[1]` of `[Reuters][1]`. */
function withoutLabels(candidates: BlockCandidates, addresses: Addresses): NoteBlock['candidates'] {
  const links = candidates.references.filter(({ label }) => addresses.has(normalizeLabel(label)));
  if (links.length === 0) return candidates;
  const isFree = createOverlapCheck(links.map(({ span }) => span));
  return { openers: candidates.openers, markers: candidates.markers.filter(({ span }) => isFree(span)) };
}

function kindOf(block: Block, next: Block | undefined): NoteBlock['kind'] {
  const { kind, shape, announcesNotes } = block;
  if (kind === 'front-matter') return 'apart';
  if (announcesNotes) return 'note-heading';
  if (kind === 'heading' || isLoneHeading(block, next)) return 'heading';
  return shape === 'prose' || shape === 'note' || shape === 'source' ? 'text' : 'apart';
}

/** Whether a line is a heading because of what follows it. */
export function isLoneHeading({ kind, shape }: Block, next: Block | undefined): boolean {
  const canFollow = next?.shape === 'prose' || next?.shape === 'note' || next?.shape === 'source';
  return kind === 'paragraph' && shape === 'line' && next?.kind === 'paragraph' && canFollow;
}
