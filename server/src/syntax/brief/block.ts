/**
 * The blocks of a brief: front matter, headings, paragraphs. The value of a block depends on its own text alone, so a
 * block that an edit did not touch never has to be read again.
 */

import { type FoldedView, foldText, mapSpans } from '../../base/text/foldedView.ts';
import { type Span, shift } from '../../base/text/span.ts';
import {
  type Block,
  type BlockShape,
  type Citation,
  type DatedLine,
  type IgnoreComment,
  type Inline,
  type Inlines,
  type NoteMarker,
  type RegistryQuestions,
  SOURCE_TYPE,
  type Tag,
} from '../ast.ts';
import type { BlockCandidates, OpenerForm } from '../candidates.ts';
import { formOf } from '../citation/forms/index.ts';
import { isNoteHeading } from '../citation/notes/noteHeadings.ts';
import { findFullDate } from '../date/fullDate.ts';
import { findDatelineDate, findMastheadDate, outranks } from '../date/mastheadDate.ts';
import { type KnownNames, NOTHING_KNOWN, recordAsked } from '../knownNames.ts';
import { readFrontMatter } from '../registry/frontMatter.ts';
import { readRuleCodes, splitReason } from '../registry/ignoreComments.ts';
import { findBlockCandidates } from './blockCandidates.ts';
import { NO_INLINES, readInlines, readKeys, withBlockCitations } from './inlines.ts';
import {
  areMastheadLines,
  canBeHeading,
  isAnnouncement,
  isFileName,
  isMastheadLine,
  isReportLine,
} from './lineShape.ts';

