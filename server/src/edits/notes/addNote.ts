/** Adds notes to a list, or begins one. */

import { newlineOf } from '../../base/text/newline.ts';
import { type Span, slice } from '../../base/text/span.ts';
import type { Brief, Marker, Note, NoteList } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import { markerAt, noteAt } from '../../syntax/brief/notes.ts';
import type { NoteLabel } from '../../syntax/candidates.ts';
import type { Replacement } from '../citation/replaceSource.ts';
import { arrangeNotes, inOrderOfUse, numberedNotes, numberIn } from './arrange.ts';
import { relabel } from './labels.ts';
import { applyReplacements, meaningsOfMarkers, verified } from './verify.ts';

/** The text of an empty note before its words, `[^3]: `, and where it goes. */
interface NewNote {
  readonly at: number;
  /** What is added, and how much of it stands before the words of the note. */
  readonly text: string;
  readonly cursor: number;
}

/** Creates the notes that a marker points to and that do not exist; undefined if no list can take them. */
export function createLostNotes(brief: Brief, marker: Marker): readonly Replacement[] | undefined {
  const isLostHere = brief.notes.orphans.includes(marker);
  const lost = isLostHere ? brief.notes.orphans.flatMap(({ candidate }) => candidate.labels) : marker.lost;
  const labels = [...new Map(lost.map((label) => [label.text, label])).values()].sort(
    (a, b) => Number(a.text) - Number(b.text),
  );
  const list = listFor(brief, marker);
  const notes = list
    ? labels.map((label) => newNoteIn(brief, list, label))
    : [
        newList(
          brief,
          labels.map((label) => openerFor(slice(brief.text, marker.span), marker, label)),
        ),
      ];
  const replacements = notes.map(({ at, text }) => ({ span: { start: at, end: at }, text }));
  const before = meaningsOfMarkers(brief).length;
  return verified(brief, replacements, (after) => {
    const isComplete = after.notes.orphans.length === 0 && meaningsOfMarkers(after).length === before;
    const isLabel = new Set(labels.map((label) => label.text));
    return isComplete && after.notes.markers.every((one) => one.lost.every(({ text }) => !isLabel.has(text)));
  });
}

/** A marker to insert, and the words of its note. */
export interface NewFootnote {
  /** What the marker replaces: an empty span, or a citation. */
  readonly place: Span;
  /** What is kept of the text at `place`, before the marker. */
  readonly kept: string;
  readonly words: string;
}

/** An edit that inserts footnotes, and where the words of the first note go in the text after it. */
export interface Footnotes {
  readonly replacements: readonly Replacement[];
  readonly cursor: number;
}

/**
 * Inserts the next number at `offset` in the style of the notes of the brief, `[^1]` by default; later notes are renumbered. Undefined
 * where the marker would not be read, or another one would lead elsewhere.
 */
export function insertFootnote(brief: Brief, offset: number): Footnotes | undefined {
  if (!isInRunningText(brief, offset)) return undefined;
  const footnotes = addFootnotes(brief, [{ place: { start: offset, end: offset }, kept: '', words: '' }]);
  if (!footnotes) return undefined;
  const expected = meaningsOfMarkers(brief);
  const position = [...brief.notes.markers, ...brief.notes.orphans].filter(({ span }) => span.start < offset).length;
  return (
    verified(brief, footnotes.replacements, (after) => {
      const found = meaningsOfMarkers(after);
      const isNew = markerAt(after, offset)?.notes.some(
        ({ number }) => number.end < footnotes.cursor && after.text.slice(number.end, footnotes.cursor).trim() === '',
      );
      return isNew === true && String(found.toSpliced(position, 1)) === String(expected);
    }) && footnotes
  );
}

/** Adds footnotes, in order of position, without verifying the result; undefined where the brief cannot number them. */
export function addFootnotes(brief: Brief, added: readonly NewFootnote[]): Footnotes | undefined {
  const model = nearestMarker(brief, added[0]!.place.start);
  const list = model && listFor(brief, model);
  if (!list) return firstFootnotes(brief, added);
  const [label] = model.candidate.labels;
  const notes = inOrderOfUse(numberedNotes(list));
  if (notes.length === 0 || !label) return undefined;
  const order = mergeByUse(notes, added);
  const arranged = arrangeNotes(brief, { list, order: order.map((one) => ('place' in one ? undefined : one)) });
  if (!arranged) return undefined;
  const single = model.candidate.labels.length > 1 ? alone(model.candidate, label.text) : slice(brief.text, model.span);
  const places = numberedNotes(list);
  const markers: Replacement[] = [];
  const newNotes: NewNote[] = [];
  let before = 0;
  for (const one of order) {
    if (!('place' in one)) {
      before++;
      continue;
    }
    const newLabel = arranged.newLabels[markers.length]!;
    markers.push({ span: one.place, text: one.kept + relabel(single, [label.text], [newLabel]) });
    newNotes.push(newNoteBeside(brief, list, places[before - 1], places[before], newLabel, one.words));
  }
  return combine(brief, markers, newNotes, arranged.replacements);
}

/** The notes and the new ones in order of use; notes without a marker come last. */
function mergeByUse(notes: readonly Note[], added: readonly NewFootnote[]): (Note | NewFootnote)[] {
  const order: (Note | NewFootnote)[] = [];
  let next = 0;
  for (const one of added) {
    for (; next < notes.length; next++) {
      const use = notes[next]!.markers[0];
      if (!use || use.span.start >= one.place.start) break;
      order.push(notes[next]!);
    }
    order.push(one);
  }
  return [...order, ...notes.slice(next)];
}

