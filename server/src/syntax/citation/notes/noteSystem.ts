/**
 * Which lines of a brief are notes, and which marker points to which. One linear pass over the candidates of its blocks, not over its text.
 * docs/format.md, "Notes".
 */

import { getOrInsert } from '../../../base/memo/maps.ts';
import { shift } from '../../../base/text/span.ts';
import type { Marker, Note, NoteList, NoteSystem } from '../../ast.ts';
import type {
  MarkerCandidate,
  NoteCandidates,
  NoteLabel,
  NoteOpener,
  NumberSystem,
  OpenerForm,
} from '../../candidates.ts';
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

export const NO_NOTES: NoteSystem = { lists: [], markers: [], orphans: [] };

/** Fewer numbers without a list are no lost notes. */
const MIN_LOST_MARKERS = 3;
/** How far a glued number may be beyond the next one expected: in a sentence, and behind its stop. */
const [MAX_GLUED_GAP, MAX_GLUED_GAP_BEHIND_STOP] = [2, 5];

interface DraftNote extends Omit<Note, 'markers' | 'isDuplicate'> {
  readonly markers: Marker[];
  isDuplicate: boolean;
}

interface DraftList {
  readonly form: OpenerForm;
  readonly system: NumberSystem;
  readonly notes: DraftNote[];
  readonly section: number;
  readonly isUnderHeading: boolean;
  isAtSectionEnd: boolean;
}

/** Reads the notes of a brief from its blocks, in order of place. */
export function readNoteSystem(blocks: readonly NoteBlock[]): NoteSystem {
  if (blocks.every(({ candidates }) => candidates.openers.length === 0 && candidates.markers.length === 0))
    return NO_NOTES;
  const sections = sectionNumbers(blocks);
  const found = findRuns(blocks, sections);
  const candidates = blocks.flatMap((block, blockIndex) =>
    block.candidates.markers.map((candidate) => ({ candidate, blockIndex, span: shift(candidate.span, block.start) })),
  );
  const outside = (runs: readonly DraftList[], markers: readonly PlacedMarker[] = candidates) => {
    const isInNote = createNoteLookup(runs);
    return markers.filter(({ span }) => !isInNote(span.start));
  };
  let lists = acceptLists(found, outside(found));
  let placed = outside(lists);
  let isGuess = false;
  const labels = labelsOfLists(lists);
  if (!placed.some(({ candidate }) => isOrdinaryMarker(candidate, labels))) {
    const glued = gluedIn(blocks, found);
    const withGlued = acceptLists(found, glued);
    const expected = inOrder(outside(withGlued, glued), withGlued);
    if (withGlued.length > 0 && expected.length > 0) {
      lists = withGlued;
      placed = [...placed.filter(({ candidate }) => candidate.form !== 'glued'), ...expected];
      isGuess = true;
    }
  }
  return bindMarkers(lists, placed, sections, isGuess);
}

type PlacedMarker = Pick<Marker, 'candidate' | 'blockIndex' | 'span'>;

/** The number of the section each block is in; a note heading begins none. */
function sectionNumbers(blocks: readonly NoteBlock[]): number[] {
  let section = 0;
  return blocks.map(({ kind }) => (kind === 'heading' ? ++section : section));
}