const [LINE_FEED, HASH, SPACE, BOM] = [0x0a, 0x23, 0x20, 0xfeff];
const space = /\s/;
const digit = /\p{Nd}/u;
const letter = /\p{L}/u;
const heading = /\uFEFF? {0,3}(#{1,6})(?=[ \t\r\n]|$)/y;
const frontMatterEnd = /\n(?:---|\.\.\.)[ \t]*\r?(?=\n|$)/g;
const frontMatterStart = /^\uFEFF?---[ \t]*\r?\n/;
const ignoreComment = /^<!--\s*brief-ignore(-file)?(?:(?=\s)|:)([\s\S]*)-->$/;
const creditLine = /^(?:photo|image|picture|credit)s?\s?:/i;
const photographer = /^Photos? (?:by|courtesy of) \p{Lu}/u;
const underline = /^[ \t]{0,3}(?:={2,}|-{2,})[ \t]*$/;
/** A block that begins like this is a note or a link definition; other numbers may begin an item of a list or prose. */
const PLAIN_OPENERS = new Set<OpenerForm>(['caret', 'bracket', 'superscript', 'word', 'definition', 'table']);
/** A longer line is prose, whatever it ends with: headings and mastheads fit on a line of the screen. */
const MAX_LINE_LENGTH = 200;
const MAX_MASTHEAD_LINES = 40;
/** A longer block is prose; its lines are not looked at one by one. */
const MAX_MASTHEAD_LENGTH = 4_000;

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

/** The longest heading of notes, with emphasis marks: `**References and notes:**`. */
const MAX_NOTE_HEADING_LENGTH = 40;
const itemStart = /^[ \t>]*(?:[-*+•]\s|\[|\d{1,4}[.)\s]|[¹²³⁴⁵⁶⁷⁸⁹])/;

/** Whether the line at `at` announces the notes or the list in the lines below it, as `Sources:` does without a blank line. */
export function isNoteHeadingAt(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  if (end < 0 || end - at > MAX_NOTE_HEADING_LENGTH || end === at) return false;
  return itemStart.test(text.slice(end + 1, end + 16)) && isNoteHeading(text.slice(at, end));
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

/**
 * Reads a block. `text` is exactly its own text; only the first of a brief can be front matter. `known`: what the registries say;
 * without them, `Block.questions` holds what they have to tell.
 */
export function readBlock(text: string, isFirst: boolean, known: KnownNames = NOTHING_KNOWN): Block {
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
  const view = foldText(text);
  return view
    ? unfoldBlock(readWords(view.text, trimmedSpan(view.text), known), view, length)
    : readWords(text, content, known);
}

/** Reads a block that is no front matter. `content` is the text without the white space around it. */
function readWords(text: string, content: Span, known: KnownNames): Block {
  const { length } = text;
  const words = text.slice(0, content.end);
  const asked = new Set<string>();
  const recorded = recordAsked(known, asked);
  const inlines = readInlines(words, recorded);
  const marked = readMarkedHeading(text, words, content);
  if (marked) {
    const { title, level } = marked;
    const date = datedLine(text.slice(title.start, title.end), title.start, true);
    const announcesNotes = isNoteHeading(text.slice(title.start, title.end));
    const questions = createQuestions(asked, NO_CITATIONS);
    return createBlock('heading', length, title, 'prose', inlines, { level, date, announcesNotes, questions });
  }
  const all = withBlockCitations(words, inlines, recorded);
  const candidates = findBlockCandidates(words, all);
  const shape = shapeOf(words, content.start, all, candidates);
  return createBlock('paragraph', length, content, shape, all, {
    date: withoutCited(dateOf(words, content.start, shape), all.citations),
    ignores: readIgnoreComments(text, inlines, content),
    candidates,
    questions: createQuestions(asked, readKeys(words, all)),
    announcesNotes: shape !== 'note' && isNoteHeading(words.slice(content.start)),
  });
}

/** The block in the text that `view` is a view of. Its citations are read for themselves, since no other text has their words. */
function unfoldBlock(block: Block, view: FoldedView, length: number): Block {
  const citations = block.citations.map((citation) => ({ ...citation, template: undefined }));
  return { ...mapSpans({ ...block, citations }, view.spanOf), length, isFolded: true };
}

/** The title of a heading marked with `#`, or underlined. */
function readMarkedHeading(text: string, words: string, content: Span): { title: Span; level: number } | undefined {
  if (text.charCodeAt(content.start) === HASH) {
    heading.lastIndex = text.lastIndexOf('\n', content.start) + 1;
    const match = heading.exec(text);
    return match
      ? { title: headingTitleSpan(text, match.index + match[0].length, content.end), level: match[1]!.length }
      : undefined;
  }
  const newline = words.indexOf('\n', content.start);
  if (newline < 0 || newline - content.start > MAX_LINE_LENGTH || !underline.test(words.slice(newline + 1)))
    return undefined;
  const line = words.slice(content.start, newline).trimEnd();
  return canBeHeading(line)
    ? { title: { start: content.start, end: content.start + line.length }, level: words.includes('=', newline) ? 1 : 2 }
    : undefined;
}

/** The date that a block gives to its brief, if it stands where it can. */
function dateOf(words: string, start: number, shape: BlockShape): DatedLine | undefined {
  if (shape === 'comment' || shape === 'note' || shape === 'source' || shape === 'credit') return undefined;
  if (shape === 'prose') {
    const date = findDatelineDate(words.slice(start));
    return date && { value: date.value, span: shift(date.span, start), rank: 'updated' };
  }
  let found: DatedLine | undefined;
  for (let at = start; at < words.length; ) {
    const newline = words.indexOf('\n', at);
    const end = newline < 0 ? words.length : newline;
    const date = datedLine(words.slice(at, end), at, false);
    if (date && (!found || outranks(date, found))) found = date;
    at = end + 1;
  }
  return found;
}

/** No date of a citation is the date of the brief. */
function withoutCited(date: DatedLine | undefined, citations: readonly Citation[]): DatedLine | undefined {
  return date && citations.some(({ span }) => span.start < date.span.end && date.span.start < span.end)
    ? undefined
    : date;
}

/** The date of a line of the masthead, or of a file stamp such as `TM_September 24 2021.PDF`. */
function datedLine(line: string, at: number, isHeading: boolean): DatedLine | undefined {
  if (!digit.test(line)) return undefined;
  const date = findMastheadDate(line, isHeading) ?? stampDate(line) ?? datelineDate(line);
  return date && { value: date.value, span: shift(date.span, at), rank: date.rank };
}

function stampDate(line: string): DatedLine | undefined {
  const date = isFileName(line) ? findFullDate(line) : undefined;
  return date && { ...date, rank: 'updated' };
}

function datelineDate(line: string): DatedLine | undefined {
  const date = findDatelineDate(line);
  return date && { ...date, rank: 'updated' };
}

const NO_CITATIONS: readonly Citation[] = [];

function createQuestions(outlets: ReadonlySet<string>, keys: readonly Citation[]): RegistryQuestions | undefined {
  return outlets.size + keys.length > 0 ? { outlets: [...outlets], keys } : undefined;
}

const NO_IGNORE_COMMENTS: readonly IgnoreComment[] = [];
const NO_MARKERS: readonly NoteMarker[] = [];

/** All blocks have the same fields in the same order, because V8 reads objects of one shape much faster. */
function createBlock(
  kind: Block['kind'],
  length: number,
  content: Span,
  shape: BlockShape,
  { atoms, groups, citations }: Inlines,
  {
    level,
    date,
    frontMatter,
    ignores = NO_IGNORE_COMMENTS,
    candidates,
    questions,
    markers = NO_MARKERS,
    announcesNotes = false,
    isFolded = false,
  }: Partial<Block> = {},
): Block {
  return {
    kind,
    length,
    content,
    level,
    shape,
    date,
    frontMatter,
    ignores,
    atoms,
    groups,
    citations,
    markers,
    candidates,
    questions,
    announcesNotes,
    isFolded,
    isSelfContained: !candidates && !announcesNotes && citations.every(isSelfContained),
  };
}

/** Whether a citation refers to no other one, and has nothing that may be the style of its house. */
function isSelfContained({ isRepeat, formErrors, when }: Citation): boolean {
  return !isRepeat && formErrors.length === 0 && !when?.dates.some(({ order }) => order !== undefined);
}

/** The block with what the rest of the brief says about it. */
export function withOutcome(
  block: Block,
  shape: BlockShape,
  citations: readonly Citation[],
  markers: readonly NoteMarker[],
): Block {
  return createBlock(block.kind, block.length, block.content, shape, { ...block, citations }, { ...block, markers });
}

/** The block with other citations. Its groups stay those of its own text, because closed briefs are searched for names without registries. */
export function withCitations(block: Block, read: Block, citations: readonly Citation[]): Block {
  const { kind, length, content, shape, groups } = block;
  return createBlock(kind, length, content, shape, { ...read, groups, citations }, read);
}

/** The text without the white space around it; empty, at the start, if there is nothing else. */
function trimmedSpan(text: string): Span {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = 0;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

/** The words between the opening `#` marks and the optional closing ones, or the attributes of Pandoc: `{#overview .unnumbered}`. */
function headingTitleSpan(text: string, from: number, end: number): Span {
  const words = text
    .slice(from, end)
    .replace(/[ \t]{1,8}\{[#.-][^{}\n]{0,120}\}$/, '')
    .replace(/[ \t]#{1,40}$/, '')
    .trimEnd();
  const start = from + words.length - words.trimStart().length;
  return { start, end: from + words.length };
}

/** `words` ends where the content ends. */
function shapeOf(
  words: string,
  start: number,
  { atoms, groups, citations }: Inlines,
  candidates: BlockCandidates | undefined,
): BlockShape {
  if (words.startsWith('<!--', start) && isOnlyComments(words, start, atoms)) return 'comment';
  const length = words.length - start;
  const [opener] = candidates?.openers ?? [];
  if (opener && opener.span.start <= start && PLAIN_OPENERS.has(opener.form)) return 'note';
  if (length > MAX_MASTHEAD_LENGTH) return 'prose';
  if (words.includes('\n', start)) return isMasthead(words, start) ? 'masthead' : 'prose';
  if (length > MAX_LINE_LENGTH) return 'prose';
  const line = words.slice(start);
  const [citation] = citations;
  if (citation && formOf(citation).isLine && isWholeLine(line, shift(citation.span, -start))) return 'source';
  if (isAnnouncement(line) || isNoteHeading(line)) return 'line';
  if (isReportLine(line)) return 'source';
  if (isMastheadLine(line) || (citations.length === 0 && isNumbersOnly(line))) return 'masthead';
  if (groups.at(-1)?.kind === 'credit' || creditLine.test(line) || photographer.test(line)) return 'credit';
  return canBeHeading(line) ? 'line' : 'prose';
}

/** `22-12345        9/65`: a page number, with that of the document. */
function isNumbersOnly(line: string): boolean {
  return digit.test(line) && !letter.test(line);
}

const sentenceEnd = /[.!?…]["”’»)\]]{0,2}\s/;

/** Whether a citation ends the line, and no sentence ends before it. */
function isWholeLine(line: string, { start, end }: Span): boolean {
  return end >= line.length && !sentenceEnd.test(line.slice(0, Math.max(0, start)));
}

function isMasthead(words: string, start: number): boolean {
  const lines = words.slice(start).split('\n', MAX_MASTHEAD_LINES + 1);
  if (lines.length > MAX_MASTHEAD_LINES || lines.some(({ length }) => length > MAX_LINE_LENGTH)) return false;
  return areMastheadLines(lines.map((line) => line.trim()));
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

/** What a quotation or a list puts at the start of its lines. */
const lineLayout = /^(?:[\s>]|[-*+] |\d{1,3}[.)] )*$/;

function readIgnoreComments(text: string, { atoms }: Inlines, content: Span): readonly IgnoreComment[] {
  if (!atoms.some((atom) => atom.kind === 'comment')) return NO_IGNORE_COMMENTS;
  const ignores: IgnoreComment[] = [];
  let at = content.start;
  let hasOnlyCommentsBefore = true;
  for (const atom of atoms) {
    hasOnlyCommentsBefore &&= lineLayout.test(text.slice(at, atom.start));
    at = atom.end;
    if (atom.kind !== 'comment') {
      hasOnlyCommentsBefore = false;
      continue;
    }
    const match = ignoreComment.exec(text.slice(atom.start, atom.end));
    if (!match) continue;
    const from = atom.end - '-->'.length - match[2]!.length;
    const [words, reason] = splitReason(match[2]!);
    ignores.push({
      scope: match[1] ? 'file' : 'next',
      codes: readRuleCodes(words, from),
      ...(reason && { reason }),
      isBeforeProse: hasOnlyCommentsBefore && at < content.end,
    });
  }
  return ignores;
}

/** The entity tags of a block, in order of position: every tag but those of sources. */
export function entityTags(block: Block): Tag[] {
  return block.atoms.filter((atom): atom is Tag => atom.kind === 'tag' && atom.type.value !== SOURCE_TYPE);
}
