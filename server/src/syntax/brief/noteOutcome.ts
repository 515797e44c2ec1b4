/** What the note system of a brief makes of its blocks: the citations in notes, the markers, and what is missing. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { shift } from '../../base/text/span.ts';
import type { Citation, Loss, Marker, Note, NoteMarker, NoteSystem } from '../ast.ts';
import { createCitation } from '../citation/createCitation.ts';
import {
  type NoteCitation,
  type NoteSpans,
  readNoteCitations,
  repeatCitation,
} from '../citation/notes/noteCitations.ts';
import { type KnownNames, NOTHING_KNOWN, recordAsked } from '../knownNames.ts';
import { addCitations, type BriefDraft, textOfBlock } from './briefDraft.ts';
import { isAsideOf } from './registryAnswers.ts';
import { createStableValue } from './stable.ts';

/** The citations of a note, and the names that would be sources of it if they were outlets of a registry. */
interface ReadNote {
  readonly citations: readonly NoteCitation[];
  readonly asked: readonly string[];
}

const stableNote = createStableValue<ReadNote>();
/** The citations as the registries read them. */
const answeredNotes = createMemo<
  ReadNote,
  { readonly known: KnownNames; readonly citations: readonly NoteCitation[] }
>();
const stableCitation = createStableValue<Citation>();
const stableMarker = createStableValue<NoteMarker>();

/** Adds the citations of all notes and markers to the draft. */
export function addNotes(draft: BriefDraft, system: NoteSystem): void {
  const citationsByNote = addNoteCitations(draft, system);
  const lost = new Set<string>();
  /** Of markers that are no citations of notes, by block. */
  const found = new Map<number, Citation[]>();
  const add = ({ blockIndex }: Marker, citations: readonly Citation[]) =>
    getOrInsert(found, blockIndex, () => []).push(...citations);
  for (const marker of system.markers) {
    addMarker(
      draft,
      marker,
      marker.notes.flatMap((note) => citationsByNote.get(note) ?? []),
    );
    const labels = marker.lost.map(({ text }) => text).filter((label) => !lost.has(label));
    const { form, content } = marker.candidate;
    const hasLost =
      marker.lost.length > 0 ? labels.length > 0 : form === 'unclosed' || (marker.notes.length === 0 && !content);
    for (const label of labels) lost.add(label);
    if (hasLost) add(marker, lostMarker(draft, marker, marker.lost.length > 0 ? 'no-note' : 'unclosed-marker'));
    if (content) add(marker, inlineNote(draft, marker));
  }
  for (const marker of system.orphans) addMarker(draft, marker, []);
  if (system.orphans[0]) add(system.orphans[0], lostMarker(draft, system.orphans[0], 'no-notes'));
  for (const [blockIndex, citations] of found) addCitations(draft, blockIndex, citations);
}

function addNoteCitations(draft: BriefDraft, { lists }: NoteSystem): Map<Note, readonly Citation[]> {
  for (const { notes, isLinkDefinitions } of lists)
    for (const { blockIndex, number } of isLinkDefinitions ? [] : notes)
      if (number.start <= draft.starts[blockIndex]! + draft.blocks[blockIndex]!.content.start)
        draft.noteBlocks.add(blockIndex);
  // An address with a label is a note only for a marker that points to it.
  const notes = lists.flatMap(({ notes, isLinkDefinitions }) =>
    isLinkDefinitions ? notes.filter(({ markers }) => markers.length > 0) : notes,
  );
  notes.sort((a, b) => a.span.start - b.span.start);
  const apart = new Set(lists.flatMap((list) => notesApart(draft, list)));
  const citationsByNote = new Map<Note, readonly Citation[]>();
  let previous: Citation | undefined;
  for (let first = 0, next = 0; first < notes.length; first = next) {
    const { blockIndex } = notes[first]!;
    while (next < notes.length && notes[next]!.blockIndex === blockIndex) next++;
    const ofBlock = notes.slice(first, next);
    const found = ofBlock.flatMap((note) => {
      if (apart.has(note)) return [];
      return readNote(draft, note).map(({ citation, repeats }) => {
        const read = repeats === 'previous' ? repeat(draft, blockIndex, citation, previous) : citation;
        previous = read;
        return read;
      });
    });
    addCitations(draft, blockIndex, found);
    assignToNotes(draft, ofBlock, citationsByNote);
  }
  return citationsByNote;
}

