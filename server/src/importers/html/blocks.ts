/** Reads the elements of a web page as blocks. */

import { childrenOf, descendantsOf, type Element, textOf } from '../../base/markup.ts';
import { isNumber, raise } from '../../base/text/numerals.ts';
import { type Block, type Inline, inOneLine, type Paragraph } from '../document/document.ts';
import type { Tally } from '../document/leftOut.ts';
import type { PageNotes } from './notes.ts';
import { addressOf, isFrame, isInvisible, type Page, targetInPage } from './page.ts';

export interface PageContext {
  readonly page: Page;
  readonly notes: PageNotes;
  readonly tally: Tally;
}

/** Inlines that grow while they are read. */
type Growing =
  | Exclude<Inline, { kind: 'link' }>
  | { readonly kind: 'link'; readonly address: string; readonly content: Inline[] };

/** The paragraph that is being read, and what surrounds it. */
interface Reader extends PageContext {
  readonly blocks: Block[];
  /** The words of the last item of a list. */
  itemContent: Inline[];
  content: Growing[];
  heading: number | undefined;
  quotations: number;
  /** The lists around the paragraph. */
  readonly lists: { readonly kind: string; next: number }[];
  /** The item whose first paragraph has not begun. */
  label: string | undefined;
  isPreformatted: boolean;
  address: string | undefined;
}

const PARAGRAPHS: ReadonlySet<string> = new Set(
  'p div section article main header footer aside figure figcaption address dl dt dd center fieldset details summary hgroup body html nav tr tbody'.split(
    ' ',
  ),
);
/** A table with more than this in a cell lays out a page. */
const MAX_CELL_LENGTH = 1_000;
/** Signs beside headings that link to them. */
const anchorSign = /^[#¶§🔗\s]*$/u;

/** The blocks in an element of the page. */
export function readBlocks(element: Element, context: PageContext): Block[] {
  const reader: Reader = {
    ...context,
    blocks: [],
    itemContent: [],
    content: [],
    heading: undefined,
    quotations: 0,
    lists: [],
    label: undefined,
    isPreformatted: false,
    address: undefined,
  };
  walkChildren(element, reader);
  finishParagraph(reader);
  return reader.blocks;
}

function walkChildren(element: Element, reader: Reader): void {
  for (const child of element.children) {
    if (typeof child === 'string') appendText(child, reader);
    else walk(child, reader);
  }
}

function walk(element: Element, reader: Reader): void {
  const { name } = element;
  // The words of a note stand with the other notes.
  if (isInvisible(element) || isFrame(element) || reader.notes.blocks.has(element)) return;
  if (/^h[1-6]$/.test(name)) {
    walkHeading(element, Number(name[1]), reader);
    return;
  }
  if (PARAGRAPHS.has(name)) {
    walkSeparately(element, reader);
    return;
  }
  switch (name) {
    case 'a':
      walkLink(element, reader);
      return;
    case 'br':
      append({ kind: 'break' }, reader);
      return;
    case 'img':
    case 'picture':
      reader.tally.pictures++;
      return;
    case 'sup':
      walkSuperscript(element, reader);
      return;
    case 'span':
      walkSpan(element, reader);
      return;
    case 'blockquote':
      finishParagraph(reader);
      reader.quotations++;
      walkSeparately(element, reader);
      reader.quotations--;
      return;
    case 'ul':
    case 'ol':
    case 'menu':
      walkList(element, reader);
      return;
    case 'li':
      walkItem(element, reader);
      return;
    case 'pre':
      finishParagraph(reader);
      reader.isPreformatted = true;
      walkSeparately(element, reader);
      reader.isPreformatted = false;
      return;
    case 'hr':
      finishParagraph(reader);
      return;
    case 'table':
      walkTable(element, reader);
      return;
    default:
      walkChildren(element, reader);
      return;
  }
}

function walkSeparately(element: Element, reader: Reader): void {
  finishParagraph(reader);
  walkChildren(element, reader);
  finishParagraph(reader);
}

function walkHeading(element: Element, level: number, reader: Reader): void {
  finishParagraph(reader);
  reader.heading = level;
  walkChildren(element, reader);
  finishParagraph(reader);
  reader.heading = undefined;
}

function walkLink(element: Element, reader: Reader): void {
  const { page, notes, tally } = reader;
  const id = notes.markers.get(element);
  if (id !== undefined) {
    append({ kind: 'note', id }, reader);
    return;
  }
  if (notes.backLinks.has(element)) return;
  const href = element.attributes.get('href')?.trim();
  const words = textOf(element).trim();
  if (href === undefined || href === '') {
    walkChildren(element, reader);
    return;
  }
  if (href.startsWith('#') || targetInPage(element, page)) {
    if (!anchorSign.test(words)) walkChildren(element, reader);
    return;
  }
  // The marker of a note that is not here.
  if (href.includes('#') && /^[[(]?\d{1,4}[\])]?$/.test(words)) {
    walkChildren(element, reader);
    return;
  }
  const address = addressOf(href, page);
  if (address === undefined) tally.otherLinks++;
  const before = reader.address;
  reader.address = address ?? before;
  // A logo where a citation names its source.
  if (words === '' && address !== undefined && opensItem(reader)) appendText(nameOfLink(element, address), reader);
  else if (words === '' && descendantsOf(element, 'img').length > 0) reader.address = before;
  walkChildren(element, reader);
  reader.address = before;
}

/** Whether a source should come next: behind a parenthesis or a semicolon. */
function opensItem({ content }: Reader): boolean {
  const last = content.at(-1);
  return typeof last === 'string' && /[(;][\s\u00a0]*$/.test(last);
}

/** What a link without words says: its picture, or else its host. */
function nameOfLink(element: Element, address: string): string {
  const alternative = descendantsOf(element, 'img')[0]?.attributes.get('alt')?.trim() ?? '';
  const label = element.attributes.get('aria-label')?.trim() || alternative;
  return label || (/^\w+:\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1] ?? address);
}

function walkSuperscript(element: Element, reader: Reader): void {
  const text = textOf(element).trim();
  const isRaised = descendantsOf(element, 'a').length === 0 && isNumber(text);
  if (isRaised) append(raise(text), reader);
  else walkChildren(element, reader);
}

/** Word writes the label of a list item as a span of its own. */
function walkSpan(element: Element, reader: Reader): void {
  if (!/mso-list\s*:\s*ignore/i.test(element.attributes.get('style') ?? '')) {
    walkChildren(element, reader);
    return;
  }
  const label = textOf(element).trim();
  append(/^[[(]?[\p{L}\p{N}]{1,5}[.)\]]$/u.test(label) ? `${label} ` : '- ', reader);
}

function walkList(element: Element, reader: Reader): void {
  const { name, attributes } = element;
  finishParagraph(reader);
  const start = Number(attributes.get('start') ?? 1);
  reader.lists.push({ kind: name, next: Number.isInteger(start) ? start : 1 });
  walkChildren(element, reader);
  finishParagraph(reader);
  reader.lists.pop();
  reader.label = undefined;
}

function walkItem(element: Element, reader: Reader): void {
  finishParagraph(reader);
  const list = reader.lists.at(-1);
  const value = Number(element.attributes.get('value') ?? Number.NaN);
  if (list?.kind === 'ol' && Number.isInteger(value)) list.next = value;
  reader.label = list?.kind === 'ol' ? `${list.next++}.` : '-';
  walkChildren(element, reader);
  finishParagraph(reader);
  reader.label = undefined;
}

function walkTable(element: Element, reader: Reader): void {
  finishParagraph(reader);
  const rows = rowsOf(element);
  const cells = rows.map((row) =>
    row.children.filter((cell): cell is Element => typeof cell !== 'string' && /^t[dh]$/.test(cell.name)),
  );
  const isLayout =
    descendantsOf(element, 'table').length > 0 ||
    cells.every((row) => row.length <= 1) ||
    cells.some((row) => row.some((cell) => textOf(cell).length > MAX_CELL_LENGTH));
  for (const caption of childrenOf(element, 'caption')) walkSeparately(caption, reader);
  if (isLayout) {
    for (const row of cells) for (const cell of row) walkSeparately(cell, reader);
    return;
  }
  const kept = cells.filter((_, at) => !reader.notes.blocks.has(rows[at]!) && !isInvisible(rows[at]!));
  reader.blocks.push({
    kind: 'table',
    rows: kept.map((row) => row.map((cell) => inOneLine(readBlocks(cell, reader)))),
  });
}

function rowsOf(element: Element): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' || child.name === 'table' ? [] : child.name === 'tr' ? [child] : rowsOf(child),
  );
}

