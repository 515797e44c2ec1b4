/** Puts the notes of a list in another order, with other labels; all markers follow. */

import { slice } from '../../base/text/span.ts';
import type { Brief, Note, NoteList } from '../../syntax/ast.ts';
import { notesOf } from '../../syntax/brief/notes.ts';
import type { NumberSystem } from '../../syntax/candidates.ts';
import { numberOf } from '../../syntax/citation/notes/noteLabels.ts';
import type { Replacement } from '../citation/replaceSource.ts';
import { formatLabel, relabel } from './labels.ts';
import { repeatedBy, rewriteContent } from './repeats.ts';

/** The number of a note in its list; undefined if it has a name, as `[^smith]`. */
export function numberIn({ system }: NoteList, { label }: Pick<Note, 'label'>): number | undefined {
  return numberOf(label, countingSystem(system));
}

/** The notes of a list that have a number, in order of position. */
export function numberedNotes(list: NoteList): Note[] {
  return list.notes.filter((note) => numberIn(list, note) !== undefined);
}

/** Labels such as `[^1]` are names that count. */
function countingSystem(system: NumberSystem): NumberSystem {
  return system === 'name' ? 'arabic' : system;
}

/** The notes in the order in which markers use them; those without a marker come last. */
export function inOrderOfUse(notes: readonly Note[]): Note[] {
  const firstUse = ({ markers }: Note) => markers[0]?.span.start ?? Number.POSITIVE_INFINITY;
  return notes.toSorted((a, b) => firstUse(a) - firstUse(b) || 0);
}

/** Where the notes of a list go. */
export interface Arrangement {
  readonly list: NoteList;
  /** The notes that stay, in their new order; each `undefined` is a place for a new one. */
  readonly order: readonly (Note | undefined)[];
}

/** The replacements of an arrangement, and the labels of the new notes in order. */
export interface Arranged {
  readonly replacements: readonly Replacement[];
  readonly newLabels: readonly string[];
}

/** Numbers the notes from the lowest number of their list up. Undefined if the system cannot count so far, or text stands between notes that change places. */
export function arrangeNotes(brief: Brief, { list, order }: Arrangement): Arranged | undefined {
  const numbered = numberedNotes(list);
  const first = numbered.reduce((lowest, note) => Math.min(lowest, numberIn(list, note)!), Number.POSITIVE_INFINITY);
  const isDagger = list.notes.some(({ label }) => /[†‡]/.test(label.text));
  const labels = new Map<Note, string>();
  const newLabels: string[] = [];
  for (const [index, note] of order.entries()) {
    const label = formatLabel(first + index, countingSystem(list.system), isDagger);
    if (label === undefined) return undefined;
    if (note) labels.set(note, label);
    else newLabels.push(label);
  }
  const kept = order.filter((note) => note !== undefined);
  const isKept = new Set(kept);
  const places = numbered.filter((note) => isKept.has(note));
  const isMoved = kept.some((note, index) => note !== places[index]);
  if (isMoved && !areAdjacent(brief, places)) return undefined;
  const contents = newContents(brief, list, order, labels);
  const replacements = places.flatMap((place, index): Replacement[] => {
    const note = kept[index]!;
    const number = slice(brief.text, place.number);
    return [
      { span: place.number, text: relabel(number, [place.label.text], [labels.get(note)!]) },
      { span: place.content, text: contents.get(note)! },
    ];
  });
  replacements.push(...markersWith(brief, labels));
  return { newLabels, replacements: replacements.filter(({ span, text }) => slice(brief.text, span) !== text) };
}

/** The texts of the notes where they stand in this order. */
function newContents(
  brief: Brief,
  list: NoteList,
  order: readonly (Note | undefined)[],
  labels: ReadonlyMap<Note, string>,
): Map<Note, string> {
  const isListed = new Set(numberedNotes(list));
  const others: (Note | undefined)[] = notesOf(brief).filter((note) => !isListed.has(note));
  const at = others.findIndex((note) => note!.span.start > list.span.start);
  const inNewOrder = at < 0 ? [...others, ...order] : others.toSpliced(at, 0, ...order);
  const [before, after] = [repeatedBy(brief), repeatedBy(brief, inNewOrder)];
  const newLabels = new Map([...labels].map(([note, label]) => [note.label.text, label]));
  return new Map(
    [...labels.keys()].map((note) => {
      const root = before.get(note);
      const isSame = root?.value === after.get(note)?.value;
      return [note, rewriteContent(brief, note, isSame ? undefined : root, newLabels)];
    }),
  );
}

function markersWith({ text, notes: { markers } }: Brief, labels: ReadonlyMap<Note, string>): Replacement[] {
  return markers.flatMap(({ span, candidate, notes }) => {
    if (!notes.some((note) => labels.has(note))) return [];
    const from = candidate.labels.map((label) => label.text);
    const to = from.map((label) => {
      const note = notes.find((one) => one.label.text === label);
      return (note && labels.get(note)) ?? label;
    });
    return [{ span, text: relabel(slice(text, span), from, to) }];
  });
}

/** Whether nothing but white space, or the bars of a table, is between the notes. */
function areAdjacent({ text }: Brief, notes: readonly Note[]): boolean {
  return notes.every(({ span }, index) => {
    const next = notes[index + 1];
    return !next || /^[\s>|]*$/.test(text.slice(span.end, next.span.start));
  });
}
