/**
 * A brief as a value: its blocks, which tile its text, and what follows from all of them together.
 *
 * `updateBrief` reads only the blocks that an edit touched; all others stay the same objects, so values derived from a
 * block can be memoized on it. An updated brief always equals one read from scratch.
 */

import { partitionPoint } from '../../base/memo/search.ts';
import { firstOffset } from '../../base/text/byteOrderMark.ts';
import { detach, type Edit, type Located, type Span, shift } from '../../base/text/span.ts';
import type { Block, Brief, BriefDate, CalendarDate, FrontMatter, Registry, Section } from '../ast.ts';
import { findFileNameDate, outranks } from '../date/mastheadDate.ts';
import { type KnownNames, NOTHING_KNOWN } from '../knownNames.ts';
import { frontMatterLength, isHeadingAt, isNoteHeadingAt, readBlock, skipBlankLine } from './block.ts';
import { readBriefWide, updateBriefWide } from './briefWide.ts';
import { MAX_GROUP_LENGTH } from './inlines.ts';
import { isLoneHeading } from './noteBlocks.ts';

/** The level of `######`, below which there is none. */
const MAX_LEVEL = 6;
const [CARRIAGE_RETURN, SEMICOLON, BACKTICK, SPACE] = [0x0d, 0x3b, 0x60, 0x20];
/** What stands above the prose is at most this long, in UTF-16 units. */
const MAX_HEAD_LENGTH = 4_000;
const unreadFence = /^[\s\u200B-\u200F\u2060\uFEFF]{0,80}(-{3,}|\+{3})[ \t]*\r?\n/;
const ownField =
  /^[\s"']*(?:title|date|profile|tlp|author|publication|bibliography|ignore|lang|sources|entities)["']?[ \t]*[:=]/i;
const openFrontMatter = /^\uFEFF?(---[ \t]*)\r?\n[\w-]+:/;

/**
 * Reads a brief. Total: any text is a brief, and mistakes are data. `file`: its path or URI, whose name may hold the date of the
 * brief. `known`: what the registries say.
 */
export function readBrief(text: string, file = '', known = NOTHING_KNOWN): Brief {
  const { blocks, starts } = readBlocks(
    text,
    0,
    () => undefined,
    () => false,
    (words) => words,
  );
  return createBrief(text, blocks, starts, findFileNameDate(file.slice(file.lastIndexOf('/') + 1)), known);
}

/** The brief of the blocks as their own texts make them. */
function createBrief(
  text: string,
  ownBlocks: readonly Block[],
  starts: readonly number[],
  fileDate: CalendarDate | undefined,
  known: KnownNames,
): Brief {
  const date = briefDateOf({ blocks: ownBlocks, starts, fileDate })?.value;
  return { text, starts, ownBlocks, fileDate, known, ...readBriefWide(text, ownBlocks, starts, date, known) };
}

/** The brief with the citations that it has if the registries say `known`; itself if they have said so before. */
export function withKnownNames(brief: Brief, known: KnownNames): Brief {
  const { text, ownBlocks, starts, fileDate } = brief;
  return brief.known === known ? brief : createBrief(text, ownBlocks, starts, fileDate, known);
}

/** The brief after an edit. The offsets of the edit count in the text before it; `text` is the whole text after it. */
export function updateBrief(before: Brief, text: string, edit: Edit): Brief {
  const { ownBlocks: blocks, starts } = before;
  const delta = text.length - before.text.length;
  const frontMatterMayChange = blocks[0]?.kind !== 'front-matter' && text.startsWith('---', firstOffset(text));
  // The start of a block depends on its first line and the line before it, hence one block of margin on either side.
  const fencesMayChange =
    hasFence(before.text, edit.start, edit.end) || hasFence(text, edit.start, edit.start + edit.newLength);
  const first = frontMatterMayChange || fencesMayChange ? 0 : Math.max(0, blockIndexAt(before, edit.start) - 1);
  const from = starts[first] ?? 0;

  const findReusable = (start: number, end: number) => {
    const isAfterEdit = start >= edit.start + edit.newLength;
    if (!isAfterEdit && end > edit.start) return undefined;
    const oldStart = isAfterEdit ? start - delta : start;
    const index = blockIndexAt(before, oldStart);
    const sameStart = starts[index] === oldStart && (index === 0) === (start === 0);
    return sameStart && blocks[index]!.length === end - start ? blocks[index] : undefined;
  };
  const isResynchronized = (start: number) => {
    const index = blockIndexAt(before, start - delta);
    return starts[index] === start - delta && index > 0 && starts[index - 1]! > edit.end;
  };
  const middle = readBlocks(text, from, findReusable, isResynchronized, detach);
  const end = (middle.starts.at(-1) ?? from) + (middle.blocks.at(-1)?.length ?? 0);
  const last = end < text.length ? blockIndexAt(before, end - delta) : blocks.length;
  const ownBlocks = [...blocks.slice(0, first), ...middle.blocks, ...blocks.slice(last)];
  const newStarts = [...starts.slice(0, first), ...middle.starts, ...starts.slice(last).map((start) => start + delta)];
  const wide = updateBriefWide(before, text, ownBlocks, newStarts, { first, last, end: first + middle.blocks.length });
  const { fileDate, known } = before;
  if (!wide) return createBrief(text, ownBlocks, newStarts, fileDate, known);
  return { text, starts: newStarts, ownBlocks, fileDate, known, ...wide };
}

/** The index of the block that contains `offset`; the last one for the end of the text, -1 in an empty brief. */
export function blockIndexAt({ starts }: Brief, offset: number): number {
  return partitionPoint(starts.length, (index) => starts[index]! <= offset) - 1;
}

/** The front matter. Its spans count from the start of the file, since the block begins there. */
export function frontMatterOf(brief: Brief): FrontMatter | undefined {
  return brief.blocks[0]?.frontMatter;
}

/** The paths of the bibliographies that the front matter names. */
export function bibliographiesOf(brief: Brief): string[] {
  return (frontMatterOf(brief)?.bibliography ?? []).map(({ value }) => value);
}

/** The registry in the front matter; undefined if it declares neither entities nor sources. */
export function frontMatterRegistryOf(brief: Brief): Registry | undefined {
  const registry = frontMatterOf(brief)?.registry;
  return registry && (registry.declaresEntities || registry.declaresSources) ? registry : undefined;
}

/** The first line of front matter that is never closed; undefined if there is none. */
export function unclosedFrontMatter(brief: Brief): Span | undefined {
  const match = brief.blocks[0]?.kind === 'front-matter' ? undefined : openFrontMatter.exec(brief.text);
  if (!match) return undefined;
  const start = match[0].indexOf('---');
  return { start, end: start + 3 };
}

/** What opens front matter that is not read: it is not on the first line, or is TOML; undefined if there is none. */
export function unreadFrontMatter(brief: Brief): { readonly span: Span; readonly isToml: boolean } | undefined {
  if (brief.blocks[0]?.kind === 'front-matter') return undefined;
  const head = brief.text.slice(0, MAX_HEAD_LENGTH);
  const [opening, fence = ''] = unreadFence.exec(head) ?? [];
  if (opening === undefined) return undefined;
  const lines = head.slice(opening.length).split('\n');
  const fields = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex((line) => line.trim() === fence),
    ),
  );
  const start = opening.indexOf(fence);
  if (!fields.some((line) => ownField.test(line))) return undefined;
  return { span: { start, end: start + fence.length }, isToml: fence.startsWith('+') };
}

