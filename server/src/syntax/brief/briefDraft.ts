import type { Block, Citation, NoteMarker } from '../ast.ts';
import { mergeCitations } from '../citation/mergeCitations.ts';

/** A brief while its parts are decided one after the other. All lists are by the index of the block. */
export interface BriefDraft {
  readonly text: string;
  /** The blocks by their own text alone. */
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  readonly citations: (readonly Citation[])[];
  readonly markers: Map<number, NoteMarker[]>;
  /** Blocks that begin with a note or are entries of a reference list: they are no prose, whatever their own text looks like. */
  readonly noteBlocks: Set<number>;
}

/** The draft of a brief with these blocks, before anything is decided. */
export function createDraft(text: string, blocks: readonly Block[], starts: readonly number[]): BriefDraft {
  const citations = blocks.map((block) => block.citations);
  return { text, blocks, starts, citations, markers: new Map(), noteBlocks: new Set() };
}

/** Adds citations to a block; spans count from its start. One that overlaps an item which names an id is left out. */
export function addCitations({ citations }: BriefDraft, index: number, found: readonly Citation[]): void {
  if (found.length > 0) citations[index] = mergeCitations(citations[index]!, found);
}

/** The text of a block. */
export function textOfBlock({ text, blocks, starts }: BriefDraft, index: number): string {
  return text.slice(starts[index]!, starts[index]! + blocks[index]!.length);
}
