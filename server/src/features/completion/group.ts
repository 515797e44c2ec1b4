/** The parenthesis or note at the cursor, and what is typed of its last item. */
import { partitionPoint } from '../../base/memo/search.ts';
import { notesOf } from '../../syntax/brief/notes.ts';
import { skipLeadIn } from '../../syntax/citation/leadIns.ts';
import { tokenize } from '../../syntax/tokens.ts';
import { halfWidth, matchLength, type Prose } from './prose.ts';

export interface OpenItem {
  /** From the start of the source (after `see`, `cf.` and similar) to the cursor. */
  readonly typed: string;
  /** The missing space before the item, as in `(TASS, May 2;|` and `[^1]:|`. */
  readonly leadingSpace: string;
}

/**
 * The item of the innermost parenthesis that is open at the cursor. Closed parentheses and link addresses do not count.
 */
export function openItemAt(
  { block, blockStart, before: written, beforeStart: textStart }: Prose,
  offset: number,
): OpenItem | undefined {
  const before = halfWidth(written);
  const offsetInBlock = offset - blockStart;
  if (block.atoms.some(({ start, end }) => start < offsetInBlock && offsetInBlock < end)) return undefined;
  const atomEnds = new Map(
    block.atoms.map(({ start, end }) => [blockStart + start - textStart, blockStart + end - textStart]),
  );
  const openParentheses: { item: number; isAddress: boolean }[] = [];
  for (let index = 0; index < before.length; index++) {
    const atomEnd = atomEnds.get(index);
    if (atomEnd !== undefined && atomEnd <= before.length) {
      index = atomEnd - 1;
      continue;
    }
    const char = before[index];
    if (char === '\\') index++;
    else if (char === '(') openParentheses.push({ item: index + 1, isAddress: before[index - 1] === ']' });
    else if (char === ')') openParentheses.pop();
    else if (char === ';' && openParentheses.length > 0) openParentheses.at(-1)!.item = index + 1;
  }
  const innermost = openParentheses.at(-1);
  if (!innermost || innermost.isAddress) return undefined;
  return typedItem(written, innermost.item, ';');
}

/** The item of the note that the cursor is in, or at the end of; undefined outside of notes. */
export function openNoteItemAt({ brief, before, beforeStart }: Prose, offset: number): OpenItem | undefined {
  const notes = notesOf(brief);
  const note = notes[partitionPoint(notes.length, (index) => notes[index]!.number.end <= offset) - 1];
  if (!note || note.number.start < beforeStart) return undefined;
  // An empty note ends behind its number, what is typed into it is on the same line.
  if (offset > note.span.end && before.slice(note.span.end - beforeStart).includes('\n')) return undefined;
  const contentStart = note.number.end - beforeStart;
  return typedItem(before, Math.max(contentStart, halfWidth(before).lastIndexOf(';') + 1), ';:]');
}

const layoutOfNextLine = /^[ \t]*\n[ \t]*(?:>[ \t]?)*/;

/** What is typed from `item` on, without the layout of a quotation. A space is missing before it if it directly follows one of the `separators`. */
function typedItem(before: string, itemStart: number, separators: string): OpenItem {
  const item = itemStart + matchLength(layoutOfNextLine, before.slice(itemStart));
  // The `x` stands for the text to be typed: a lead-in is recognized only if something follows.
  const text = `${halfWidth(before)}x`;
  const tokens = tokenize(text, { start: item, end: text.length }, []);
  const start = tokens[skipLeadIn(tokens)]?.start ?? before.length;
  const leadingSpace = start === item && separators.includes(before[item - 1]!) ? ' ' : '';
  return { typed: before.slice(start), leadingSpace };
}
