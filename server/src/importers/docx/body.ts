/** Reads the body or a note of a Word file as blocks. Everything that is not known here is walked through, so its text is kept. */

import { childrenOf, type Element, find, textOf } from '../../base/markup.ts';
import { isNumber, raise } from '../../base/text/numerals.ts';
import { cleanAddress } from '../document/address.ts';
import { type Block, type Inline, inOneLine, type Paragraph } from '../document/document.ts';
import type { Tally } from '../document/leftOut.ts';
import type { References } from '../references/cslCitation.ts';
import { decodeFieldData, readField } from './fields.ts';
import type { NextLabel } from './numbering.ts';
import { type Styles, valOf } from './styles.ts';

/** What the parts of one file share. */
export interface WordContext {
  readonly styles: Styles;
  readonly nextLabel: NextLabel;
  readonly references: References;
  readonly tally: Tally;
  /** By the name of a bookmark, the id of the note whose marker it surrounds. */
  readonly notesByBookmark: ReadonlyMap<string, string>;
}

/** A link or field that is open: what is written now belongs to it. */
interface Frame {
  /** Absent for links, which are elements and no fields. */
  readonly field?: { instruction: string; data: string; isResult: boolean };
  address?: string | undefined;
  /** Whether its text is dropped: it was replaced by keys or a marker. */
  isDropped: boolean;
  /** Whether the link stands in a paragraph. */
  isWritten?: boolean;
}

interface Link {
  readonly kind: 'link';
  readonly address: string;
  readonly content: Inline[];
  readonly frame: Frame;
}

/** The paragraph that is being read. */
interface Draft {
  properties: Element | undefined;
  readonly content: Inline[];
  /** Blocks of the text boxes anchored in it. */
  readonly boxes: Block[];
}

interface Reader extends WordContext {
  readonly targets: ReadonlyMap<string, string>;
  readonly frames: Frame[];
  blocks: Block[];
  draft: Draft | undefined;
}

/** Text that is no text of the document, or deleted. */
const SKIPPED: ReadonlySet<string> = new Set(
  'del moveFrom delText delInstrText pPr rPr sectPr tblPr tblGrid tcPr sdtPr sdtEndPr rt footnoteRef endnoteRef annotationRef separator continuationSeparator binData'.split(
    ' ',
  ),
);

/** The blocks in `element`, whose links are in `targets`, the relationships of its part. */
export function readBlocks(element: Element, targets: ReadonlyMap<string, string>, context: WordContext): Block[] {
  const reader: Reader = { ...context, targets, frames: [], blocks: [], draft: undefined };
  walkChildren(element, reader);
  finishParagraph(reader);
  return reader.blocks;
}

function walkChildren(element: Element, reader: Reader): void {
  for (const child of element.children) if (typeof child !== 'string') walk(child, reader);
}

function walk(element: Element, reader: Reader): void {
  const { name, attributes } = element;
  if (SKIPPED.has(name)) {
    if (name === 'del' || name === 'moveFrom') reader.tally.deletions++;
    return;
  }
  switch (name) {
    case 'p':
      walkParagraph(element, reader);
      return;
    case 'tbl':
      walkTable(element, reader);
      return;
    case 'txbxContent':
      walkTextBox(element, reader);
      return;
    case 'AlternateContent':
      walkChildren(find(element, 'Choice') ?? find(element, 'Fallback') ?? element, reader);
      return;
    case 'ins':
    case 'moveTo':
      reader.tally.insertions++;
      walkChildren(element, reader);
      return;
    case 'r':
      walkRun(element, reader);
      return;
    case 'hyperlink':
      walkHyperlink(element, reader);
      return;
    case 'fldSimple':
      walkSimpleField(element, reader);
      return;
    case 'altChunk':
    case 'OLEObject':
      reader.tally.embeddedFiles++;
      return;
    case 'pic':
    case 'imagedata':
      reader.tally.pictures++;
      return;
    case 't':
      append(reader, textOf(element));
      return;
    case 'tab':
    case 'ptab':
      append(reader, '\t');
      return;
    case 'br':
      if ((attributes.get('type') ?? 'textWrapping') === 'textWrapping') append(reader, { kind: 'break' });
      return;
    case 'cr':
      append(reader, { kind: 'break' });
      return;
    case 'noBreakHyphen':
      append(reader, '-');
      return;
    case 'sym':
      append(reader, readSymbol(attributes));
      return;
    case 'footnoteReference':
      append(reader, { kind: 'note', id: `footnote ${attributes.get('id')}` });
      return;
    case 'endnoteReference':
      append(reader, { kind: 'note', id: `endnote ${attributes.get('id')}` });
      return;
    case 'fldChar':
      walkFieldChar(element, reader);
      return;
    case 'instrText': {
      const field = reader.frames.at(-1)?.field;
      if (field && !field.isResult) field.instruction += textOf(element);
      return;
    }
    default:
      walkChildren(element, reader);
      return;
  }
}