/**
 * The date of the brief: from its front matter, else from what stands above the prose, else from a line at the end, else from the
 * name of its file.
 */
export function briefDateOf(brief: Pick<Brief, 'blocks' | 'starts' | 'fileDate'>): BriefDate | undefined {
  const { fileDate } = brief;
  return writtenDateOf(brief) ?? (fileDate && { value: fileDate, span: { start: 0, end: 0 }, origin: 'file name' });
}

function writtenDateOf({ blocks, starts }: Pick<Brief, 'blocks' | 'starts'>): BriefDate | undefined {
  const declared = blocks[0]?.frontMatter?.date;
  if (declared) return { value: declared.value, span: declared.span, origin: 'front matter' };
  const locate = (index: number, origin: BriefDate['origin']) => {
    const date = blocks[index]!.date!;
    return { value: date.value, span: shift(date.span, starts[index]!), origin };
  };
  let best: number | undefined;
  for (const [index, { kind, shape, date }] of blocks.entries()) {
    if (kind === 'paragraph' && (shape === 'prose' || shape === 'note')) {
      if (best === undefined && date) return locate(index, 'dateline');
      break;
    }
    if (date && (best === undefined || outranks(date, blocks[best]!.date!))) best = index;
  }
  if (best !== undefined) return locate(best, best === blocks.length - 1 && best > 0 ? 'footer' : 'masthead');
  const last = blocks.at(-1);
  return last?.date && last.shape === 'masthead' ? locate(blocks.length - 1, 'footer') : undefined;
}

