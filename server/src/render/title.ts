/** Where a brief says what it is called: in its front matter, in a heading above everything else, or in its masthead. */

import type { Brief, Section } from '../syntax/ast.ts';
import { blockIndexAt, frontMatterOf, sectionsOf } from '../syntax/brief/brief.ts';
import { areMastheadLines, isAnnouncement, isMastheadLine, withoutMarkers } from '../syntax/brief/lineShape.ts';

export interface BriefTitle {
  /** The title as text; undefined if the brief has none. */
  readonly text: string | undefined;
  /** The offset of the line of the text that is the title, which the page shows as such and not once more below. */
  readonly line: number | undefined;
}

/** The title of a brief. */
export function titleOf(brief: Brief): BriefTitle {
  const declared = frontMatterOf(brief)?.title?.value.trim();
  const [first, ...others] = sectionsOf(brief);
  const heading = first && isAboveProse(brief, first.title.span.start) ? first : undefined;
  const written = heading && { text: withoutMarkers(heading.title.value), line: heading.title.span.start };
  if (declared) {
    const isRepeated = written !== undefined && fold(written.text) === fold(declared);
    return { text: declared, line: isRepeated ? written.line : undefined };
  }
  if (written && isTitle(brief, heading!, others)) return written;
  return mastheadTitle(brief) ?? { text: undefined, line: undefined };
}

/** Whether the first heading is the title: it has no equals, or is a line at the top that announces nothing. */
function isTitle(brief: Brief, { level, title }: Section, others: readonly Section[]): boolean {
  const block = brief.blocks[blockIndexAt(brief, title.span.start)];
  if (block?.kind === 'heading') return others.every((other) => other.level > level);
  return !isAnnouncement(title.value);
}

/** `Sahel Weekly`, with `Date: …` and the like on the lines below. */
function mastheadTitle({ text, blocks, starts }: Brief): BriefTitle | undefined {
  const index = blocks[0]?.kind === 'front-matter' ? 1 : 0;
  const block = blocks[index];
  if (block?.shape !== 'masthead') return undefined;
  const { start, end } = block.content;
  const lines = text.slice(starts[index]! + start, starts[index]! + end).split(/\r?\n/);
  const [first = ''] = lines;
  if (lines.length < 2 || isMastheadLine(first.trim()) || !areMastheadLines(lines)) return undefined;
  return { text: withoutMarkers(first.trim()), line: starts[index]! + start };
}

/** Whether no prose stands above an offset. */
function isAboveProse({ blocks, starts }: Brief, offset: number): boolean {
  for (const [index, { kind, shape, length }] of blocks.entries()) {
    if (starts[index]! + length > offset) return true;
    if (kind === 'paragraph' && (shape === 'prose' || shape === 'note' || shape === 'source')) return false;
  }
  return true;
}

function fold(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
