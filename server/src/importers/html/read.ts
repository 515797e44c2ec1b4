/** Reads a web page, or a part of one that was copied, as a brief. */

import * as l10n from '@vscode/l10n';
import { descendantsOf, type Element, readHtml, textOf } from '../../base/markup.ts';
import { moveCitedLinks } from '../document/citedLinks.ts';
import type { Block, ForeignDocument, Inline } from '../document/document.ts';
import { createTally, describeTally } from '../document/leftOut.ts';
import { type WrittenParts, writeBrief, writeParts } from '../document/write.ts';
import type { ImportResult } from '../importer.ts';
import { type PageContext, readBlocks } from './blocks.ts';
import { findNotes, isNoteNumber } from './notes.ts';
import { createPage, findMainContent, metadataOf } from './page.ts';

/** Reads a whole page: its article, with its title, and its day of publication as front matter. */
export function readPage(html: string): ImportResult {
  const root = readHtml(html);
  if (!root) return { problems: [{ message: describeDepth() }] };
  const page = createPage(root);
  const main = findMainContent(page);
  const { text, problems } = readContent(main, { page, notes: findNotes(page), tally: createTally() });
  const [heading] = descendantsOf(main, 'h1');
  const title = metadataOf(page, 'og:title') ?? textOf(descendantsOf(root, 'title')[0]);
  const opening = heading || title.trim() === '' ? '' : `# ${title.replace(/\s+/g, ' ').trim()}\n\n`;
  const date = /^\d{4}-\d\d-\d\d/.exec(metadataOf(page, 'article:published_time', 'datepublished', 'date') ?? '')?.[0];
  const frontMatter = date === undefined ? '' : `---\ndate: ${date}\n---\n\n`;
  return { text: text === '' ? '' : `${frontMatter}${opening}${text}`, problems };
}

/** Reads what was copied from a page, as the clipboard holds it. */
export function readFragment(html: string): ImportResult {
  const context = openFragment(html);
  return context ? readContent(context.page.root, context) : { problems: [{ message: describeDepth() }] };
}

/** What was copied from a page, to be inserted into a brief. */
export interface CopiedParts extends WrittenParts {
  /** Whether it has a link or a note, which plain text would lose. */
  readonly hasSources: boolean;
}

/** The same in parts, with its notes numbered from `firstNumber`; undefined if it cannot be read. */
export function readCopied(html: string, firstNumber: number): CopiedParts | undefined {
  const context = openFragment(html);
  if (!context) return undefined;
  const document = readDocument(context.page.root, context);
  const parts = writeParts(document, firstNumber);
  return { ...parts, hasSources: parts.notes !== '' || document.blocks.some(hasLink) };
}

function hasLink(block: Block): boolean {
  const contents = block.kind === 'paragraph' ? [block.content] : block.rows.flat();
  return contents.some((content) => content.some((inline) => typeof inline !== 'string' && inline.kind === 'link'));
}

function openFragment(html: string): PageContext | undefined {
  const root = readHtml(copiedPart(html));
  if (!root) return undefined;
  const page = createPage(root);
  return { page, notes: findNotes(page), tally: createTally() };
}

/** What stands between the marks of the clipboard (https://learn.microsoft.com/windows/win32/dataxchg/html-clipboard-format). */
function copiedPart(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start, end) : html;
}

function readContent(element: Element, context: PageContext): Required<Pick<ImportResult, 'text' | 'problems'>> {
  const text = writeBrief(readDocument(element, context));
  return { text, problems: describeTally(context.tally).map((message) => ({ message })) };
}

function readDocument(element: Element, context: PageContext): ForeignDocument {
  const blocks = readBlocks(element, context).map(withMovedLinks);
  const notes = new Map<string, readonly Block[]>();
  for (const [block, id] of context.notes.blocks)
    notes.set(id, withoutNumber(readBlocks(block, context)).map(withMovedLinks));
  return { blocks, notes };
}

/** A note without the number before its words, and without the sign of a list. */
function withoutNumber(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (!first) return blocks;
  if (first.kind === 'table') return blocks;
  const [words, ...others] = first.content;
  const content: Inline[] = typeof words === 'string' ? [stripNumber(words), ...others] : [...first.content];
  if (rest.length > 0 && content.every((inline) => typeof inline === 'string' && inline.trim() === '')) return rest;
  return [{ ...first, content, item: undefined }, ...rest];
}

function stripNumber(words: string): string {
  const [, number = ''] = /^\s*(\S{1,10})(?:\s|$)/.exec(words) ?? [];
  return isNoteNumber(number) ? words.replace(number, '').trimStart() : words;
}

function withMovedLinks(block: Block): Block {
  return block.kind === 'paragraph'
    ? { ...block, content: moveCitedLinks(block.content) }
    : { ...block, rows: block.rows.map((row) => row.map(moveCitedLinks)) };
}

function describeDepth(): string {
  return l10n.t(
    'The page nests its elements too deeply, or has too many of them, to be read. Copy its text into a brief instead.',
  );
}
