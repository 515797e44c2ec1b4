/**
 * Which lines of a brief are notes, and which marker points to which. One linear pass over the candidates of its blocks, not over its text.
 * docs/format.md, "Notes".
 */

import { shift } from '../../../base/text/span.ts';
import type { NoteSystem } from '../../ast.ts';
import type { MarkerCandidate } from '../../candidates.ts';
import { bindMarkers } from './markerBinding.ts';
import { numberOf } from './noteLabels.ts';
import {
  acceptLists,
  createRunLookup,
  type DraftList,
  findRuns,
  isPlainly,
  labelsOfLists,
  type NoteBlock,
  type PlacedMarker,
} from './noteLists.ts';
import { certainParentheses } from './parenthesisMarkers.ts';
import { readSignNotes } from './signNotes.ts';

export const NO_NOTES: NoteSystem = { lists: [], markers: [], orphans: [] };

/** How far a glued number may be beyond the next one expected: in a sentence, and behind its stop. */
const [MAX_GLUED_GAP, MAX_GLUED_GAP_BEHIND_STOP] = [2, 5];
/** How far one without a note may be beyond, which ends a sentence. */
const MAX_LOST_GAP = 40;

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
    const runOf = createRunLookup(runs);
    return markers.filter(({ span }) => !runOf(span.start));
  };
  let lists = acceptLists(found, outside(found.filter(isPlainly)), createRunLookup(found));
  let placed = outside(lists).filter(({ candidate }) => candidate.form !== 'sign');
  let isGuess = false;
  const labels = labelsOfLists(lists);
  if (!placed.some(({ candidate }) => isOrdinaryMarker(candidate, labels))) {
    const parentheses = furtherIn(blocks, found, (block) => block.parentheses());
    const withParentheses = acceptLists(found, parentheses, () => undefined);
    const certain = certainParentheses(outside(withParentheses, parentheses), withParentheses);
    const glued = certain.length > 0 ? [] : furtherIn(blocks, found, (block) => block.glued());
    const withGlued = acceptLists(found, glued, () => undefined);
    const expected = inOrder(outside(withGlued, glued), withGlued);
    if (certain.length > 0) {
      lists = withParentheses;
      placed = [...placed, ...certain];
    } else if (withGlued.length > 0 && expected.length > 0) {
      lists = withGlued;
      placed = [...placed, ...expected];
      isGuess = true;
    }
  }
  const signs = readSignNotes(blocks, sections, candidates);
  const all = signs.markers.length > 0 ? [...placed, ...signs.markers].sort(byStart) : placed;
  return bindMarkers([...lists, ...signs.lists], all, sections, isGuess);
}

/** The number of the section each block is in; a note heading begins none. */
function sectionNumbers(blocks: readonly NoteBlock[]): number[] {
  let section = 0;
  return blocks.map(({ kind }) => (kind === 'heading' ? ++section : section));
}

/** Whether it is a marker that is no guess, given the labels there are. */
function isOrdinaryMarker({ form, labels, isAttached }: MarkerCandidate, known: ReadonlySet<string>): boolean {
  if (form === 'caret' || form === 'inline' || form === 'word') return true;
  if (form !== 'bracket' && form !== 'superscript') return false;
  return isAttached && labels.some(({ keys }) => keys.some((key) => known.has(key)));
}

const byStart = (a: PlacedMarker, b: PlacedMarker) => a.span.start - b.span.start;

/** Markers that are read only where there may be notes for them. */
function furtherIn(
  blocks: readonly NoteBlock[],
  runs: readonly DraftList[],
  read: (block: NoteBlock) => readonly MarkerCandidate[],
): PlacedMarker[] {
  if (!runs.some(({ system }) => system === 'arabic')) return [];
  return blocks.flatMap((block, blockIndex) =>
    block.kind !== 'note-heading'
      ? read(block).map((candidate) => ({ candidate, blockIndex, span: shift(candidate.span, block.start) }))
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
  const labels = labelsOfLists(lists);
  const used = new Set<number>();
  const kept: PlacedMarker[] = [];
  const behindWords = new Set(
    markers.flatMap(({ candidate: { labels, isBehindNumber } }) =>
      isBehindNumber ? [] : (numberOf(labels[0]!, 'arabic') ?? []),
    ),
  );
  const letters = lists.some(({ system }) => system === 'letter');
  for (const marker of markers) {
    const [label] = marker.candidate.labels;
    const number = numberOf(label!, 'arabic');
    if (number === undefined) {
      if (letters && kept.at(-1)?.span.end === marker.span.start - 1) kept.push(marker);
      continue;
    }
    const gap = marker.candidate.isBehindStop ? MAX_GLUED_GAP_BEHIND_STOP : MAX_GLUED_GAP;
    // Decimals count on only by chance: without the next number behind a word, `rose to 29.1 The` says no more than it says.
    if (marker.candidate.isBehindNumber && (number !== expected || (!behindWords.has(number + 1) && kept.length === 0)))
      continue;
    const isNote = labels.has(`arabic ${label!.text}`);
    if (used.has(number)) kept.push(marker);
    else if (number >= expected && number <= expected + gap) {
      kept.push(marker);
      used.add(number);
      // A number without a note says nothing about where the text has got to.
      if (number === expected || isNote) expected = number + 1;
    } else if (!isNote && marker.candidate.endsSentence && number > expected && number <= expected + MAX_LOST_GAP)
      kept.push(marker);
  }
  return kept;
}
