/** What to delete of a brief to remove notes. */

import { shift } from '../../base/text/span.ts';
import type { Brief, Note } from '../../syntax/ast.ts';
import type { Replacement } from '../citation/replaceSource.ts';

/** The deletions that remove notes with their lines; undefined if other text shares these lines. */
export function removalsOf(brief: Brief, notes: readonly Note[]): readonly Replacement[] | undefined {
  const removals = notes.flatMap((note) => removalOf(brief, note) ?? []);
  if (removals.length < notes.length) return undefined;
  const merged: Replacement[] = [];
  for (const removal of removals.sort((a, b) => a.span.start - b.span.start)) {
    const last = merged.at(-1);
    if (last && removal.span.start <= last.span.end)
      merged[merged.length - 1] = { span: { start: last.span.start, end: removal.span.end }, text: '' };
    else merged.push(removal);
  }
  return merged.map((removal) => withBlankLinesBefore(brief, removal));
}

/** At the end of a brief the blank lines before a note go with it, and the line break at the very end stays. */
function withBlankLinesBefore({ text }: Brief, removal: Replacement): Replacement {
  if (text.slice(removal.span.end).trim() !== '') return removal;
  return { span: { start: text.slice(0, removal.span.start).trimEnd().length, end: text.trimEnd().length }, text: '' };
}

/** The line or lines of a note, with the blank ones around it that it leaves; undefined if other text shares them. */
function removalOf({ text, blocks, starts }: Brief, { span, blockIndex }: Note): Replacement | undefined {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline + 1;
  if (!/^[\s>]*$/.test(text.slice(start, span.start)) || !/^[\s|]*$/.test(text.slice(span.end, end))) return undefined;
  const block = blocks[blockIndex]!;
  const content = shift(block.content, starts[blockIndex]!);
  const isAlone = span.start <= content.start && end >= content.end;
  // What is indented below a note belongs to it.
  if (end >= content.end && (blocks[blockIndex + 1]?.content.start ?? 0) > 0) return undefined;
  if (!isAlone) return { span: { start, end }, text: '' };
  const blockEnd = starts[blockIndex]! + block.length;
  if (blockEnd < text.length) return { span: { start, end: blockEnd }, text: '' };
  return { span: { start, end: text.length }, text: '' };
}
