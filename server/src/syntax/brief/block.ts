/**
 * The blocks of a brief: front matter, headings, paragraphs. The value of a block depends on its own text alone, so a
 * block that an edit did not touch never has to be read again.
 */

import type { Span } from '../../base/text/span.ts';
import {
  type Block,
  type BlockShape,
  type IgnoreComment,
  type Inline,
  type Inlines,
  SOURCE_TYPE,
  type Tag,
} from '../ast.ts';
import { findFullDate } from '../date/fullDate.ts';

import { readFrontMatter } from '../registry/frontMatter.ts';
import { readRuleCodes } from '../registry/ignoreComments.ts';
import { NO_INLINES, readInlines } from './inlines.ts';

const [LINE_FEED, HASH, SPACE, BOM] = [0x0a, 0x23, 0x20, 0xfeff];
const space = /\s/;
const heading = /\uFEFF? {0,3}(#{1,6})(?=[ \t\r\n]|$)/y;
const frontMatterEnd = /\n(?:---|\.\.\.)[ \t]*\r?(?=\n|$)/g;
const frontMatterStart = /^\uFEFF?---[ \t]*\r?\n/;
const keyAndValue = /^(?:\*\*)?\p{Lu}[\p{L} ./-]{0,40}:(?:\*\*)?(?: |$)/u;
const closingPunctuation = /[.!?…;:,。！？][)\]”"'’»*_]*$/u;
const notHeading = /^(?:[-*+>|]\s|!\[|\||\d+[.)]\s|[-*_=]{3,}$)/;
const ignoreComment = /^<!--\s*brief-ignore(-file)?(?=\s)([\s\S]*)-->$/;
const sentenceEnd = /[.!?]["”’)]?$/;
const fileExtension = /\.(?:pdf|docx?|odt|rtf|html?|txt)$/i;
const creditLine = /^(?:source|photo|image|credit)s?\s?:/i;
/** A longer line is prose, whatever it ends with: headings and mastheads fit on a line of the screen. */
const MAX_LINE_LENGTH = 200;
/** A longer block is prose; its lines are not looked at one by one. */
const MAX_MASTHEAD_LENGTH = 4_000;
/** A longer line contains more than a date: the longest, `Wednesday, September 30th, 2021`, has 31 characters. */
const MAX_DATE_LINE_LENGTH = 40;

/** The length of the front matter at the top of `text`, its last `---` line included; undefined if there is none. */
export function frontMatterLength(text: string): number | undefined {
  const start = frontMatterStart.exec(text);
  if (!start) return undefined;
  frontMatterEnd.lastIndex = start[0].length - 1;
  return frontMatterEnd.test(text) ? frontMatterEnd.lastIndex : undefined;
}

/** Whether the line that begins at `at` is a heading marked with `#`. */
export function isHeadingAt(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  // Most lines begin with a letter.
  if (first !== HASH && first !== SPACE && first !== BOM) return false;
  heading.lastIndex = at;
  return heading.test(text);
}

/** The start of the line after the one at `at`, if that line is blank from there on; else undefined. */
export function skipBlankLine(text: string, at: number): number | undefined {
  for (let end = at; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === LINE_FEED) return end + 1;
    if (!isSpace(unit)) return undefined;
  }
  return text.length;
}

/** Whether a code unit is what `\s` matches and `trim` removes. */
function isSpace(unit: number): boolean {
  if (unit <= SPACE) return unit === SPACE || (unit >= 9 && unit <= 13);
  return unit >= 0xa0 && space.test(String.fromCharCode(unit));
}

/** Reads a block. `text` is exactly its own text; only the first of a brief can be front matter. */
export function readBlock(text: string, isFirst: boolean): Block {
  const length = text.length;
  const frontMatterEnd = isFirst ? frontMatterLength(text) : undefined;
  if (frontMatterEnd !== undefined) {
    const start = frontMatterStart.exec(text)![0].length;
    const yaml = text.slice(0, text.lastIndexOf('\n', frontMatterEnd - 1) + 1);
    // Padding keeps the offsets in the YAML equal to those in the block.
    const frontMatter = readFrontMatter(' '.repeat(start - 1) + yaml.slice(start - 1));
    return createBlock('front-matter', length, { start: 0, end: frontMatterEnd }, 'prose', NO_INLINES, { frontMatter });
  }
  const content = trimmedSpan(text);
  if (content.end === 0) return createBlock('paragraph', length, content, 'comment', NO_INLINES);
  const words = text.slice(0, content.end);
  const inlines = readInlines(words);
  if (text.charCodeAt(content.start) === HASH) {
    heading.lastIndex = text.lastIndexOf('\n', content.start) + 1;
    const headingMatch = heading.exec(text);
    if (headingMatch) {
      const title = headingTitleSpan(text, headingMatch.index + headingMatch[0].length, content.end);
      return createBlock('heading', length, title, 'prose', inlines, { level: headingMatch[1]!.length });
    }
  }
  const shape = shapeOf(words, content.start, inlines);
  const date = shape === 'masthead' || shape === 'line' ? findFullDate(words) : undefined;
  return createBlock('paragraph', length, content, shape, inlines, {
    date,
    ignores: readIgnoreComments(text, inlines, content),
  });
}

