/** The prose around the cursor. */

import type { Block, Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import type { CompletionContext } from './offer.ts';

export interface Prose {
  readonly brief: Brief;
  readonly block: Block;
  /** Offset of the block in the file. */
  readonly blockStart: number;
  /** The text before the cursor, from the start of the paragraph. Bounded: a citation group is not longer. */
  readonly before: string;
  /** Offset of `before` in the file. */
  readonly beforeStart: number;
  /** The rest of the line. */
  readonly after: string;
}

const MAX_BEFORE = 600;
const MAX_AFTER = 300;

/** The prose around the cursor; undefined in a registry and inside code and comments. */
export function proseAt({ brief, offset }: CompletionContext): Prose | undefined {
  const prose = brief && proseAround(brief, offset);
  if (!prose) return undefined;
  const offsetInBlock = offset - prose.blockStart;
  const isOpaque = prose.block.atoms.some(
    ({ kind, start, end }) => (kind === 'code' || kind === 'comment') && start < offsetInBlock && offsetInBlock < end,
  );
  return isOpaque ? undefined : prose;
}

/** The text of the comment at the cursor, finished or not: from `<!--` to the cursor, and the rest of the line. */
export function commentAt({ brief, offset }: CompletionContext): { before: string; after: string } | undefined {
  const prose = brief && proseAround(brief, offset);
  if (!prose) return undefined;
  const start = prose.before.lastIndexOf('<!--');
  if (start < 0 || prose.before.includes('-->', start)) return undefined;
  const startInBlock = prose.beforeStart + start - prose.blockStart;
  const isInCode = prose.block.atoms.some(
    ({ kind, start, end }) =>
      kind === 'code' && start < startInBlock && startInBlock < end && prose.blockStart + end > offset,
  );
  return isInCode ? undefined : { before: prose.before.slice(start + '<!--'.length), after: prose.after };
}

function proseAround(brief: Brief, offset: number): Prose | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const blockStart = brief.starts[index]!;
  const isFrontMatter = block.kind === 'front-matter';
  const minStart = isFrontMatter ? blockStart + block.content.end : blockStart;
  if (offset < minStart || (isFrontMatter && offset === minStart)) return undefined;
  const earliest = Math.max(minStart, offset - MAX_BEFORE);
  const textNearby = brief.text.slice(earliest, offset);
  const beforeStart = earliest + lastParagraphStart(textNearby);
  const lineEnd = brief.text.indexOf('\n', offset);
  const after = brief.text
    .slice(offset, Math.min(lineEnd < 0 ? brief.text.length : lineEnd, offset + MAX_AFTER))
    .replace(/\r$/, '');
  return { brief, block, blockStart, before: brief.text.slice(beforeStart, offset), beforeStart, after };
}

/**
 * The start of the last paragraph. Blank lines after a paragraph belong to its block, but text typed there starts a new
 * paragraph.
 */
function lastParagraphStart(text: string): number {
  let start = 0;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', lineStart)) {
    if (text.slice(lineStart, end).trim() === '' && lineStart > 0) start = end + 1;
    lineStart = end + 1;
  }
  return start;
}

const wideMarks = /[（），；：]/g;

/** The text with the full-width punctuation of citations as the plain one; all offsets stay. */
export function halfWidth(text: string): string {
  return text.replace(wideMarks, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

/** The length of the match of `pattern`, which starts with `^` or ends with `$`; 0 without a match. */
export function matchLength(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
