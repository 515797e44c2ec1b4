import type { Block } from '../ast.ts';
import { findGluedMarkers } from '../citation/notes/noteCandidates.ts';
import { isNoteHeading } from '../citation/notes/noteHeadings.ts';
import type { NoteBlock } from '../citation/notes/noteSystem.ts';
import { perBlock } from './perBlock.ts';

const NO_CANDIDATES: NoteBlock['candidates'] = { openers: [], markers: [] };

const gluedMarkers = perBlock((block, text) => findGluedMarkers(text, block.atoms));
const announcesNotes = perBlock(
  ({ kind, shape, content }, text) =>
    (kind === 'heading' || shape === 'line') && isNoteHeading(text.slice(content.start, content.end)),
);

/** The blocks of a brief as `readNoteSystem` sees them; `blocks` are those by their own text. */
export function noteBlocksOf(text: string, blocks: readonly Block[], starts: readonly number[]): NoteBlock[] {
  return blocks.map((block, index) => {
    const start = starts[index]!;
    const textOfBlock = () => text.slice(start, start + block.length);
    return {
      start,
      contentStart: start + block.content.start,
      contentEnd: start + block.content.end,
      kind: kindOf(block, blocks[index + 1], textOfBlock),
      isIndented: block.content.start > 0,
      candidates: block.candidates ?? NO_CANDIDATES,
      glued: () => gluedMarkers(block, textOfBlock()),
    };
  });
}

function kindOf(block: Block, next: Block | undefined, textOf: () => string): NoteBlock['kind'] {
  const { kind, shape } = block;
  if (kind === 'front-matter') return 'apart';
  if ((kind === 'heading' || shape === 'line') && announcesNotes(block, textOf())) return 'note-heading';
  if (kind === 'heading' || isLoneHeading(block, next)) return 'heading';
  return shape === 'prose' || shape === 'note' || shape === 'source' ? 'text' : 'apart';
}

/** Whether a line is a heading because of what follows it. */
export function isLoneHeading({ kind, shape }: Block, next: Block | undefined): boolean {
  const canFollow = next?.shape === 'prose' || next?.shape === 'note' || next?.shape === 'source';
  return kind === 'paragraph' && shape === 'line' && next?.kind === 'paragraph' && canFollow;
}