function appendText(text: string, reader: Reader): void {
  if (!reader.isPreformatted) {
    append(text.replace(/[ \t\n\r\f]+/g, ' '), reader);
    return;
  }
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (at > 0) append({ kind: 'break' }, reader);
    append(line, reader);
  }
}

function append(inline: Exclude<Inline, { kind: 'link' }>, { content, address }: Reader): void {
  if (address === undefined) {
    if (inline !== '') content.push(inline);
    return;
  }
  const last = content.at(-1);
  if (typeof last === 'object' && last.kind === 'link' && last.address === address) last.content.push(inline);
  else content.push({ kind: 'link', address, content: [inline] });
}

function finishParagraph(reader: Reader): void {
  const content = joinTexts(reader.content);
  reader.content = [];
  if (content.every((inline) => (typeof inline === 'string' ? inline.trim() === '' : inline.kind === 'break'))) return;
  const { lists, label, heading, quotations, blocks } = reader;
  const level = Math.max(0, lists.length - 1);
  const last = blocks.at(-1);
  // A further paragraph of an item is a line of it.
  if (
    lists.length > 0 &&
    label === undefined &&
    heading === undefined &&
    last?.kind === 'paragraph' &&
    last.item?.level === level
  ) {
    reader.itemContent.push({ kind: 'break' });
    for (const inline of content) reader.itemContent.push(inline);
    return;
  }
  const paragraph: Paragraph = {
    kind: 'paragraph',
    content,
    heading,
    isQuotation: quotations > 0,
    item: heading === undefined && label !== undefined ? { label, level } : undefined,
  };
  reader.label = undefined;
  reader.itemContent = content;
  blocks.push(paragraph);
}

/** Texts side by side become one; the brackets around a marker go with it. */
function joinTexts(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') joined[joined.length - 1] = last + inline;
    else if (typeof inline !== 'string' && inline.kind === 'link')
      joined.push({ ...inline, content: joinTexts(inline.content) });
    else joined.push(inline);
  }
  for (const [at, inline] of joined.entries()) {
    const [before, after] = [joined[at - 1], joined[at + 1]];
    if (typeof inline === 'string' || inline.kind !== 'note') continue;
    if (typeof before !== 'string' || typeof after !== 'string' || !/\[\s*$/.test(before) || !/^\s*\]/.test(after))
      continue;
    joined[at - 1] = before.replace(/\[\s*$/, '');
    joined[at + 1] = after.replace(/^\s*\]/, '');
  }
  return joined;
}