/** The sections in order of position. Lone lines before prose are headings, below those that are marked. */
export function sectionsOf(brief: Brief): Section[] {
  const { blocks, starts, text } = brief;
  let markedLevel = 0;
  const headings = blocks.flatMap((block, index) => {
    if (block.kind === 'heading') markedLevel = block.level!;
    else if (!isLoneHeading(block, blocks[index + 1])) return [];
    const span = shift(block.content, starts[index]!);
    return [
      {
        title: { value: headingText(text, block, starts[index]!), span },
        level: block.level ?? Math.min(markedLevel + 1, MAX_LEVEL),
        start: starts[index]!,
      },
    ];
  });
  const sections: { title: Located<string>; level: number; span: Span }[] = [];
  const open: number[] = [];
  // A section ends where the next one of its level or a higher level begins; inner sections are closed first.
  const close = (level: number, end: number) => {
    while (open.length > 0 && sections[open.at(-1)!]!.level >= level) {
      const section = sections[open.pop()!]!;
      section.span = { start: section.span.start, end: Math.max(end, section.title.span.end) };
    }
  };
  for (const { title, level, start } of headings) {
    close(level, start);
    open.push(sections.length);
    sections.push({ title, level, span: { start: Math.min(start, title.span.start), end: start } });
  }
  close(0, text.trimEnd().length);
  return sections;
}

/** The words of a heading, with each tag replaced by its surface, without the emphasis around them. */
function headingText(text: string, block: Block, start: number): string {
  let result = '';
  let at = block.content.start;
  for (const atom of block.atoms) {
    if (atom.kind !== 'tag' || atom.start < at) continue;
    result += text.slice(start + at, start + atom.start) + atom.surface.value;
    at = atom.end;
  }
  return withoutEmphasis(result + text.slice(start + at, start + block.content.end));
}

/** `**Key Takeaways:**` */
function withoutEmphasis(title: string): string {
  return /^(\*{1,3}|_{1,3})(?=\S)([^*_]+)\1$/.exec(title)?.[2] ?? title;
}

/** The text of a brief, or of a part of it, with each tag replaced by its surface as far as it is in the part. */
export function stripTags(brief: Brief, part: Span = { start: 0, end: brief.text.length }): string {
  let prose = '';
  let at = part.start;
  const append = (start: number, end: number) => {
    prose += brief.text.slice(Math.max(start, part.start), Math.max(start, part.start, Math.min(end, part.end)));
  };
  for (let index = Math.max(0, blockIndexAt(brief, at)); index < brief.blocks.length; index++) {
    const start = brief.starts[index]!;
    if (start >= part.end) break;
    for (const atom of brief.blocks[index]!.atoms) {
      if (atom.kind !== 'tag' || start + atom.end <= part.start || start + atom.start >= part.end) continue;
      append(at, start + atom.start);
      append(start + atom.surface.span.start, start + atom.surface.span.end);
      at = start + atom.end;
    }
  }
  append(at, part.end);
  return prose;
}

