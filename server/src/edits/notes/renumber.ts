/** Numbers notes in the order of their markers, and removes notes. */

import type { Brief, Note, NoteList } from '../../syntax/ast.ts';
import type { Replacement } from '../citation/replaceSource.ts';
import { arrangeNotes, inOrderOfUse, numberedNotes } from './arrange.ts';
import { removalsOf } from './removals.ts';
import { haveSameMarkers, verified } from './verify.ts';

/** Numbers the notes of a list in order of use; undefined if they are in order, or if that would change what a marker means. */
export function renumberNotes(brief: Brief, list: NoteList): readonly Replacement[] | undefined {
  const notes = numberedNotes(list);
  if (notes.length === 0) return undefined;
  const arranged = arrangeNotes(brief, { list, order: inOrderOfUse(notes) });
  if (!arranged || arranged.replacements.length === 0) return undefined;
  return verified(brief, arranged.replacements, (after) => haveSameMarkers(brief, after));
}

/** Removes notes that no marker points to and closes the gap in the numbers; undefined if that is not possible. */
export function removeNotes(
  brief: Brief,
  list: NoteList,
  removed: readonly Note[],
): readonly Replacement[] | undefined {
  const isRemoved = new Set(removed);
  const removals = removalsOf(brief, removed);
  if (!removals) return undefined;
  const order = numberedNotes(list).filter((note) => !isRemoved.has(note));
  const arranged = order.length > 0 ? arrangeNotes(brief, { list, order }) : undefined;
  const withNumbers = [...removals, ...(arranged?.replacements ?? [])];
  return (
    verified(brief, withNumbers, (after) => haveSameMarkers(brief, after)) ??
    verified(brief, removals, (after) => haveSameMarkers(brief, after))
  );
}
