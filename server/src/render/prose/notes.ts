/** Takes notes out of the text, numbers them in the order of their markers, and lists them. */

import { type Span, shift } from '../../base/text/span.ts';
import type { Brief, Marker, Note } from '../../syntax/ast.ts';
import { notesOf } from '../../syntax/brief/notes.ts';
import { applyTo, type Change, outermost, wholeLines } from './change.ts';
import type { ProseStyle } from './style.ts';

/** What is listed at the end: the number of a note, and the span of what it says. */
export interface ListedNote {
  readonly number: string;
  readonly content: Span;
}

/** The changes of markers and notes, and the notes to list. Notes that no marker points to stay in their place. */
export function numberNotes(
  brief: Brief,
  style: ProseStyle,
  part: Span,
): { readonly changes: Change[]; readonly listed: ListedNote[] } {
  const changes: Change[] = [];
  const listed: ListedNote[] = [];
  const numbers = new Map<Note, string>();
  const isInPart = ({ start, end }: Span) => start < part.end && part.start < end;
  const isNumbered = numberedNotes(brief, style);
  let count = 0;
  const list = (number: string, content: Span) => {
    listed.push({ number, content });
    return number;
  };
  for (const marker of brief.notes.markers) {
    const { candidate, span, notes, lost, blockIndex } = marker;
    if (!isInPart(span)) continue;
    const { form, content } = candidate;
    if (form === 'inline' && content) {
      const number = list(String(++count), shift(content, brief.starts[blockIndex]!));
      changes.push({ ...span, text: style.marker([number]) });
      continue;
    }
    const isRewritten = isWritten(marker, style) && notes.every(isNumbered);
    for (const note of notes) {
      if (numbers.has(note)) continue;
      if (isRewritten) numbers.set(note, list(String(++count), note.content));
      // The list of other notes is text already; outside of the part it would be lost.
      else if (!isInPart(note.span)) numbers.set(note, list(note.label.text, note.content));
    }
    if (!isRewritten) continue;
    const labels = notes.map((note) => numbers.get(note)!);
    const unknown = lost.length > 0 ? `[${lost.map(({ text }) => text).join(', ')}]` : '';
    changes.push({ ...span, text: (labels.length > 0 ? style.marker(labels) : '') + unknown });
  }
  for (const note of notesOf(brief)) {
    if (numbers.has(note) && isNumbered(note)) changes.push({ ...wholeLines(note.span, brief.text), text: '' });
    // Markdown does not show a note that nothing points to.
    else if (note.form === 'caret') changes.push({ ...note.number, text: `[${note.label.text}]` });
  }
  return { changes: [...changes, ...emptiedHeadings(brief, changes)], listed };
}

/** Which notes are taken out, if a marker points to them. Link definitions, and the cells of a table, stay where they are. */
function numberedNotes(brief: Brief, { numbered }: ProseStyle): (note: Note) => boolean {
  if (numbered === 'markdown') return ({ form }) => form === 'caret';
  const definitions = new Set(brief.notes.lists.flatMap((list) => (list.isLinkDefinitions ? list.notes : [])));
  return (note) => !definitions.has(note) && note.form !== 'table';
}

function isWritten({ candidate, notes }: Marker, { numbered }: ProseStyle): boolean {
  return numbered === 'all' ? notes.length > 0 || candidate.form === 'caret' : candidate.form === 'caret';
}

/** The headings of notes below which nothing is left. */
function emptiedHeadings({ blocks, starts, text }: Brief, changes: readonly Change[]): Change[] {
  const removals = outermost(changes.filter((change) => change.text === ''));
  const spanOf = (index: number) => ({ start: starts[index]!, end: starts[index]! + blocks[index]!.length });
  return blocks.flatMap(({ announcesNotes }, index): Change[] => {
    if (!announcesNotes) return [];
    let next = index + 1;
    while (next < blocks.length && applyTo(text, removals, spanOf(next)).trim() === '') next++;
    const isEmptied = next > index + 1 && (next === blocks.length || blocks[next]!.kind === 'heading');
    const { start, end } = spanOf(index);
    // From the line break before it, so that what is inserted where it begins goes, too.
    return isEmptied && start > 0 ? [{ start: start - 1, end: Math.max(start, end - 1), text: '' }] : [];
  });
}
