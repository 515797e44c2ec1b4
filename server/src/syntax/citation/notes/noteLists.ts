/** The runs of numbered lines in a brief, and which of them are lists of notes. docs/format.md, "Notes". */

import { partitionPoint } from '../../../base/memo/search.ts';
import { shift } from '../../../base/text/span.ts';
import type { Marker, Note } from '../../ast.ts';
import type { MarkerCandidate, NoteCandidates, NoteOpener, NumberSystem, OpenerForm } from '../../candidates.ts';
import { numberOf } from './noteCandidates.ts';

/** A block as the pass sees it. */
export interface NoteBlock {
  /** Where it begins in the brief, and where its text ends without white space behind it. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly kind: 'heading' | 'note-heading' | 'text' | 'apart';
  /** Whether its first line is indented: then it continues a note. */
  readonly isIndented: boolean;
  readonly candidates: NoteCandidates;
  /** Read only where a PDF may have glued numbers to words. */
  readonly glued: () => readonly MarkerCandidate[];
}

export interface DraftNote extends Omit<Note, 'markers' | 'isDuplicate'> {
  readonly markers: Marker[];
  isDuplicate: boolean;
}

export interface DraftList {
  readonly form: OpenerForm;
  readonly system: NumberSystem;
  readonly notes: DraftNote[];
  readonly section: number;
  readonly isUnderHeading: boolean;
  isAtSectionEnd: boolean;
}

/** A possible marker, and where it is in the brief. */
export type PlacedMarker = Pick<Marker, 'candidate' | 'blockIndex' | 'span'>;

/** Runs of notes that are counted alike and rise. */
export function findRuns(blocks: readonly NoteBlock[], sections: readonly number[]): DraftList[] {
  const runs: DraftList[] = [];
  let open: DraftList | undefined;
  let isUnderHeading = false;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' || block.kind === 'note-heading') {
      isUnderHeading = block.kind === 'note-heading';
      open = undefined;
      continue;
    }
    const openers = openersOf(block);
    if (openers.length === 0) continue;
    for (const opener of openers) {
      const system = systemOf(opener, open);
      // A number alone may be that of a page.
      if (isNumberAlone(opener) && !isNextOf(open, opener)) continue;
      const continues: boolean =
        open !== undefined && open.form === opener.form && open.system === system && isRising(open, opener, system);
      if (!continues || !open) {
        open = {
          form: opener.form,
          system,
          notes: [],
          section: sections[index]!,
          isUnderHeading,
          isAtSectionEnd: true,
        };
        runs.push(open);
      }
      open.notes.push(createNote(opener, block, index));
    }
  }
  const ends = sectionEnds(blocks, runs);
  for (const run of runs) {
    run.isAtSectionEnd = ends[run.notes.at(-1)!.blockIndex]!;
    const labels = new Set<string>();
    for (const note of run.notes) {
      note.isDuplicate = labels.has(note.label.text);
      labels.add(note.label.text);
    }
  }
  return runs;
}

/** The openers of a block that begins with one, all of the form of its first; carets and link definitions wherever they begin a line. */
function openersOf({ candidates, contentStart, start }: NoteBlock): readonly NoteOpener[] {
  const { openers } = candidates;
  const [first] = openers;
  if (!first) return openers;
  const startsWithNote = first.span.start + start <= contentStart;
  const isFree = ({ form }: NoteOpener) => form === 'caret' || form === 'definition';
  if (!startsWithNote) return openers.filter(isFree);
  // `[1]: https://…` above `[2] Reuters, May 3`
  const isMixed = first.form === 'definition';
  return openers.filter(
    (opener) => opener.form === first.form || isFree(opener) || (isMixed && opener.form === 'bracket'),
  );
}

function isNumberAlone({ form, content }: NoteOpener): boolean {
  return form === 'bare' && content.end <= content.start;
}

function isNextOf(open: DraftList | undefined, { label }: NoteOpener): boolean {
  const last = open?.form === 'bare' ? numberOf(open.notes.at(-1)!.label, 'arabic') : undefined;
  return last !== undefined && numberOf(label, 'arabic') === last + 1;
}

function createNote({ form, label, span, content }: NoteOpener, { start }: NoteBlock, blockIndex: number): DraftNote {
  const number = shift(span, start);
  const shifted = shift(content, start);
  const whole = { start: number.start, end: Math.max(number.end, shifted.end) };
  return { label, form, span: whole, number, content: shifted, blockIndex, markers: [], isDuplicate: false };
}