const NO_IGNORE_COMMENTS: readonly IgnoreComment[] = [];

/** All blocks have the same fields in the same order, because V8 reads objects of one shape much faster. */
function createBlock(
  kind: Block['kind'],
  length: number,
  content: Span,
  shape: BlockShape,
  { atoms, groups, citations }: Inlines,
  { level, date, frontMatter, ignores = NO_IGNORE_COMMENTS }: Partial<Block> = {},
): Block {
  return { kind, length, content, level, shape, date, frontMatter, ignores, atoms, groups, citations };
}

/** The text without the white space around it; empty, at the start, if there is nothing else. */
function trimmedSpan(text: string): Span {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = 0;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

/** The words between the opening `#` marks and the optional closing ones. */
function headingTitleSpan(text: string, from: number, end: number): Span {
  const words = text
    .slice(from, end)
    .replace(/[ \t]#{1,40}$/, '')
    .trimEnd();
  const start = from + words.length - words.trimStart().length;
  return { start, end: from + words.length };
}

/** `words` ends where the content ends. */
function shapeOf(words: string, start: number, { atoms, groups }: Inlines): BlockShape {
  if (words.startsWith('<!--', start) && isOnlyComments(words, start, atoms)) return 'comment';
  const length = words.length - start;
  if (length > MAX_MASTHEAD_LENGTH) return 'prose';
  if (words.includes('\n', start) || length > MAX_LINE_LENGTH) return isMasthead(words, start) ? 'masthead' : 'prose';
  const line = words.slice(start);
  if (isMastheadLine(line)) return 'masthead';
  if (groups.at(-1)?.kind === 'credit' || creditLine.test(line)) return 'credit';
  return closingPunctuation.test(line) || notHeading.test(line) ? 'prose' : 'line';
}

function isMasthead(words: string, start: number): boolean {
  for (let at = start; at < words.length; ) {
    const end = words.indexOf('\n', at);
    const line = words.slice(at, end < 0 ? words.length : end).trim();
    if (line.length > MAX_LINE_LENGTH || !isMastheadLine(line)) return false;
    if (end < 0) break;
    at = end + 1;
  }
  return true;
}

/** Whether a line is `Key: value`, a date alone, or the name of a file. */
function isMastheadLine(line: string): boolean {
  if ((keyAndValue.test(line) && !sentenceEnd.test(line)) || fileExtension.test(line)) return true;
  const date = line.length <= MAX_DATE_LINE_LENGTH ? findFullDate(line) : undefined;
  return date?.span.start === 0 && date.span.end === line.length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Whether there are only comments from `start` on. */
function isOnlyComments(words: string, start: number, atoms: readonly Inline[]): boolean {
  let at = start;
  for (const atom of atoms) {
    if (atom.kind !== 'comment' || !isBlank(words.slice(at, atom.start))) return false;
    at = atom.end;
  }
  return isBlank(words.slice(at));
}

function readIgnoreComments(text: string, { atoms }: Inlines, content: Span): readonly IgnoreComment[] {
  if (!atoms.some((atom) => atom.kind === 'comment')) return NO_IGNORE_COMMENTS;
  const ignores: IgnoreComment[] = [];
  let at = content.start;
  let hasOnlyCommentsBefore = true;
  for (const atom of atoms) {
    hasOnlyCommentsBefore &&= isBlank(text.slice(at, atom.start));
    at = atom.end;
    if (atom.kind !== 'comment') {
      hasOnlyCommentsBefore = false;
      continue;
    }
    const match = ignoreComment.exec(text.slice(atom.start, atom.end));
    if (!match) continue;
    const from = atom.end - '-->'.length - match[2]!.length;
    const codes = readRuleCodes(match[2]!, from);
    ignores.push({
      scope: match[1] ? 'file' : 'next',
      codes,
      isBeforeProse: hasOnlyCommentsBefore && at < content.end,
    });
  }
  return ignores;
}

/** The entity tags of a block, in order of position: every tag but those of sources. */
export function entityTags(block: Block): Tag[] {
  return block.atoms.filter((atom): atom is Tag => atom.kind === 'tag' && atom.type.value !== SOURCE_TYPE);
}
