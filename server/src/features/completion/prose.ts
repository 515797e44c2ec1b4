/** What stands around the cursor in the prose of a brief. */

import type { Block, Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';
import type { CompletionPlace } from './offer.ts';

export interface Prose {
  readonly brief: Brief;
  readonly block: Block;
  /** Where the block begins in the file. */
  readonly at: number;
  /** The text before the cursor, from the start of the paragraph, but no more than a citation group can hold. */
  readonly before: string;
  /** Where `before` begins in the file. */
  readonly from: number;
  /** The rest of the line. */
  readonly after: string;
}

const FURTHEST_BEFORE = 600;
const FURTHEST_AFTER = 300;

/** The prose around the cursor; undefined in a registry and inside code and comments. */
export function proseAt({ brief, offset }: CompletionPlace): Prose | undefined {
  const around = brief && surroundings(brief, offset);
  if (!around) return undefined;
  const inside = offset - around.at;
  const opaque = around.block.atoms.some(
    ({ kind, start, end }) => (kind === 'code' || kind === 'comment') && start < inside && inside < end,
  );
  return opaque ? undefined : around;
}

/** The same inside an unfinished or finished comment: the text between its `<!--` and the cursor. */
export function commentAt({ brief, offset }: CompletionPlace): { before: string; after: string } | undefined {
  const around = brief && surroundings(brief, offset);
  if (!around) return undefined;
  const start = around.before.lastIndexOf('<!--');
  if (start < 0 || around.before.includes('-->', start)) return undefined;
  const inside = around.from + start - around.at;
  const inCode = around.block.atoms.some(
    ({ kind, start, end }) => kind === 'code' && start < inside && inside < end && around.at + end > offset,
  );
  return inCode ? undefined : { before: around.before.slice(start + '<!--'.length), after: around.after };
}

function surroundings(brief: Brief, offset: number): Prose | undefined {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index];
  if (!block) return undefined;
  const at = brief.starts[index]!;
  const isFrontMatter = block.kind === 'front-matter';
  const first = isFrontMatter ? at + block.content.end : at;
  if (offset < first || (isFrontMatter && offset === first)) return undefined;
  const earliest = Math.max(first, offset - FURTHEST_BEFORE);
  const near = brief.text.slice(earliest, offset);
  const from = earliest + afterBlankLine(near);
  const lineEnd = brief.text.indexOf('\n', offset);
  const after = brief.text
    .slice(offset, Math.min(lineEnd < 0 ? brief.text.length : lineEnd, offset + FURTHEST_AFTER))
    .replace(/\r$/, '');
  return { brief, block, at, before: brief.text.slice(from, offset), from, after };
}

/** The blank lines after a paragraph belong to its block: what is typed there begins a new one. */
function afterBlankLine(text: string): number {
  let start = 0;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', lineStart)) {
    if (text.slice(lineStart, end).trim() === '' && lineStart > 0) start = end + 1;
    lineStart = end + 1;
  }
  return start;
}

/** How many characters at the start of `text` the pattern (which begins with `^`) covers. */
export function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