/** `i` continues `h` in a list of letters, and begins a list of Roman numbers. */
function systemOf({ label, form }: NoteOpener, open: DraftList | undefined): NumberSystem {
  if (form === 'caret' || form === 'definition') return 'name';
  if (open && label.systems.includes(open.system) && isRising(open, { label }, open.system)) return open.system;
  return label.systems.includes('roman') && label.text === 'i' ? 'roman' : label.systems[0]!;
}

function isRising({ notes }: DraftList, { label }: Pick<NoteOpener, 'label'>, system: NumberSystem): boolean {
  if (system === 'name') return true;
  const [last, next] = [numberOf(notes.at(-1)!.label, system), numberOf(label, system)];
  return last !== undefined && next !== undefined && next >= last;
}

/** For each block, whether nothing but notes follows it in its section. */
function sectionEnds(blocks: readonly NoteBlock[], runs: readonly DraftList[]): boolean[] {
  const noteBlocks = new Set(runs.flatMap(({ notes }) => notes.map(({ blockIndex }) => blockIndex)));
  const ends: boolean[] = [];
  let isAtEnd = true;
  for (const [index, { kind, isIndented }] of [...blocks.entries()].reverse()) {
    ends[index] = isAtEnd;
    if (kind === 'heading' || kind === 'note-heading') isAtEnd = true;
    else if (kind === 'text' && !isIndented && !noteBlocks.has(index)) isAtEnd = false;
  }
  return ends;
}

/**
 * The runs that are note lists. `markers`: those outside of all runs; `markersOfPlain`: those that point to lists which say plainly that
 * they are notes, also in numbered paragraphs, which look like notes.
 */
export function acceptLists(
  runs: readonly DraftList[],
  markers: readonly PlacedMarker[],
  markersOfPlain: readonly PlacedMarker[],
): DraftList[] {
  const [attached, attachedToPlain] = [attachedLabels(markers), attachedLabels(markersOfPlain)];
  const isPointedTo = (run: DraftList, label: string) =>
    (isPlainly(run) ? attachedToPlain : attached).has(`${run.system} ${label}`);
  const marked = runs.filter(
    (run) =>
      isPlainly(run) && ((run.form !== 'bracket' && run.form !== 'superscript') || run.isUnderHeading || isHalf(run)),
  );
  // Lines such as `12.` without a heading are notes only for numbers that no other list has.
  const taken = labelsOfLists(marked.filter(({ form }) => form !== 'definition'));
  const isTaken = (run: DraftList, label: string) => taken.has(`${run.system} ${label}`);
  const isMarked = new Set(marked);
  return runs.filter((run) => isMarked.has(run) || run.form === 'definition' || isHalf(run, isTaken));

  function isHalf(run: DraftList, isTakenBy: (run: DraftList, label: string) => boolean = () => false): boolean {
    if (run.notes.length < 2 || !run.isAtSectionEnd) return false;
    const labels = [...new Set(run.notes.map(({ label }) => label.text))].filter((label) => !isTakenBy(run, label));
    return labels.length > 0 && labels.filter((label) => isPointedTo(run, label)).length * 2 >= labels.length;
  }
}

function attachedLabels(markers: readonly PlacedMarker[]): ReadonlySet<string> {
  const labels = markers.flatMap(({ candidate }) =>
    candidate.isAttached || candidate.form === 'bracket' ? candidate.labels : [],
  );
  return new Set(labels.flatMap(({ systems, text }) => systems.map((system) => `${system} ${text}`)));
}

/** Tells whether an offset of the brief is in a note. */
export function createNoteLookup(lists: readonly DraftList[]): (offset: number) => boolean {
  const notes = lists.flatMap((list) => list.notes).sort((a, b) => a.span.start - b.span.start);
  return (offset) => {
    const next = partitionPoint(notes.length, (at) => notes[at]!.span.start <= offset);
    return next > 0 && offset < notes[next - 1]!.span.end;
  };
}

/** The labels of all notes, each with the systems it may be pointed to in. */
export function labelsOfLists(lists: readonly DraftList[]): ReadonlySet<string> {
  return new Set(
    lists.flatMap(({ notes, system }) =>
      notes.flatMap(({ label }) => (system === 'name' ? label.systems : [system]).map((one) => `${one} ${label.text}`)),
    ),
  );
}

/** Whether a list says plainly that it holds notes. */
export function isPlainly({ form, isUnderHeading }: DraftList): boolean {
  return isUnderHeading || form === 'bracket' || form === 'superscript' || form === 'caret' || form === 'word';
}