/** The notes of a list whose numbers stand in paragraphs of their own, above their words: they are not empty. */
function notesApart({ blocks, noteBlocks }: BriefDraft, { notes }: NoteSystem['lists'][number]): readonly Note[] {
  const found = notes.filter(({ content, blockIndex }, index) => {
    const words = blocks[blockIndex + 1];
    if (content.end > content.start || words?.kind !== 'paragraph' || noteBlocks.has(blockIndex + 1)) return false;
    return notes[index + 1] === undefined || notes[index + 1]!.blockIndex > blockIndex + 1;
  });
  return found.length > 1 && found.length * 2 > notes.length ? found : [];
}

function readNote(draft: BriefDraft, { blockIndex, number, content }: Note): readonly NoteCitation[] {
  const start = draft.starts[blockIndex]!;
  return readSpans(draft, blockIndex, { span: shift(number, -start), content: shift(content, -start) });
}

/** Reads a note once, and once more where the registries have an outlet that it asks for: the text of a block never changes. */
function readSpans(draft: BriefDraft, blockIndex: number, spans: NoteSpans): readonly NoteCitation[] {
  const { known } = draft;
  const { span, content } = spans;
  const read = (registries: KnownNames, outlets: string) =>
    stableNote(draft.blocks[blockIndex]!, `${outlets && 'known '}${span.start}`, [content.end, outlets], () => {
      const asked = new Set<string>();
      const citations = readNoteCitations(textOfBlock(draft, blockIndex), spans, recordAsked(registries, asked));
      return { citations, asked: [...asked] };
    });
  const note = read(NOTHING_KNOWN, '');
  const { citations, asked } = note;
  if (asked.length > 0) draft.hasQuestions = true;
  const before = answeredNotes.get(note);
  if (before?.known === known) return before.citations;
  const outlets = asked.filter(known.isOutlet);
  const found = outlets.length > 0 ? read(known, outlets.join('\n')).citations : citations;
  const answered = found.filter(({ citation }) => !isAsideOf(citation, known));
  answeredNotes.set(note, { known, citations: answered });
  return answered;
}

function repeat(draft: BriefDraft, index: number, citation: Citation, earlier: Citation | undefined): Citation {
  const key = `repeat ${citation.span.start}`;
  return stableCitation(draft.blocks[index]!, key, [citation, earlier], () => repeatCitation(citation, earlier));
}

/** The notes of one block and its citations are both in order of position. */
function assignToNotes(
  { blocks, citations, starts }: BriefDraft,
  notes: readonly Note[],
  citationsByNote: Map<Note, readonly Citation[]>,
): void {
  const { blockIndex } = notes[0]!;
  const start = starts[blockIndex]!;
  const ofBlock = [...citations[blockIndex]!];
  let next = 0;
  let hasChanged = false;
  for (const note of notes) {
    while (next < ofBlock.length && ofBlock[next]!.span.start + start < note.span.start) next++;
    const first = next;
    for (; next < ofBlock.length && ofBlock[next]!.span.start + start < note.span.end; next++) {
      const citation = ofBlock[next]!;
      if (citation.note) continue;
      // Keys, tags and parentheses were read without the note they stand in, of which their words say nothing.
      const span = shift(note.span, -start);
      ofBlock[next] = stableCitation(
        blocks[blockIndex]!,
        `in note ${citation.span.start}`,
        [citation, span.end],
        () => ({
          ...citation,
          note: span,
          template: undefined,
        }),
      );
      hasChanged = true;
    }
    citationsByNote.set(note, ofBlock.slice(first, next));
  }
  if (hasChanged) citations[blockIndex] = ofBlock;
}

function addMarker({ blocks, starts, markers }: BriefDraft, marker: Marker, citations: readonly Citation[]): void {
  const { blockIndex } = marker;
  const span = shift(marker.span, -starts[blockIndex]!);
  const ofBlock = markers.get(blockIndex) ?? [];
  const { start, end } = span;
  ofBlock.push(stableMarker(blocks[blockIndex]!, `${start}`, [end, ...citations], () => ({ start, end, citations })));
  markers.set(blockIndex, ofBlock);
}

/** A marker that leads nowhere has lost its source. */
function lostMarker(draft: BriefDraft, { blockIndex, span: placed }: Marker, loss: Loss): Citation[] {
  const span = shift(placed, -draft.starts[blockIndex]!);
  const citation = stableCitation(draft.blocks[blockIndex]!, `lost ${span.start}`, [span.end, loss], () =>
    createCitation({ form: 'note', span, group: span, loss }),
  );
  return [citation];
}

/** `^[Outlet, May 3]`: the marker is the note. */
function inlineNote(draft: BriefDraft, { blockIndex, candidate, span }: Marker): Citation[] {
  const spans = { span: shift(span, -draft.starts[blockIndex]!), content: candidate.content! };
  return readSpans(draft, blockIndex, spans).map(({ citation }) => citation);
}
