/** Questions about the notes of a brief. All offsets count in the file. */

import { createMemo } from '../../base/memo/memory.ts';
import { partitionPoint } from '../../base/memo/search.ts';
import type { Span } from '../../base/text/span.ts';
import type { Brief, Citation, Marker, Note, NoteSystem, Placed } from '../ast.ts';

const notesInOrder = createMemo<NoteSystem, readonly Note[]>();

/** All notes in order of position, those of link definitions that no marker points to aside. */
export function notesOf({ notes: system }: Brief): readonly Note[] {
  let notes = notesInOrder.get(system);
  if (!notes) {
    notes = system.lists
      .flatMap((list) => (list.isLinkDefinitions ? list.notes.filter(({ markers }) => markers.length > 0) : list.notes))
      .sort((a, b) => a.span.start - b.span.start);
    notesInOrder.set(system, notes);
  }
  return notes;
}

/** The note at an offset; undefined if there is none. */
export function noteAt(brief: Brief, offset: number): Note | undefined {
  const notes = notesOf(brief);
  const note = notes[partitionPoint(notes.length, (index) => notes[index]!.span.start <= offset) - 1];
  return note && offset <= note.span.end ? note : undefined;
}

/** The marker that an offset touches; undefined if there is none. */
export function markerAt({ notes: { markers, orphans } }: Brief, offset: number): Marker | undefined {
  for (const list of [markers, orphans]) {
    const marker = list[partitionPoint(list.length, (index) => list[index]!.span.start <= offset) - 1];
    if (marker && offset <= marker.span.end) return marker;
  }
  return undefined;
}

/** The markers that point to a citation; for one that leads nowhere, all that lead to the same lost note. */
export function markersOf(brief: Brief, { at, value: citation }: Placed<Citation>): Span[] {
  const { notes: system } = brief;
  if (citation.note) return (noteAt(brief, at + citation.note.start)?.markers ?? []).map(({ span }) => span);
  const marker = markerAt(brief, at + citation.span.start);
  if (!marker || marker.span.start !== at + citation.span.start) return [];
  if (system.orphans.includes(marker)) return system.orphans.map(({ span }) => span);
  const lost = new Set(marker.lost.map(({ text }) => text));
  if (lost.size === 0) return [marker.span];
  return system.markers.filter((one) => one.lost.some(({ text }) => lost.has(text))).map(({ span }) => span);
}

/** The citations of a note in order of position. Their spans count from the start of its block. */
export function citationsIn({ blocks, starts }: Brief, { blockIndex, span }: Note): readonly Citation[] {
  const { citations } = blocks[blockIndex]!;
  const start = starts[blockIndex]!;
  const indexFrom = (offset: number) =>
    partitionPoint(citations.length, (index) => citations[index]!.span.start + start < offset);
  return citations.slice(indexFrom(span.start), indexFrom(span.end));
}
