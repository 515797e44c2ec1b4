/** The runs of numbered lines in a brief, and which of them are lists of notes. docs/format.md, "Notes". */

import { getOrInsert } from '../../../base/memo/maps.ts';
import { partitionPoint } from '../../../base/memo/search.ts';
import { shift } from '../../../base/text/span.ts';
import type { Marker, Note } from '../../ast.ts';
import type {
  MarkerCandidate,
  NoteCandidates,
  NoteLabel,
  NoteOpener,
  NumberSystem,
  OpenerForm,
} from '../../candidates.ts';
import { numberOf } from './noteLabels.ts';

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
  /** Numbers in parentheses; read only where there are notes for them. */
  readonly parentheses: () => readonly MarkerCandidate[];
  /** Lines with a sign, such as `* Reuters`; read only where there are markers for them. */
  readonly signs: () => readonly NoteOpener[];
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
  /** A number alone: an empty note if the next one counts on, else that of a page. */
  let alone: { opener: NoteOpener; block: NoteBlock; index: number } | undefined;
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
      const first = alone && alone.index === index - 1 && isNextNumber(alone.opener, opener) ? alone : undefined;
      alone = undefined;
      if (isNumberAlone(opener) && !isNextOf(open, opener)) {
        alone = { opener, block, index };
        continue;
      }
      const continues: boolean =
        !first &&
        open !== undefined &&
        open.form === opener.form &&
        open.system === system &&
        isRising(open, opener, system);
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
        if (first) open.notes.push(createNote(first.opener, first.block, first.index));
      }
      open.notes.push(createNote(opener, block, index));
    }
  }
  const ends = sectionEnds(blocks, runs);
  for (const run of runs) {
    const end = ends[run.notes.at(-1)!.blockIndex];
    run.isAtSectionEnd =
      end === 'exact' || (end === 'near' && (isPlainly(run) || run.section === sections[sections.length - 1]));
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

function isNextNumber(first: NoteOpener, { form, label }: NoteOpener): boolean {
  return form === 'bare' && numberOf(label, 'arabic') === numberOf(first.label, 'arabic')! + 1;
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
  return last !== undefined && next !== undefined && (system === 'sign' ? next > last : next >= last);
}

/** What ends a page below its notes, such as a contact and a copyright, has at most this many short paragraphs without markers. */
const [MAX_CLOSING_BLOCKS, MAX_CLOSING_LENGTH] = [3, 300];

/** For each block, whether nothing but notes follows it in its section, or little else. */
function sectionEnds(
  blocks: readonly NoteBlock[],
  runs: readonly DraftList[],
): readonly ('exact' | 'near' | undefined)[] {
  const noteBlocks = new Set(runs.flatMap(({ notes }) => notes.map(({ blockIndex }) => blockIndex)));
  const ends: ('exact' | 'near' | undefined)[] = [];
  let closing = 0;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    ends[index] = closing === 0 ? 'exact' : closing <= MAX_CLOSING_BLOCKS ? 'near' : undefined;
    if (block.kind === 'heading' || block.kind === 'note-heading') closing = 0;
    else if (block.kind === 'text' && !block.isIndented && !noteBlocks.has(index))
      closing += isClosing(block) ? 1 : MAX_CLOSING_BLOCKS + 1;
  }
  return ends;
}

function isClosing({ contentStart, contentEnd, candidates }: NoteBlock): boolean {
  return contentEnd - contentStart <= MAX_CLOSING_LENGTH && candidates.markers.length === 0;
}

/**
 * The runs that are note lists. `markers`: those outside of the runs that say plainly that they are notes; other runs may be numbered
 * paragraphs, which have markers of their own. `runOf`: the run in which an offset of the brief is.
 */
export function acceptLists(
  runs: readonly DraftList[],
  markers: readonly PlacedMarker[],
  runOf: (offset: number) => DraftList | undefined,
): DraftList[] {
  const attached = attachedLabels(markers, runOf);
  // No note points to its own list.
  const isPointedTo = (run: DraftList, key: string) => {
    const from = attached.get(key);
    return from !== undefined && (from.size > 1 || !from.has(run));
  };
  const marked = runs.filter(
    (run) =>
      isPlainly(run) && ((run.form !== 'bracket' && run.form !== 'superscript') || run.isUnderHeading || isHalf(run)),
  );
  // Lines such as `12.` without a heading are notes only for numbers that no other list has.
  const taken = labelsOfLists(marked.filter(({ form }) => form !== 'definition'));
  const isMarked = new Set(marked);
  return runs.filter((run) => isMarked.has(run) || run.form === 'definition' || isHalf(run, taken));

  function isHalf(run: DraftList, takenKeys?: ReadonlySet<string>): boolean {
    if (run.notes.length < 2 || !run.isAtSectionEnd) return false;
    const keys = [...new Set(run.notes.map(({ label }) => keyIn(run.system, label)))].filter(
      (key) => !takenKeys?.has(key),
    );
    return keys.length > 0 && keys.filter((key) => isPointedTo(run, key)).length * 2 >= keys.length;
  }
}

function keyIn(system: NumberSystem, { systems, keys }: NoteLabel): string {
  return keys[systems.indexOf(system)]!;
}

/** What a marker may be that points to a note with this label in a list of that system. */
export function keysIn(system: NumberSystem, label: NoteLabel): readonly string[] {
  return system === 'name' ? label.keys : [keyIn(system, label)];
}

/** The labels of markers that are certain, each with the runs in which such a marker is. */
function attachedLabels(
  markers: readonly PlacedMarker[],
  runOf: (offset: number) => DraftList | undefined,
): ReadonlyMap<string, ReadonlySet<DraftList | undefined>> {
  const found = new Map<string, Set<DraftList | undefined>>();
  for (const { candidate, span } of markers) {
    const canBeApart = candidate.form === 'bracket' || candidate.form === 'parenthesized';
    if (!candidate.isAttached && (!canBeApart || candidate.isInSentence)) continue;
    const run = runOf(span.start);
    for (const { keys } of candidate.labels) for (const key of keys) getOrInsert(found, key, () => new Set()).add(run);
  }
  return found;
}

/** Tells in which run an offset of the brief is. */
export function createRunLookup(runs: readonly DraftList[]): (offset: number) => DraftList | undefined {
  const notes = runs.flatMap((run) => run.notes.map(({ span }) => ({ span, run })));
  notes.sort((a, b) => a.span.start - b.span.start);
  return (offset) => {
    const note = notes[partitionPoint(notes.length, (at) => notes[at]!.span.start <= offset) - 1];
    return note && offset < note.span.end ? note.run : undefined;
  };
}

/** The labels of all notes, each with the systems it may be pointed to in. */
export function labelsOfLists(lists: readonly DraftList[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { notes, system } of lists)
    for (const { label } of notes) for (const key of keysIn(system, label)) keys.add(key);
  return keys;
}

/** Whether a list says plainly that it holds notes. */
export function isPlainly({ form, isUnderHeading }: DraftList): boolean {
  return isUnderHeading || form === 'bracket' || form === 'superscript' || form === 'caret' || form === 'word';
}
