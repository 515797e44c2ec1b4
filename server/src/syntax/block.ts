/**
 * The pieces a brief is made of: front matter, headings, paragraphs. A block's value depends on its own text alone, so
 * that a block whose text an edit did not touch never has to be read again.
 */

import type { CalendarDate } from './dates.ts';
import { readFrontMatter } from './frontMatter.ts';
import { findFullDate } from './fullDate.ts';
import { readCodes } from './ignores.ts';
import { type Inlines, NO_INLINES, readInlines } from './inlines.ts';
import type { FrontMatter } from './registryTypes.ts';
import type { Located, Span } from './span.ts';

/** All spans in a block count from the block's start. */
export interface Block extends Inlines {
  readonly kind: 'front-matter' | 'heading' | 'paragraph';
  /** With the blank lines that follow: the blocks of a brief tile its text. */
  readonly length: number;
  /** The text without the white space around it. */
  readonly content: Span;
  /** 1–6, of a heading that is marked with `#`. */
  readonly level?: number;
  /** What an unmarked paragraph may be besides prose, as far as its own text tells. */
  readonly shape: Shape;
  /** A full date in it, as far as one is wanted: in a masthead or a stamp. */
  readonly date?: Located<CalendarDate>;
  readonly frontMatter?: FrontMatter;
  readonly ignores: readonly Ignore[];
}

/**
 * `line`: one line without closing punctuation, a heading if prose follows. `masthead`: lines of `Key: value` or a date.
 * `credit`: the credit of an image. `comment`: nothing but comments. `prose`: anything else.
 */
export type Shape = 'prose' | 'line' | 'masthead' | 'credit' | 'comment';

/** `<!-- brief-ignore missing-source -->`. */
export interface Ignore {
  readonly scope: 'next' | 'file';
  readonly codes: readonly Located<string>[];
  /** Whether the words it stands before are in the same block. */
  readonly beforeProse: boolean;
}

