/** The Markdown source of a brief, with a placeholder for each piece, in parts that can be rendered one after the other. */

import { firstOffset } from '../base/text/byteOrderMark.ts';
import { lineStarts } from '../base/text/positions.ts';
import type { Brief } from '../syntax/ast.ts';
import { type MarkdownSource, piecePlaceholder, replaceReserved } from './markdown.ts';
import type { Piece } from './pieces.ts';

/** In UTF-16 code units: parts are at least this long, so that each is rendered in a few milliseconds. */
const PART_LENGTH = 4_000;
/** A list may be this long before it is divided, between blank lines. */
const MAX_PART_LENGTH = 200_000;
/** What continues the list or the quotation above it, over blank lines. */
const continuation = /[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]/y;
const blankLineBefore = /\n[ \t]*\r?\n$/;

/** The parts of the text below the front matter. `titleEnd`: where the line ends that is the title, apart from what follows it. */
export function* markdownSources(
  brief: Brief,
  pieces: readonly Piece[],
  titleEnd: number | undefined,
): Generator<MarkdownSource> {
  const { text, blocks, starts } = brief;
  const first = blocks[0]?.kind === 'front-matter' ? (starts[1] ?? text.length) : firstOffset(text);
  let line = lineStarts(text.slice(0, first)).length - 1;
  let next = 0;
  let from = first;
  for (const end of partEnds(brief, first)) {
    const lines = [line];
    let out = '';
    const append = (until: number) => {
      const words = text.slice(from, until);
      for (let count = lineStarts(words).length - 1; count > 0; count--) lines.push(++line);
      out += replaceReserved(words);
      from = until;
    };
    /** What follows is a paragraph of its own. */
    const breakLine = () => {
      out += '\n';
      lines.push(line);
    };
    for (; next < pieces.length && pieces[next]!.start < end; next++) {
      const piece = pieces[next]!;
      if (titleEnd !== undefined && from <= titleEnd && titleEnd < piece.start) {
        append(titleEnd);
        breakLine();
      }
      append(piece.start);
      if (piece.kind === 'note' && isAtLineStart(text, piece.start)) breakLine();
      out += piecePlaceholder(next);
      line += lineStarts(text.slice(piece.start, piece.end)).length - 1;
      from = piece.end;
    }
    if (titleEnd !== undefined && from <= titleEnd && titleEnd < end) {
      append(titleEnd);
      breakLine();
    }
    append(Math.max(from, end));
    yield { text: out, lines };
  }
}

/** Where the parts end: before a block that begins anew, whatever stands above it. */
function partEnds({ text, blocks, starts }: Brief, first: number): number[] {
  const ends: number[] = [];
  let from = first;
  for (let index = 0; index < blocks.length; index++) {
    const start = starts[index]!;
    if (start - from < PART_LENGTH || !blankLineBefore.test(text.slice(Math.max(0, start - 200), start))) continue;
    continuation.lastIndex = start;
    if (start - from < MAX_PART_LENGTH && continuation.test(text)) continue;
    ends.push(start);
    from = start;
  }
  ends.push(text.length);
  return ends;
}

function isAtLineStart(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}
