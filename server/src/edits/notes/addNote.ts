/** Adds notes to a list, or begins one. */

import { newlineOf } from '../../base/text/newline.ts';
import { slice } from '../../base/text/span.ts';
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

/** An edit that inserts a marker with an empty note, and where the words of the note go in the text after it. */
export interface Footnote {
  readonly replacements: readonly Replacement[];
  readonly cursor: number;
}

/**
 * Inserts the next number at `offset` in the style of the notes of the brief, `[^1]` by default; later notes are renumbered. Undefined
 * where the marker would not be read, or another one would lead elsewhere.
 */
export function insertFootnote(brief: Brief, offset: number): Footnote | undefined {
  if (!isInRunningText(brief, offset)) return undefined;
  const model = nearestMarker(brief, offset);
  const list = model && listFor(brief, model);
  const footnote = list ? footnoteInList(brief, offset, model, list) : firstFootnote(brief, offset);
  if (!footnote) return undefined;
  const expected = meaningsOfMarkers(brief);
  const position = [...brief.notes.markers, ...brief.notes.orphans].filter(({ span }) => span.start < offset).length;
  const isRight = (after: Brief) => {
    const found = meaningsOfMarkers(after);
    const index = blockIndexAt(after, footnote.cursor);
    const isNew = markerAt(after, offset)?.notes.some(
      ({ content, blockIndex }) =>
        blockIndex === index && content.start <= footnote.cursor && footnote.cursor <= content.end + 1,
    );
    return isNew === true && String(found.toSpliced(position, 1)) === String(expected);
  };
  return verified(brief, footnote.replacements, isRight) && footnote;
}

function footnoteInList(brief: Brief, offset: number, model: Marker, list: NoteList): Footnote | undefined {
  const [label] = model.candidate.labels;
  const notes = inOrderOfUse(numberedNotes(list));
  if (notes.length === 0 || !label) return undefined;
  const isUsedBefore = (note: Note) => note.markers.some(({ span }) => span.end <= offset);
  const index = notes.filter(isUsedBefore).length;
  const arranged = arrangeNotes(brief, { list, order: [...notes.slice(0, index), undefined, ...notes.slice(index)] });
  if (arranged?.newLabel === undefined) return undefined;
  const written = slice(brief.text, model.span);
  const single = model.candidate.labels.length > 1 ? `[${label.text}]` : written;
  const marker = relabel(single, [label.text], [arranged.newLabel]);
  const places = numberedNotes(list);
  const note = newNoteBeside(brief, list, places[index - 1], places[index], arranged.newLabel);
  return placeFootnote(brief, offset, marker, note, arranged.replacements);
}

function firstFootnote(brief: Brief, offset: number): Footnote {
  const note = newList(brief, ['[^1]: ']);
  return placeFootnote(brief, offset, '[^1]', note, []);
}

/** Both are inserted before what begins at their offset; the marker comes before a note at the same offset. */
function placeFootnote(
  { text }: Brief,
  offset: number,
  marker: string,
  { at, text: note, cursor }: NewNote,
  others: readonly Replacement[],
): Footnote {
  const insertion = { span: { start: offset, end: offset }, text: marker };
  const before = [insertion, ...others].filter(({ span }) => span.end <= at);
  const moved = applyReplacements(text.slice(0, at), before).length;
  return { replacements: [insertion, { span: { start: at, end: at }, text: note }, ...others], cursor: moved + cursor };
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
    return { at, text: opener + tail + separator, cursor: opener.length };
  }
  // What is indented below a note belongs to it.
  let last = model.blockIndex;
  while (blocks[last + 1]?.kind === 'paragraph' && blocks[last + 1]!.content.start > 0) last++;
  const lineEnd = text.indexOf('\n', model.span.end);
  const end = last > model.blockIndex ? starts[last]! + blocks[last]!.content.end : lineEnd < 0 ? text.length : lineEnd;
  const at = end - (text[end - 1] === '\r' ? 1 : 0);
  return { at, text: separator + opener + tail, cursor: separator.length + opener.length };
}

/** The start of a note for a marker: `[^3]` is `[^3]: `, `[3]` and `³` stay as they are. */
function openerFor(written: string, { candidate }: Marker, label: NoteLabel): string {
  const from = candidate.labels.map(({ text }) => text);
  const single = candidate.labels.length > 1 ? `[${from[0]}]` : written;
  const isNamed = candidate.form === 'caret';
  const number =
    candidate.form === 'superscript' && written.startsWith('<')
      ? `[${label.text}]`
      : relabel(single, from.slice(0, 1), [label.text]);
  return isNamed ? `${number}: ` : `${number} `;
}

/** A list at the end of the brief. */
function newList({ text }: Brief, openers: readonly string[]): NewNote {
  const newline = newlineOf(text);
  const at = text.trimEnd().length;
  const added = newline + newline + openers.join(newline);
  return { at, text: added, cursor: newline.length * 2 + openers[0]!.length };
}