const heading = /\uFEFF? {0,3}(#{1,6})(?=[ \t\r\n]|$)/y;
const frontMatterEnd = /\n(?:---|\.\.\.)[ \t]*\r?(?=\n|$)/g;
const frontMatterStart = /^\uFEFF?---[ \t]*\r?\n/;
const keyAndValue = /^(?:\*\*)?\p{Lu}[\p{L} ./-]{0,40}:(?:\*\*)?(?: |$)/u;
const closing = /[.!?…;:,。！？][)\]”"'’»*_]*$/u;
const noHeading = /^(?:[-*+>|]\s|!\[|\||\d+[.)]\s|[-*_=]{3,}$)/;
const ignoreComment = /^<!--\s*brief-ignore(-file)?(?=\s)([\s\S]*)-->$/;
const sentence = /[.!?]["”’)]?$/;
const fileStamp = /\.(?:pdf|docx?|odt|rtf|html?|txt)$/i;
const creditLine = /^(?:source|photo|image|credit)s?\s?:/i;
/** A longer line is prose, whatever it ends with. */
const LONGEST_LINE = 200;
const LONGEST_MASTHEAD = 4_000;
const LONGEST_DATE_LINE = 40;

/** Where the front matter at the top of `text` ends, its last `---` line included; undefined when there is none. */
export function frontMatterLength(text: string): number | undefined {
  const start = frontMatterStart.exec(text);
  if (!start) return undefined;
  frontMatterEnd.lastIndex = start[0].length - 1;
  return frontMatterEnd.test(text) ? frontMatterEnd.lastIndex : undefined;
}

/** Whether the line that begins at `at` is a heading marked with `#`. */
export function isHeadingAt(text: string, at: number): boolean {
  heading.lastIndex = at;
  return heading.test(text);
}

/** Reads a block. `text` is exactly its own text; only the first of a brief can be front matter. */
export function readBlock(text: string, first: boolean): Block {
  const length = text.length;
  const frontMatterEnd = first ? frontMatterLength(text) : undefined;
  if (frontMatterEnd !== undefined) {
    const start = frontMatterStart.exec(text)![0].length;
    const yaml = text.slice(0, text.lastIndexOf('\n', frontMatterEnd - 1) + 1);
    // Blanks keep every offset of the YAML what it is in the block.
    const frontMatter = readFrontMatter(' '.repeat(start - 1) + yaml.slice(start - 1));
    const content = { start: 0, end: frontMatterEnd };
    return { kind: 'front-matter', length, content, shape: 'prose', frontMatter, ignores: [], ...NO_INLINES };
  }
  const content = { start: length - text.trimStart().length, end: text.trimEnd().length };
  if (content.end === 0)
    return { kind: 'paragraph', length, content: { start: 0, end: 0 }, shape: 'comment', ignores: [], ...NO_INLINES };
  const inlines = readInlines(text.slice(0, content.end));
  heading.lastIndex = text.lastIndexOf('\n', content.start) + 1;
  const marks = heading.exec(text);
  if (marks) {
    const level = marks[1]!.length;
    const title = headingTitle(text, marks.index + marks[0].length, content.end);
    return { kind: 'heading', length, content: title, level, shape: 'prose', ignores: [], ...inlines };
  }
  const shape = shapeOf(text.slice(content.start, content.end), inlines);
  const date = shape === 'masthead' || shape === 'line' ? findFullDate(text.slice(0, content.end)) : undefined;
  const ignores = readIgnores(text, inlines, content);
  return { kind: 'paragraph', length, content, shape, ...(date && { date }), ignores, ...inlines };
}

/** The words between the `#` marks before and the ones that may close the line. */
function headingTitle(text: string, from: number, end: number): Span {
  const words = text
    .slice(from, end)
    .replace(/[ \t]#{1,40}$/, '')
    .trimEnd();
  const start = from + words.length - words.trimStart().length;
  return { start, end: from + words.length };
}

function shapeOf(text: string, { atoms, groups }: Inlines): Shape {
  if (
    text.startsWith('<!--') &&
    isBlank(
      withoutAtoms(
        text,
        atoms.filter((atom) => atom.kind === 'comment'),
      ),
    )
  )
    return 'comment';
  if (text.length > LONGEST_MASTHEAD) return 'prose';
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.every((line) => line.length <= LONGEST_LINE && isMastheadLine(line))) return 'masthead';
  if (lines.length > 1 || text.length > LONGEST_LINE) return 'prose';
  if (groups.at(-1)?.reading === 'credit' || creditLine.test(text)) return 'credit';
  return closing.test(text) || noHeading.test(text) ? 'prose' : 'line';
}

/** `Key: value`, a date alone, or the stamp of a file. */
function isMastheadLine(line: string): boolean {
  if ((keyAndValue.test(line) && !sentence.test(line)) || fileStamp.test(line)) return true;
  const date = line.length <= LONGEST_DATE_LINE ? findFullDate(line) : undefined;
  return date?.span.start === 0 && date.span.end === line.length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function withoutAtoms(text: string, atoms: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const atom of atoms) {
    rest += text.slice(at, atom.start);
    at = atom.end;
  }
  return rest + text.slice(at);
}

function readIgnores(text: string, { atoms }: Inlines, content: Span): Ignore[] {
  const ignores: Ignore[] = [];
  let at = content.start;
  let onlyCommentsBefore = true;
  for (const atom of atoms) {
    onlyCommentsBefore &&= isBlank(text.slice(at, atom.start));
    at = atom.end;
    if (atom.kind !== 'comment') {
      onlyCommentsBefore = false;
      continue;
    }
    const match = ignoreComment.exec(text.slice(atom.start, atom.end));
    if (!match) continue;
    const from = atom.end - '-->'.length - match[2]!.length;
    const codes = readCodes(match[2]!, from);
    ignores.push({ scope: match[1] ? 'file' : 'next', codes, beforeProse: onlyCommentsBefore && at < content.end });
  }
  return ignores;
}