function walkParagraph(element: Element, reader: Reader): void {
  const properties = find(element, 'pPr');
  // If the mark of the paragraph before was deleted, this one continues it, with its own properties, as in Word.
  reader.draft ??= { properties, content: [], boxes: [] };
  reader.draft.properties = properties;
  const mark = find(properties, 'rPr');
  if (find(mark, 'ins')) reader.tally.insertions++;
  const isDeleted = find(mark, 'del') ?? find(mark, 'moveFrom');
  walkChildren(element, reader);
  if (!isDeleted) {
    finishParagraph(reader);
    return;
  }
  reader.tally.deletions++;
}

function finishParagraph(reader: Reader): void {
  const { draft } = reader;
  if (!draft) return;
  reader.draft = undefined;
  const { properties, content, boxes } = draft;
  const paragraph = createParagraph(properties, content, reader);
  if (paragraph) reader.blocks.push(paragraph);
  reader.blocks.push(...boxes);
}

function createParagraph(
  properties: Element | undefined,
  content: readonly Inline[],
  reader: Reader,
): Paragraph | undefined {
  if (content.every((inline) => typeof inline === 'string' && inline.trim() === '')) return undefined;
  const { styles, nextLabel } = reader;
  const heading = styles.headingOf(properties);
  const list = heading === undefined ? styles.listOf(properties) : undefined;
  return {
    kind: 'paragraph',
    content,
    heading,
    isQuotation: styles.isQuotation(properties),
    item: list && { label: nextLabel(list.list, list.level), level: list.level },
  };
}

function walkTable(element: Element, reader: Reader): void {
  finishParagraph(reader);
  const rows = partsOf(element, 'tr').flatMap((row) => {
    if (find(row, 'trPr', 'del')) {
      reader.tally.deletions++;
      return [];
    }
    if (find(row, 'trPr', 'ins')) reader.tally.insertions++;
    return [partsOf(row, 'tc').map((cell) => readCell(cell, reader))];
  });
  // A table with one cell in each row is a frame around text.
  if (rows.every((row) => row.length <= 1)) for (const block of rows.flat(2)) reader.blocks.push(block);
  else reader.blocks.push({ kind: 'table', rows: rows.map((row) => row.map(inOneLine)) });
}

function readCell(cell: Element, reader: Reader): Block[] {
  const { blocks, draft } = reader;
  reader.blocks = [];
  reader.draft = undefined;
  walkChildren(cell, reader);
  finishParagraph(reader);
  const read = reader.blocks;
  reader.blocks = blocks;
  reader.draft = draft;
  return read;
}

/** The rows or cells in a table, also those inside content controls and tracked changes, but not those of tables inside it. */
function partsOf(element: Element, name: 'tr' | 'tc'): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'tbl' || SKIPPED.has(child.name)) return [];
    return child.name === name ? [child] : partsOf(child, name);
  });
}

function walkTextBox(element: Element, reader: Reader): void {
  const { draft } = reader;
  const boxes = readCell(element, reader);
  (draft?.boxes ?? reader.blocks).push(...boxes);
}

function walkRun(element: Element, reader: Reader): void {
  const properties = find(element, 'rPr');
  const vanish = find(properties, 'vanish');
  if (
    vanish &&
    !/^(?:0|false|off)$/.test(valOf(vanish) ?? '') &&
    !find(element, 'fldChar') &&
    !find(element, 'instrText')
  ) {
    if (textOf(element).trim() !== '') reader.tally.hiddenTexts++;
    return;
  }
  const texts = childrenOf(element, 't').map(textOf).join('');
  const reference = [...childrenOf(element, 'footnoteReference'), ...childrenOf(element, 'endnoteReference')][0];
  // The mark that the writer chose for a note stands beside its marker, which replaces it.
  const hasOwnMark = /^(?:1|true|on)$/.test(reference?.attributes.get('customMarkFollows') ?? '');
  const isRaised = reader.styles.isSuperscript(properties) && isNumber(texts);
  if (reference && hasOwnMark) walk(reference, reader);
  else if (isRaised) append(reader, raise(texts));
  else walkChildren(element, reader);
}

