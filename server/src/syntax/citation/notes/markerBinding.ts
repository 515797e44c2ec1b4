/** Which marker points to which note. docs/format.md, "Notes". */

import { getOrInsert } from '../../../base/memo/maps.ts';
import { partitionPoint } from '../../../base/memo/search.ts';
import type { Marker, NoteList, NoteSystem } from '../../ast.ts';
import type { MarkerCandidate, NoteLabel } from '../../candidates.ts';
import { lostMarkers } from './lostMarkers.ts';
import { type DraftList, type DraftNote, isPlainly, keysIn, type PlacedMarker } from './noteLists.ts';

/** Binds markers outside of notes to the notes of the lists. `isGuess`: glued numbers are taken for markers. */
export function bindMarkers(
  lists: readonly DraftList[],
  placed: readonly PlacedMarker[],
  sections: readonly number[],
  isGuess: boolean,
): NoteSystem {
  const systems = new Set(lists.filter(({ form }) => form !== 'definition').map(({ system }) => system));
  const index = indexLists(lists);
  const hasCarets = placed.some(({ candidate }) => candidate.form === 'caret');
  const notesOf = placed.map(({ candidate: { labels, form }, blockIndex }) =>
    labels.map((label) => findNote(index, label, sections[blockIndex]!, form)),
  );
  const leading = placed.filter((_, at) => notesOf[at]!.some((note) => note !== undefined));
  const isSpaced = { bracket: areSpaced(leading, 'bracket'), caret: areSpaced(leading, 'caret') };
  const markers: Marker[] = [];
  const unbound: Marker[] = [];
  for (const [order, { candidate, blockIndex, span }] of placed.entries()) {
    const { form, labels, isAttached, isInSentence } = candidate;
    const notes = notesOf[order]!;
    const bound = notes.filter((note) => note !== undefined);
    const lost = labels.filter((_, at) => notes[at] === undefined);
    const marker: Marker = { candidate, span, blockIndex, notes: bound, lost, isGuess: isGuess && form === 'glued' };
    const countsHere = labels.some((label) => label.systems.some((system) => systems.has(system)));
    const isMarker =
      form === 'inline' ||
      (form === 'caret' && (bound.length > 0 || isAttached || isSpaced.caret)) ||
      (form === 'word' && (bound.length > 0 || isAttached)) ||
      form === 'glued' ||
      form === 'parenthesized' ||
      form === 'sign' ||
      ((form === 'bracket' || form === 'superscript') &&
        (isInSentence
          ? lost.length === 0
          : bound.length > 0 || (countsHere && (isAttached || (isSpaced.bracket && form === 'bracket')))));
    if (isMarker) {
      markers.push(marker);
      for (const note of bound) note.markers.push(marker);
    } else unbound.push(marker);
  }
  const forms = new Set(markers.map(({ candidate }) => candidate.form));
  const hasBrackets = forms.has('bracket');
  for (const marker of unbound) {
    const { form, labels, of } = marker.candidate;
    const isCaret = labels[0]?.systems.includes('name') ?? false;
    const isEmptied = form === 'empty' && (of ? forms.has(of) : hasBrackets || hasCarets);
    if (!(form === 'unclosed' ? (isCaret ? hasCarets : hasBrackets) : isEmptied)) continue;
    markers.push(marker);
    // A marker that was never closed still says which note it means.
    for (const note of form === 'unclosed' ? marker.notes : []) (note as DraftNote).markers.push(marker);
  }
  markers.sort((a, b) => a.span.start - b.span.start);
  const orphans = lists.every(({ form }) => form === 'definition') ? lostMarkers(markers, unbound) : [];
  const isOrphan = new Set(orphans);
  return {
    lists: lists.filter(isMeant).map(toList),
    markers: orphans.length > 0 ? markers.filter((marker) => !isOrphan.has(marker)) : markers,
    orphans,
  };
}

/**
 * Whether a house puts a space before its markers, `the pier [4].`: then a number without a note is a marker there, too. `leading`: those
 * that lead to a note.
 */
function areSpaced(leading: readonly PlacedMarker[], form: MarkerCandidate['form']): boolean {
  const bound = leading.filter(({ candidate }) => candidate.form === form && !candidate.isInSentence);
  return bound.length > 1 && bound.filter(({ candidate }) => !candidate.isAttached).length * 2 > bound.length;
}

/** The first note of each list with a label, in order of place, by the key of the label. */
type NoteIndex = ReadonlyMap<string, readonly { readonly section: number; readonly note: DraftNote }[]>;

/** By what a marker must be to lead there, and whether the lists say plainly that they are notes. */
interface NoteIndexes {
  readonly caret: { readonly plain: NoteIndex; readonly other: NoteIndex };
  readonly number: { readonly plain: NoteIndex; readonly other: NoteIndex };
}

function indexLists(lists: readonly DraftList[]): NoteIndexes {
  const indexOf = (isCaret: boolean) => {
    const some = lists.filter(({ form }) => (form === 'caret') === isCaret);
    return { plain: indexNotes(some.filter(isPlainly)), other: indexNotes(some.filter((list) => !isPlainly(list))) };
  };
  return { caret: indexOf(true), number: indexOf(false) };
}

function indexNotes(lists: readonly DraftList[]): NoteIndex {
  const index = new Map<string, { section: number; note: DraftNote }[]>();
  for (const { section, system, notes } of lists)
    for (const note of notes)
      if (!note.isDuplicate)
        for (const key of keysIn(system, note.label)) getOrInsert(index, key, () => []).push({ section, note });
  return index;
}

function findNote(
  indexes: NoteIndexes,
  label: NoteLabel,
  section: number,
  form: MarkerCandidate['form'],
): DraftNote | undefined {
  const { plain, other } = indexes[form === 'caret' ? 'caret' : 'number'];
  return findNoteIn(plain, label, section) ?? findNoteIn(other, label, section);
}

/** The note of the same section, the next one, or the last one. */
function findNoteIn(index: NoteIndex, { keys }: NoteLabel, section: number): DraftNote | undefined {
  let [next, last]: (DraftNote | undefined)[] = [];
  for (const key of keys) {
    const notes = index.get(key);
    if (!notes) continue;
    const found = notes[partitionPoint(notes.length, (at) => notes[at]!.section < section)];
    if (found?.section === section) return found.note;
    next ??= found?.note;
    last = notes.at(-1)!.note;
  }
  return next ?? last;
}

/** Recommendations that count from 1, in a brief with notes in every section, are no notes: all markers lead to other lists. */
function isMeant(list: DraftList): boolean {
  return isPlainly(list) || list.form === 'definition' || list.notes.some(({ markers }) => markers.length > 0);
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
