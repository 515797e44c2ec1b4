/** The outline rows that notes make: markers with their sources, and one row for each list of notes. */

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { shift, slice } from '../../base/text/span.ts';
import type { Brief, Marker, Note, NoteList } from '../../syntax/ast.ts';
import { citationsIn } from '../../syntax/brief/notes.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';
import { type BlockRow, missingName, truncateName } from './outlineRows.ts';

/** The rows by the index of their block; spans count from its start. */
export function rowsOfNotes(brief: Brief): ReadonlyMap<number, readonly BlockRow[]> {
  const rows = new Map<number, BlockRow[]>();
  const add = (index: number, row: BlockRow) => getOrInsert(rows, index, () => []).push(row);
  for (const marker of brief.notes.markers) {
    const row = markerRow(brief, marker);
    if (row) add(marker.blockIndex, row);
  }
  for (const list of brief.notes.lists)
    if (!list.isLinkDefinitions) add(list.notes[0]!.blockIndex, listRow(brief, list));
  return rows;
}

/** The sources behind a marker; undefined if its notes only explain. */
function markerRow(brief: Brief, { span: placed, notes, lost, blockIndex }: Marker): BlockRow | undefined {
  const cited = notes.flatMap((note) =>
    citationsIn(brief, note).map((citation) => {
      const start = brief.starts[note.blockIndex]!;
      const text = brief.text.slice(start, start + brief.blocks[note.blockIndex]!.length);
      return { isMissing: isSourceMissing(citation), label: formOf(citation).outlineLabel(citation, text) };
    }),
  );
  if (cited.length === 0 && lost.length === 0) return undefined;
  const span = shift(placed, -brief.starts[blockIndex]!);
  const words = slice(brief.text, placed);
  if (lost.length > 0 || cited.some(({ isMissing }) => isMissing))
    return { kind: 'missing', name: missingName(truncateName(words)), detail: '', span, children: [] };
  const name = truncateName(cited.map(({ label }) => label).join('; '));
  return { kind: 'citation', name, detail: truncateName(words), span, children: [] };
}

/** `Notes, 12`, with the notes that have lost their source and that no marker points to. */
function listRow(brief: Brief, { notes, span: placed, isReferenceList }: NoteList): BlockRow {
  const { length } = notes;
  const start = brief.starts[notes[0]!.blockIndex]!;
  return {
    kind: 'notes',
    name: isReferenceList ? l10n.t('References, {0}', length) : l10n.t('Notes, {0}', length),
    detail: '',
    span: shift(placed, -start),
    children: notes
      .filter((note) => isMissing(brief, note))
      .map((note) => ({
        kind: 'missing',
        name: missingName(truncateName(slice(brief.text, note.span))),
        detail: '',
        span: shift(note.span, -start),
        children: [],
      })),
  };
}

function isMissing(brief: Brief, note: Note): boolean {
  return note.markers.length === 0 && citationsIn(brief, note).some(isSourceMissing);
}
