import type { Block, Citation, NoteMarker } from '../ast.ts';
import { mergeCitations } from '../citation/mergeCitations.ts';
import type { KnownNames } from '../knownNames.ts';

/** A brief while its parts are decided one after the other. All lists are by the index of the block. */
export interface BriefDraft {
  readonly text: string;
  /** What the registries say. */
  readonly known: KnownNames;
  /** The blocks as the registries read them. */
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  readonly citations: (readonly Citation[])[];
  readonly markers: Map<number, NoteMarker[]>;
  /** Blocks that begin with a note or are entries of a reference list: they are no prose, whatever their own text looks like. */
  readonly noteBlocks: Set<number>;
  /** Whether a note has other citations with other registries. */
  hasQuestions: boolean;
}

/** The draft of a brief with these blocks, before anything is decided. */
export function createDraft(
  text: string,
  blocks: readonly Block[],
  starts: readonly number[],
  known: KnownNames,
): BriefDraft {
  const citations = blocks.map((block) => block.citations);
  return { text, known, blocks, starts, citations, markers: new Map(), noteBlocks: new Set(), hasQuestions: false };
}

/** Adds citations to a block; spans count from its start. One that overlaps an item which names an id is left out. */
export function addCitations({ citations }: BriefDraft, index: number, found: readonly Citation[]): void {
  if (found.length > 0) citations[index] = mergeCitations(citations[index]!, found);
}

/** The text of a block. */
export function textOfBlock({ text, blocks, starts }: BriefDraft, index: number): string {
  return text.slice(starts[index]!, starts[index]! + blocks[index]!.length);
}