function walkHyperlink(element: Element, reader: Reader): void {
  const id = element.attributes.get('id');
  const target = id === undefined ? undefined : reader.targets.get(id);
  const fragment = element.attributes.get('anchor');
  // Without a target it is a link inside the document.
  const written = target !== undefined && fragment && !target.includes('#') ? `${target}#${fragment}` : target;
  reader.frames.push({ address: linkAddress(written, reader), isDropped: false });
  walkChildren(element, reader);
  closeFrame(reader);
}

function linkAddress(written: string | undefined, { tally }: Reader): string | undefined {
  // Word writes the links of a contents table and of cross-references this way.
  if (written === undefined || written.startsWith('#')) return undefined;
  const address = cleanAddress(written);
  if (address === undefined) tally.otherLinks++;
  return address;
}

function walkSimpleField(element: Element, reader: Reader): void {
  const data = textOf(find(element, 'fldData'));
  const field = { instruction: element.attributes.get('instr') ?? '', data: decodeFieldData(data), isResult: false };
  reader.frames.push({ field, isDropped: false });
  beginResult(reader);
  walkChildren(element, reader);
  closeFrame(reader);
}

function walkFieldChar(element: Element, reader: Reader): void {
  const { frames } = reader;
  switch (element.attributes.get('fldCharType')) {
    case 'begin': {
      frames.push({ field: { instruction: '', data: '', isResult: false }, isDropped: false });
      const data = decodeFieldData(textOf(find(element, 'fldData')));
      // EndNote puts its data into a field inside the instruction of the citation.
      if (data) for (const { field } of frames) if (field && !field.isResult) field.data += data;
      return;
    }
    case 'separate':
      beginResult(reader);
      return;
    case 'end': {
      // A link element that began inside the field ends with it.
      const at = frames.findLastIndex(({ field }) => field);
      if (at < 0) return;
      if (!frames[at]!.field!.isResult) {
        frames.length = at + 1;
        beginResult(reader);
      }
      frames.length = at + 1;
      closeFrame(reader);
    }
  }
}

/** Acts on the instruction of the innermost field: from here on, what it shows is read. */
function beginResult(reader: Reader): void {
  const frame = reader.frames.at(-1);
  if (!frame?.field || frame.field.isResult) return;
  const meaning = readField(frame.field.instruction, frame.field.data);
  frame.field.isResult = true;
  switch (meaning.kind) {
    case 'link':
      frame.address = linkAddress(meaning.address, reader);
      return;
    case 'citation':
      append(reader, { kind: 'keys', text: reader.references.cite(meaning.items) });
      frame.isDropped = true;
      return;
    case 'citation-without-data':
      reader.tally.citationsWithoutData++;
      return;
    case 'note-reference': {
      const id = reader.notesByBookmark.get(meaning.bookmark);
      if (id === undefined) return;
      append(reader, { kind: 'note', id });
      frame.isDropped = true;
      return;
    }
    case 'contents':
      frame.isDropped = true;
  }
}

function closeFrame(reader: Reader): void {
  const frame = reader.frames.at(-1);
  // A link around a picture has no words, and stays as an address.
  if (frame?.address && !frame.isWritten && !frame.isDropped) append(reader, '');
  reader.frames.pop();
}

/** Adds to the paragraph, inside the open link. What belongs to the instruction of a field, or was replaced, is dropped. */
function append(reader: Reader, inline: Inline): void {
  const { frames } = reader;
  reader.draft ??= { properties: undefined, content: [], boxes: [] };
  if (frames.some(isSilent)) return;
  const frame = frames.findLast(({ address }) => address !== undefined);
  const { content } = reader.draft;
  if (!frame?.address) return void content.push(inline);
  const last = content.at(-1);
  if (isLinkOf(last, frame)) return void last.content.push(inline);
  frame.isWritten = true;
  const link: Link = { kind: 'link', address: frame.address, content: [inline], frame };
  content.push(link);
}

function isSilent({ field, isDropped }: Frame): boolean {
  return isDropped || field?.isResult === false;
}

function isLinkOf(inline: Inline | undefined, frame: Frame): inline is Link {
  return typeof inline === 'object' && inline.kind === 'link' && 'frame' in inline && inline.frame === frame;
}

/** A character of a symbol font; only those that Unicode has in the same place are known. */
function readSymbol(attributes: ReadonlyMap<string, string>): string {
  const code = Number.parseInt(attributes.get('char') ?? '', 16);
  // F000–F0FF: the font's own characters, moved to the private use area.
  if (!Number.isInteger(code) || code < 0x20 || (code >= 0xe000 && code <= 0xf8ff) || code > 0xffff) return '';
  return String.fromCharCode(code);
}