interface Blocks {
  readonly blocks: Block[];
  readonly starts: number[];
}

/**
 * Reads blocks from `from` to the end of the text, or up to a start for which `shouldStop` is true. Blocks that
 * `findReusable` returns are taken as they are. `copyText` detaches the text of a block from the whole text, so that a
 * block does not keep a text alive that the next edit replaces.
 */
function readBlocks(
  text: string,
  from: number,
  findReusable: (start: number, end: number) => Block | undefined,
  shouldStop: (start: number) => boolean,
  copyText: (text: string) => string,
): Blocks {
  const blocks: Block[] = [];
  const starts: number[] = [];
  for (let start = from; start < text.length && !(start > from && shouldStop(start)); ) {
    const end = blockEnd(text, start);
    starts.push(start);
    blocks.push(findReusable(start, end) ?? readBlock(copyText(text.slice(start, end)), start === 0));
    start = end;
  }
  return { blocks, starts };
}

/** The end of the block that begins at `start`: the start of the first line of the next block. */
function blockEnd(text: string, start: number): number {
  let at = start === 0 ? (frontMatterLength(text) ?? 0) : start;
  let hasStarted = at > start;
  let hasEnded = hasStarted;
  if (hasStarted) at = nextLineStart(text, at - 1);
  while (at < text.length) {
    const next = skipBlankLine(text, at);
    if (next !== undefined) {
      hasEnded ||= hasStarted && !isInGroup(text, start, at);
      at = next;
      continue;
    }
    const heading = isHeadingAt(text, at) || isNoteHeadingAt(text, at);
    if (hasStarted && (hasEnded || heading)) return at;
    hasStarted = true;
    hasEnded = heading;
    at = fenceEnd(text, at) ?? nextLineStart(text, at);
  }
  return text.length;
}

/** The line that opens fenced code, at its start, and any line that may close it. */
const fenceOpening = / {0,3}(`{3,})[^`\r\n]*(?:\r?\n|$)/y;
const nextFence = /^ {0,3}(`{3,})([^\r\n]*)/gm;

/**
 * The start of the line after the fenced code that opens on the line at `at`; undefined if none does, or if the next line with a fence does not
 * close it. Code that is never closed therefore ends at a blank line, as a paragraph does, and hides nothing after it.
 */
function fenceEnd(text: string, at: number): number | undefined {
  const unit = text.charCodeAt(at);
  if (unit !== BACKTICK && unit !== SPACE) return undefined;
  fenceOpening.lastIndex = at;
  const fence = fenceOpening.exec(text)?.[1];
  if (fence === undefined) return undefined;
  nextFence.lastIndex = fenceOpening.lastIndex;
  const [line = '', closing, rest = ''] = nextFence.exec(text) ?? [];
  const isClosed = closing === fence && rest.trim() === '';
  return isClosed ? nextLineStart(text, nextFence.lastIndex - line.length) : undefined;
}

/** Whether a part of a text, to the ends of its lines, has a fence: with it, the end of fenced code that opens anywhere before may change. */
function hasFence(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(from, nextLineStart(text, end)).includes('```');
}

/** Whether the line before the blank one at `at` ends with a `;` in a parenthesis: the group goes on after one blank line. */
function isInGroup(text: string, start: number, at: number): boolean {
  let end = at - 1;
  if (text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
  if (text.charCodeAt(end - 1) !== SEMICOLON) return false;
  const open = text.lastIndexOf('(', end);
  return open >= Math.max(start, end - MAX_GROUP_LENGTH) && text.lastIndexOf(')', end) < open;
}

/** The start of the line after the one that contains `at`. */
function nextLineStart(text: string, at: number): number {
  return text.indexOf('\n', at) + 1 || text.length;
}
