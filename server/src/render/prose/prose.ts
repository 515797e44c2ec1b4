/** A brief as prose of a style: without front matter, comments and tags. */

import { runSync } from '../../base/memo/steps.ts';
import { firstOffset } from '../../base/text/byteOrderMark.ts';
import type { Span } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { type Piece, piecesOf } from '../pieces.ts';
import { EVERYTHING, type Release } from '../release.ts';
import { languageOf } from '../words/index.ts';
import { applyTo, type Change, outermost, wholeLines } from './change.ts';
import { citationChanges } from './citations.ts';
import { markupChanges } from './markup.ts';
import { numberNotes } from './notes.ts';
import type { ProseStyle } from './style.ts';

/** A note of the list at the end. */
export interface ProseNote {
  readonly number: string;
  /** On one line. */
  readonly text: string;
}

export interface Prose {
  readonly text: string;
  /** In the order of their first markers. */
  readonly notes: readonly ProseNote[];
}

export interface ProseOptions {
  /** What the readers may know. */
  readonly release?: Release;
  /** Whether the source of a citation is lost, and is to be seen as such. */
  readonly isLost?: (citation: Citation) => boolean;
  /** Further changes, such as those of headings. */
  readonly changes?: readonly Change[];
  readonly part?: Span;
}

/** The prose of a brief, or of a part of it. */
export function writeProse(
  brief: Brief,
  scope: Scope,
  style: ProseStyle,
  {
    release = EVERYTHING,
    isLost = () => false,
    changes: more = [],
    part = { start: 0, end: brief.text.length },
  }: ProseOptions = {},
): Prose {
  const { text, starts } = brief;
  const date = briefDateOf(brief)?.value;
  const pieces = runSync(piecesOf(brief, scope));
  const context = { brief, date, scope, style, release, withheld: languageOf(brief).words.withheld, isLost };
  const markup = [
    ...more,
    ...frontMatterChanges(brief),
    ...brief.blocks.flatMap((block, index) =>
      block.kind === 'front-matter' ? [] : markupChanges(block, starts[index]!, context),
    ),
    ...commentChanges(pieces, text),
    ...citationChanges(pieces, context),
  ];
  const { changes, listed } = numberNotes(brief, style, part);
  const inNotes = outermost(markup);
  return {
    text: applyTo(text, outermost([...markup, ...changes]), part),
    notes: listed.map(({ number, content }) => ({
      number,
      text: applyTo(text, inNotes, content).replace(/\s+/g, ' ').trim(),
    })),
  };
}

function frontMatterChanges({ text, blocks, starts }: Brief): Change[] {
  const start = blocks[0]?.kind === 'front-matter' ? (starts[1] ?? text.length) : firstOffset(text);
  return start > 0 ? [{ start: 0, end: start, text: '' }] : [];
}

function commentChanges(pieces: readonly Piece[], text: string): Change[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'comment' && text[piece.start] === '<' ? [{ ...wholeLines(piece, text), text: '' }] : [],
  );
}
