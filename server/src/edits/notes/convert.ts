/** Moves citations from parentheses into notes, and back. */

import type { Span } from '../../base/text/span.ts';
import type { Brief, Marker } from '../../syntax/ast.ts';
import { createOverlapCheck } from '../../syntax/citation/findOutside.ts';
import type { Replacement } from '../citation/replaceSource.ts';
import { addFootnotes } from './addNote.ts';
import { arrangeNotes, numberedNotes } from './arrange.ts';
import { removalsOf } from './removals.ts';

const stop = /^[.,;]/;
const blankBefore = /[ \t\u00A0]*$/;
/** A stop behind these belongs to an abbreviation. */
const abbreviated = /(?:^|[^\p{L}\p{N}])\p{L}$/u;

/** A citation group of running text, with the words of its note. */
export interface GroupToMove {
  readonly span: Span;
  readonly words: string;
}

/** Puts groups, in order of position, into notes; the markers go behind the stops that follow. Not verified. */
export function moveToNotes(brief: Brief, groups: readonly GroupToMove[]): readonly Replacement[] | undefined {
  const { text } = brief;
  const added = groups.map(({ span, words }) => {
    const blank = blankBefore.exec(text.slice(Math.max(0, span.start - 8), span.start))![0].length;
    const kept = stop.exec(text.slice(span.end, span.end + 1))?.[0] ?? '';
    const place = { start: span.start - blank, end: span.end + kept.length };
    return { place, kept, words: /[.!?]$/.test(words) ? words : `${words}.` };
  });
  return addFootnotes(brief, added)?.replacements;
}

/** A marker, and the group that replaces it. */
export interface MarkerToReplace {
  readonly marker: Marker;
  readonly group: string;
}

/** Replaces markers by groups, before the stops they follow; notes that are no longer used are removed. Not verified. */
export function moveFromNotes(brief: Brief, markers: readonly MarkerToReplace[]): readonly Replacement[] | undefined {
  const replaced = new Set(markers.map(({ marker }) => marker));
  const groups = markers.map(({ marker, group }) => groupAt(brief, marker, group));
  const notes = new Set([...replaced].flatMap((marker) => marker.notes));
  const unused = [...notes].filter((note) => note.markers.every((marker) => replaced.has(marker)));
  const removals = removalsOf(brief, unused);
  if (!removals) return undefined;
  const isGone = new Set(unused);
  const isFree = createOverlapCheck(groups.map(({ span }) => span));
  const lists = brief.notes.lists.filter((list) => list.notes.some((note) => isGone.has(note)));
  const others = lists.flatMap((list) => {
    const order = numberedNotes(list).filter((note) => !isGone.has(note));
    return order.length > 0 ? (arrangeNotes(brief, { list, order })?.replacements ?? []) : [];
  });
  others.sort((a, b) => a.span.start - b.span.start);
  return [...groups, ...removals, ...others.filter(({ span }) => isFree(span))];
}

function groupAt({ text }: Brief, { span }: Marker, group: string): Replacement {
  const before = text.slice(Math.max(0, span.start - 4), span.start);
  const last = before.slice(-1);
  const isStop = stop.test(last) && !(last === '.' && abbreviated.test(before.slice(0, -1)));
  const isInSentence = last === '.' && /^\s+\p{Ll}/u.test(text.slice(span.end, span.end + 4));
  if (isStop && !isInSentence) return { span: { start: span.start - 1, end: span.end }, text: ` ${group}${last}` };
  return { span, text: /\s$|^$/.test(last) ? group : ` ${group}` };
}
