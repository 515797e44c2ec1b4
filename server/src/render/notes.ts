/** Markers and notes as HTML: markers are superscript links to the notes, notes link back. */

import { element, escapeHtml, renderName } from '../protocol/html.ts';
import type { Brief, Marker, Note } from '../syntax/ast.ts';
import { notesOf } from '../syntax/brief/notes.ts';
import type { PageWords } from './words/words.ts';

/** A note links back to at most this many markers. */
const MAX_BACK_LINKS = 12;
/** An arrow back, as text and not as an emoji. */
const BACK = '\u21A9\uFE0E';

export interface NoteWriter {
  /** The links of a marker to its notes; empty if it has none. */
  readonly renderMarker: (marker: Marker, at: number | undefined) => string;
  readonly renderNumber: (note: Note, at: number | undefined) => string;
  /** The links of a note to its markers. */
  readonly renderBackLinks: (note: Note) => string;
}

/** Numbers the markers and notes of a brief, so that they can link to each other. */
export function createNoteWriter(brief: Brief, words: PageWords): NoteWriter {
  const noteIds = new Map(notesOf(brief).map((note, index) => [note, index + 1]));
  const markerIds = new Map(brief.notes.markers.map((marker, index) => [marker, index + 1]));
  const markerEnds = new Set(brief.notes.markers.filter(({ notes }) => notes.length > 0).map(({ span }) => span.end));
  return {
    renderMarker(marker, at) {
      if (marker.notes.length === 0) return '';
      const links = marker.notes.map((note) => {
        const { text } = note.label;
        const attributes = {
          href: `#note-${noteIds.get(note)}`,
          role: 'doc-noteref',
          'aria-label': words.note(text),
        };
        return element('a', attributes, renderName(text));
      });
      const attributes = { class: 'marker', id: `marker-${markerIds.get(marker)}`, 'data-at': at };
      // `[4][5]` must not be read as 45.
      const separator = markerEnds.has(marker.span.start) ? ', ' : '';
      return element('sup', attributes, separator + links.join(', '));
    },
    renderNumber: (note, at) =>
      element(
        'span',
        { class: 'number', id: `note-${noteIds.get(note)}`, tabindex: -1, 'data-at': at },
        renderName(note.label.text),
      ),
    renderBackLinks: ({ markers, label }) =>
      markers
        .slice(0, MAX_BACK_LINKS)
        .map((marker, index) => {
          const attributes = {
            class: 'back',
            href: `#marker-${markerIds.get(marker)}`,
            role: 'doc-backlink',
            'aria-label': words.backFromNote(label.text, markers.length === 1 ? undefined : index + 1),
          };
          return ` ${element('a', attributes, escapeHtml(BACK))}`;
        })
        .join(''),
  };
}