function firstFootnotes(brief: Brief, added: readonly NewFootnote[]): Footnotes {
  const markers = added.map(({ place, kept }, index) => ({ span: place, text: `${kept}[^${index + 1}]` }));
  const notes = added.map(({ words }, index) => `[^${index + 1}]: ${words}`);
  const newline = newlineOf(brief.text);
  const list = newList(brief, notes, newline + newline);
  return combine(brief, markers, [{ ...list, cursor: list.cursor - added[0]!.words.length }], []);
}

/** Markers and notes are inserted before what begins at their offset; a marker comes before a note at the same offset. */
function combine(
  { text }: Brief,
  markers: readonly Replacement[],
  notes: readonly NewNote[],
  others: readonly Replacement[],
): Footnotes {
  const [{ at, cursor }] = notes as [NewNote];
  const before = [...markers, ...others].filter(({ span }) => span.end <= at);
  const moved = applyReplacements(text.slice(0, at), before).length;
  const insertions = notes.map((note) => ({ span: { start: note.at, end: note.at }, text: note.text }));
  return { replacements: [...markers, ...insertions, ...others], cursor: moved + cursor };
}

/** Whether running text is at an offset: no heading or note, and nothing that is read as a whole. */
function isInRunningText(brief: Brief, offset: number): boolean {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (block?.kind !== 'paragraph' || noteAt(brief, offset)) return false;
  const at = offset - brief.starts[index]!;
  const parts = [...block.atoms, ...block.groups, ...block.markers, ...block.citations.map(({ group }) => group)];
  return at <= block.content.end && parts.every(({ start, end }) => at <= start || end <= at);
}

/** The list of the note that a marker points to; for a lost one, of a marker written alike. */
function listFor({ notes: { lists, markers } }: Brief, marker: Marker): NoteList | undefined {
  const alike =
    marker.notes.length > 0
      ? [marker]
      : markers.filter(({ candidate, notes }) => candidate.form === marker.candidate.form && notes.length > 0);
  const [bound] = alike;
  const note = bound?.notes[0];
  if (note) return lists.find(({ notes, isLinkDefinitions }) => !isLinkDefinitions && notes.includes(note));
  const [label] = marker.lost;
  return lists.find(({ system, isLinkDefinitions }) => !isLinkDefinitions && label?.systems.includes(system));
}

/** The marker with a note whose style a new one follows: the last before the offset, else the next. */
function nearestMarker({ notes: { markers } }: Brief, offset: number): Marker | undefined {
  const bound = markers.filter(({ notes }) => notes.length > 0);
  return bound.findLast(({ span }) => span.end <= offset) ?? bound[0];
}

/** A note with a label that its list lacks, before the first one with a higher number. */
function newNoteIn(brief: Brief, list: NoteList, label: NoteLabel): NewNote {
  const number = numberIn(list, { label });
  const isHigher = (note: Note) => number !== undefined && (numberIn(list, note) ?? 0) > number;
  const next = list.notes.find(isHigher);
  const previous = next ? list.notes[list.notes.indexOf(next) - 1] : list.notes.at(-1);
  return newNoteBeside(brief, list, previous, next, label.text);
}

/** A note between two of its list, written like them. */
function newNoteBeside(
  { text, blocks, starts }: Brief,
  list: NoteList,
  previous: Note | undefined,
  next: Note | undefined,
  label: string,
  words = '',
): NewNote {
  const model = (previous ?? next)!;
  const lineStart = text.lastIndexOf('\n', model.span.start - 1) + 1;
  const gap = text.slice(model.number.end, model.content.start) || ' ';
  const number = relabel(slice(text, model.number), [model.label.text], [label]);
  const opener = text.slice(lineStart, model.span.start) + number + gap;
  const tail = model.form === 'table' ? ' |' : '';
  const isSpaced =
    new Set(list.notes.map(({ blockIndex }) => blockIndex)).size === list.notes.length && list.notes.length > 1;
  const newline = newlineOf(text);
  const separator = isSpaced || (model.form === 'caret' && list.notes.length === 1) ? newline + newline : newline;
  if (next) {
    const at = text.lastIndexOf('\n', next.span.start - 1) + 1;
    return { at, text: opener + words + tail + separator, cursor: opener.length };
  }
  // What is indented below a note belongs to it.
  let last = model.blockIndex;
  while (blocks[last + 1]?.kind === 'paragraph' && blocks[last + 1]!.content.start > 0) last++;
  const lineEnd = text.indexOf('\n', model.span.end);
  const end = last > model.blockIndex ? starts[last]! + blocks[last]!.content.end : lineEnd < 0 ? text.length : lineEnd;
  const at = end - (text[end - 1] === '\r' ? 1 : 0);
  return { at, text: separator + opener + words + tail, cursor: separator.length + opener.length };
}

/** A marker of one note, in the brackets of one of several. */
function alone({ form }: Marker['candidate'], label: string): string {
  return form === 'parenthesized' ? `(${label})` : `[${label}]`;
}

/** The start of a note for a marker: `[^3]` is `[^3]: `, `[3]` and `³` stay as they are. */
function openerFor(written: string, { candidate }: Marker, label: NoteLabel): string {
  const from = candidate.labels.map(({ text }) => text);
  const single = candidate.labels.length > 1 ? alone(candidate, from[0]!) : written;
  const isNamed = candidate.form === 'caret';
  const number =
    candidate.form === 'superscript' && written.startsWith('<')
      ? `[${label.text}]`
      : relabel(single, from.slice(0, 1), [label.text]);
  return isNamed ? `${number}: ` : `${number} `;
}

/** A list at the end of the brief. */
function newList({ text }: Brief, notes: readonly string[], separator = newlineOf(text)): NewNote {
  const newline = newlineOf(text);
  const at = text.trimEnd().length;
  const added = newline + newline + notes.join(separator);
  return { at, text: added, cursor: newline.length * 2 + notes[0]!.length };
}
