/** Which marker points to which note. docs/format.md, "Notes". */

import { getOrInsert } from '../../../base/memo/maps.ts';
import { partitionPoint } from '../../../base/memo/search.ts';
import type { Marker, NoteList, NoteSystem } from '../../ast.ts';
import type { MarkerCandidate, NoteLabel, NumberSystem } from '../../candidates.ts';
import { lostMarkers } from './lostMarkers.ts';
import { type DraftList, type DraftNote, isPlainly, type PlacedMarker } from './noteLists.ts';

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
  const areSpaced = (of: MarkerCandidate['form']) =>
    hasSpacedMarkers(placed, of, ({ candidate, blockIndex }) =>
      candidate.labels.some((label) => findNote(index, label, sections[blockIndex]!, of)),
    );
  const isSpaced = { bracket: areSpaced('bracket'), caret: areSpaced('caret') };
  const markers: Marker[] = [];
  const unbound: Marker[] = [];
  for (const { candidate, blockIndex, span } of placed) {
    const { form, labels, isAttached, isInSentence } = candidate;
    const section = sections[blockIndex]!;
    const notes = labels.map((label) => findNote(index, label, section, form));
    const bound = notes.filter((note) => note !== undefined);
    const lost = labels.filter((_, at) => notes[at] === undefined);
    const marker: Marker = { candidate, span, blockIndex, notes: bound, lost, isGuess: isGuess && form === 'glued' };
    const countsHere = labels.some((label) => label.systems.some((system) => systems.has(system)));
    const isMarker =
      form === 'inline' ||
      (form === 'caret' && (bound.length > 0 || isAttached || isSpaced.caret)) ||
      (form === 'word' && (bound.length > 0 || isAttached)) ||
      form === 'glued' ||
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
    lists: lists.map(toList),
    markers: orphans.length > 0 ? markers.filter((marker) => !isOrphan.has(marker)) : markers,
    orphans,
  };
}

/** Whether a house puts a space before its markers, `the pier [4].`: then a number without a note is a marker there, too. */
function hasSpacedMarkers(
  placed: readonly PlacedMarker[],
  form: MarkerCandidate['form'],
  isBound: (marker: PlacedMarker) => boolean,
): boolean {
  const bound = placed.filter(({ candidate }) => candidate.form === form && !candidate.isInSentence).filter(isBound);
  return bound.length > 1 && bound.filter(({ candidate }) => !candidate.isAttached).length * 2 > bound.length;
}

/** The first note of each list with a label, in order of place, by what a marker must be to lead there. */
type NoteIndex = ReadonlyMap<string, readonly { readonly section: number; readonly note: DraftNote }[]>;

function indexLists(lists: readonly DraftList[]): NoteIndex {
  const index = new Map<string, { section: number; note: DraftNote }[]>();
  for (const list of lists) {
    const { section, form } = list;
    for (const note of list.notes) {
      if (note.isDuplicate) continue;
      const systems = list.system === 'name' ? note.label.systems : [list.system];
      for (const system of systems) {
        const key = indexKey(form === 'caret', isPlainly(list), system, note.label);
        getOrInsert(index, key, () => []).push({ section, note });
      }
    }
  }
  return index;
}

function indexKey(isCaret: boolean, isPlain: boolean, system: NumberSystem, { text }: NoteLabel): string {
  return `${isCaret} ${isPlain} ${system} ${text}`;
}

/** Lists that say plainly that they are notes come first; of them that of the same section, the next one, or the last one. */
function findNote(
  index: NoteIndex,
  label: NoteLabel,
  section: number,
  form: MarkerCandidate['form'],
): DraftNote | undefined {
  for (const isPlain of [true, false]) {
    const choices = label.systems.flatMap((system) => {
      const notes = index.get(indexKey(form === 'caret', isPlain, system, label));
      return notes ? { notes, from: partitionPoint(notes.length, (at) => notes[at]!.section < section) } : [];
    });
    const nextNotes = choices.flatMap(({ notes, from }) => notes[from] ?? []);
    const found = nextNotes.find((one) => one.section === section) ?? nextNotes[0] ?? choices.at(-1)?.notes.at(-1);
    if (found) return found.note;
  }
  return undefined;
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