/** Runs of notes that are counted alike and rise. */
function findRuns(blocks: readonly NoteBlock[], sections: readonly number[]): DraftList[] {
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
  for (const run of runs) {
    run.isAtSectionEnd = isAtSectionEnd(run, blocks, runs);
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
  return openers.filter((opener) => opener.form === first.form || isFree(opener));
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

/** Whether nothing but notes follows in its section. */
function isAtSectionEnd(run: DraftList, blocks: readonly NoteBlock[], runs: readonly DraftList[]): boolean {
  const noteBlocks = new Set(runs.flatMap(({ notes }) => notes.map(({ blockIndex }) => blockIndex)));
  for (let index = run.notes.at(-1)!.blockIndex + 1; index < blocks.length; index++) {
    const { kind, isIndented } = blocks[index]!;
    if (kind === 'heading' || kind === 'note-heading') return true;
    if (kind === 'text' && !isIndented && !noteBlocks.has(index)) return false;
  }
  return true;
}

/** The runs that are note lists. */
function acceptLists(runs: readonly DraftList[], markers: readonly PlacedMarker[]): DraftList[] {
  const attached = new Set(
    markers
      .filter(({ candidate }) => candidate.isAttached)
      .flatMap(({ candidate }) =>
        candidate.labels.flatMap((label) => label.systems.map((system) => `${system} ${label.text}`)),
      ),
  );
  const isPointedTo = (run: DraftList, label: string) => attached.has(`${run.system} ${label}`);
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

/** Tells whether an offset of the brief is in a note. */
function createNoteLookup(lists: readonly DraftList[]): (offset: number) => boolean {
  const notes = lists.flatMap((list) => list.notes).sort((a, b) => a.span.start - b.span.start);
  return (offset) => {
    let [low, high] = [0, notes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (notes[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < notes[low - 1]!.span.end;
  };
}

/** The labels of all notes, each with the systems it may be pointed to in. */
function labelsOfLists(lists: readonly DraftList[]): ReadonlySet<string> {
  return new Set(
    lists.flatMap(({ notes, system }) =>
      notes.flatMap(({ label }) => (system === 'name' ? label.systems : [system]).map((one) => `${one} ${label.text}`)),
    ),
  );
}

/** Whether it is a marker that is no guess, given the labels there are. */
function isOrdinaryMarker({ form, labels, isAttached }: MarkerCandidate, known: ReadonlySet<string>): boolean {
  if (form === 'caret' || form === 'inline' || form === 'word') return true;
  if (form !== 'bracket' && form !== 'superscript') return false;
  return isAttached && labels.some(({ systems, text }) => systems.some((system) => known.has(`${system} ${text}`)));
}

function gluedIn(blocks: readonly NoteBlock[], runs: readonly DraftList[]): PlacedMarker[] {
  if (!runs.some(({ system }) => system === 'arabic')) return [];
  return blocks.flatMap((block, blockIndex) =>
    block.kind === 'text' || block.kind === 'apart'
      ? block.glued().map((candidate) => ({ candidate, blockIndex, span: shift(candidate.span, block.start) }))
      : [],
  );
}

function firstNumber(lists: readonly DraftList[]): number {
  const numbers = lists.flatMap(({ system, notes }) =>
    system === 'arabic' ? (numberOf(notes[0]!.label, system) ?? []) : [],
  );
  return numbers.reduce((lowest, one) => Math.min(lowest, one), numbers[0] ?? 1);
}

/** The glued numbers that count on: the next one expected, one used before, or one a little beyond. */
function inOrder(markers: readonly PlacedMarker[], lists: readonly DraftList[]): PlacedMarker[] {
  // An excerpt begins with the number of its first note.
  let expected = firstNumber(lists);
  const used = new Set<number>();
  const kept: PlacedMarker[] = [];
  const letters = lists.some(({ system }) => system === 'letter');
  for (const marker of markers) {
    const [label] = marker.candidate.labels;
    const number = numberOf(label!, 'arabic');
    if (number === undefined) {
      if (letters && kept.at(-1)?.span.end === marker.span.start - 1) kept.push(marker);
      continue;
    }
    const gap = marker.candidate.isBehindStop ? MAX_GLUED_GAP_BEHIND_STOP : MAX_GLUED_GAP;
    if (used.has(number)) kept.push(marker);
    else if (number >= expected && number <= expected + gap) {
      kept.push(marker);
      used.add(number);
      expected = number + 1;
    }
  }
  return kept;
}

function bindMarkers(
  lists: readonly DraftList[],
  placed: readonly PlacedMarker[],
  sections: readonly number[],
  isGuess: boolean,
): NoteSystem {
  const systems = new Set(lists.filter(({ form }) => form !== 'definition').map(({ system }) => system));
  const index = indexLists(lists);
  const hasCarets = placed.some(({ candidate }) => candidate.form === 'caret');
  const markers: Marker[] = [];
  const unbound: Marker[] = [];
  for (const { candidate, blockIndex, span } of placed) {
    const { form, labels, isAttached } = candidate;
    const section = sections[blockIndex]!;
    const notes = labels.map((label) => findNote(index, label, section, form));
    const bound = notes.filter((note) => note !== undefined);
    const lost = labels.filter((_, at) => notes[at] === undefined);
    const marker: Marker = { candidate, span, blockIndex, notes: bound, lost, isGuess: isGuess && form === 'glued' };
    const countsHere = labels.some((label) => label.systems.some((system) => systems.has(system)));
    const isMarker =
      form === 'inline' ||
      (form === 'caret' && (bound.length > 0 || isAttached)) ||
      (form === 'word' && (bound.length > 0 || isAttached)) ||
      form === 'glued' ||
      ((form === 'bracket' || form === 'superscript') && (bound.length > 0 || (countsHere && isAttached)));
    if (isMarker) {
      markers.push(marker);
      for (const note of bound) note.markers.push(marker);
    } else unbound.push(marker);
  }
  const hasBrackets = markers.some(({ candidate }) => candidate.form === 'bracket');
  for (const marker of unbound) {
    const { form, labels } = marker.candidate;
    const isCaret = labels[0]?.systems.includes('name') ?? false;
    if (form === 'unclosed' ? (isCaret ? hasCarets : hasBrackets) : form === 'empty' && (hasBrackets || hasCarets))
      markers.push(marker);
  }
  markers.sort((a, b) => a.span.start - b.span.start);
  const orphans = lists.every(({ form }) => form === 'definition') ? lostMarkers(markers, unbound) : [];
  const isOrphan = new Set(orphans);
  return {
    lists: lists.map(toList),
    markers: orphans.length > 0 ? markers.filter((marker) => !isOrphan.has(marker)) : markers,
    orphans,
  };
}

/** Every list by system and label, in order of place. */
function indexLists(
  lists: readonly DraftList[],
): Map<string, { readonly list: DraftList; readonly note: DraftNote }[]> {
  const index = new Map<string, { list: DraftList; note: DraftNote }[]>();
  for (const list of lists) {
    for (const note of list.notes) {
      // A marker leads to the first note with its label.
      if (note.isDuplicate) continue;
      const systems = list.system === 'name' ? note.label.systems : [list.system];
      for (const system of systems) getOrInsert(index, `${system} ${note.label.text}`, () => []).push({ list, note });
    }
  }
  return index;
}

/** Lists that say plainly that they are notes come first, then those of the same section. */
function findNote(
  index: ReturnType<typeof indexLists>,
  label: NoteLabel,
  section: number,
  form: MarkerCandidate['form'],
): DraftNote | undefined {
  const found = label.systems
    .flatMap((system) => index.get(`${system} ${label.text}`) ?? [])
    .filter(
      ({ list }) => (form === 'caret') === (list.form === 'caret') || (form !== 'caret' && list.form === 'definition'),
    );
  const plain = found.filter(({ list }) => isPlainly(list));
  const choices = plain.length > 0 ? plain : found;
  return (
    choices.find(({ list }) => list.section === section) ??
    choices.find(({ list }) => list.section > section) ??
    choices.at(-1)
  )?.note;
}

function isPlainly({ form, isUnderHeading }: DraftList): boolean {
  return isUnderHeading || form === 'bracket' || form === 'superscript' || form === 'caret' || form === 'word';
}

/** The markers of a brief without any note, if they are markers: at least three that count from 1, half of them behind stops. */
function lostMarkers(markers: readonly Marker[], unbound: readonly Marker[]): Marker[] {
  const carets = markers.filter(({ candidate, lost }) => candidate.form === 'caret' && lost.length > 0);
  if (carets.length > 1) return carets;
  const numbers = unbound.filter(
    ({ candidate: { form, isAttached } }) => (form === 'bracket' || form === 'superscript') && isAttached,
  );
  let last = 0;
  const counting = numbers.filter(({ candidate }) => {
    const number = numberOf(candidate.labels[0]!, 'arabic');
    if (number === undefined || number < last || (last === 0 && number !== 1)) return false;
    last = number;
    return true;
  });
  const behindStops = counting.filter(({ candidate }) => candidate.isBehindStop);
  return counting.length >= MIN_LOST_MARKERS && behindStops.length * 2 >= counting.length ? counting : [];
}

function toList(list: DraftList): NoteList {
  const { notes, system, isUnderHeading, form } = list;
  return {
    system,
    notes,
    span: { start: notes[0]!.span.start, end: notes.at(-1)!.span.end },
    isReferenceList: isUnderHeading && notes.every(({ markers }) => markers.length === 0),
    isLinkDefinitions: form === 'definition',
  };
}
