/** Writes a foreign document as the text of a brief. */

import type { Block, ForeignDocument, Inline, Paragraph, Table } from './document.ts';

interface Notes {
  /** The numbers of the notes, in the order of their markers. */
  readonly labels: Map<string, number>;
  readonly known: ReadonlyMap<string, readonly Block[]>;
  readonly firstNumber: number;
  /** Whether what is written stands in a note. */
  readonly isInNote?: boolean;
}

const INDENT = '    ';
/** What would turn the line into a heading, a quotation or front matter. */
const lineOpener = /^(?:#{1,6}(?=\s|$)|>|-{3,}\s*$|={3,}\s*$)/;

/** A document in two parts, each without a line end at its end. */
export interface WrittenParts {
  readonly body: string;
  /** The notes as `[^1]: …`, with blank lines between them. */
  readonly notes: string;
}

/** The text of a brief with all that the document says; its notes stand at the end. It ends with a line end unless it is empty. */
export function writeBrief(document: ForeignDocument): string {
  const { body, notes } = writeParts(document);
  return [body, notes]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

/** The same in two parts. The notes are numbered from `firstNumber`. */
export function writeParts({ blocks, notes: known }: ForeignDocument, firstNumber = 1): WrittenParts {
  const notes: Notes = { labels: new Map(), known, firstNumber };
  const body = writeBlocks(blocks, notes);
  const definitions: string[] = [];
  // Grows while it is read: a note may hold the marker of another.
  for (const [id, label] of notes.labels) definitions.push(writeNote(label, known.get(id) ?? [], notes));
  return { body, notes: definitions.join('\n\n') };
}

function writeNote(label: number, blocks: readonly Block[], notes: Notes): string {
  const lines = writeBlocks(blocks, { ...notes, isInNote: true }).split('\n');
  // A blank line would end the note.
  const filled = lines.filter((line) => line.trim() !== '');
  return `[^${label}]: ${filled.join(`\n${INDENT}`)}`.trimEnd();
}

function writeBlocks(blocks: readonly Block[], notes: Notes): string {
  let text = '';
  let depth = -1;
  let wasItem = false;
  for (const block of blocks) {
    const item = block.kind === 'paragraph' && block.heading === undefined ? block.item : undefined;
    // An item is at most one step deeper than the one before; deeper lines would be code.
    depth = item ? Math.min(item.level, depth + 1) : -1;
    const written = block.kind === 'table' ? writeTable(block, notes) : writeParagraph(block, depth, notes);
    if (written === '') {
      if (item) depth = Math.max(depth - 1, -1);
      continue;
    }
    if (text !== '') text += item && wasItem ? '\n' : '\n\n';
    text += written;
    wasItem = item !== undefined;
  }
  return text;
}

function writeParagraph({ content, heading, isQuotation, item }: Paragraph, depth: number, notes: Notes): string {
  const lines = writeInlines(content, notes)
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').trim());
  if (heading !== undefined) {
    const title = lines.filter((line) => line !== '').join(' ');
    return title === '' ? '' : `${'#'.repeat(heading)} ${title}`;
  }
  const text = lines
    .map((line) => line.replace(lineOpener, '\\$&'))
    .join('\n')
    // Two line ends are a paragraph.
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '') return '';
  if (isQuotation)
    return text
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n');
  if (!item) return text;
  const indent = INDENT.repeat(depth);
  return `${indent}${item.label} ${text.replace(/\n+/g, `\n${indent}${INDENT}`)}`;
}

function writeTable({ rows }: Table, notes: Notes): string {
  const written = rows.map((row) =>
    row.map((cell) => writeInlines(cell, notes).replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')),
  );
  const columns = Math.max(0, ...written.map((row) => row.length));
  if (written.every((row) => row.every((cell) => cell === ''))) return '';
  // A table of one column is a frame around paragraphs.
  if (columns === 1) return written.flatMap(([cell]) => (cell ? [cell.replaceAll('\\|', '|')] : [])).join('\n\n');
  const lines = written.map((row) => `| ${Array.from({ length: columns }, (_, at) => row[at] ?? '').join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(columns)}`);
  return lines.join('\n');
}

function writeInlines(content: readonly Inline[], notes: Notes): string {
  return content.map((inline) => writeInline(inline, notes)).join('');
}

function writeInline(inline: Inline, notes: Notes): string {
  if (typeof inline === 'string') return escapeProse(inline);
  switch (inline.kind) {
    case 'break':
      return '\n';
    case 'keys':
      return inline.text;
    case 'note':
      return writeMarker(inline.id, notes);
    case 'link':
      return writeLink(inline.address, inline.content, notes);
  }
}

function writeMarker(id: string, { labels, known, firstNumber }: Notes): string {
  if (!known.has(id)) return '';
  const label = labels.get(id) ?? firstNumber + labels.size;
  labels.set(id, label);
  return `[^${label}]`;
}

function writeLink(address: string, content: readonly Inline[], notes: Notes): string {
  // A marker inside a link would be read as its text.
  const words = content.filter((inline) => typeof inline === 'string' || inline.kind !== 'note');
  const markers = content.filter((inline) => typeof inline !== 'string' && inline.kind === 'note');
  const written = writeInlines(words, notes).replaceAll('\n', ' ');
  const text = written.trim();
  const isAddress = text === '' || sameAddress(text, address);
  // In a note the address is part of the reference: `Dawn, May 3, 2022, https://…`. In a sentence only brackets make it a citation.
  const link = isAddress
    ? notes.isInNote
      ? address
      : `<${address}>`
    : `[${text.replace(/(?<!\\)[[\]]/g, '\\$&')}](${address})`;
  const [before, after] = [/^\s/.test(written) ? ' ' : '', /\s$/.test(written) && text !== '' ? ' ' : ''];
  return `${before}${link}${writeInlines(markers, notes)}${after}`;
}

function sameAddress(text: string, address: string): boolean {
  const fold = (written: string) => written.replace(/^mailto:/i, '').replace(/\/$/, '');
  return fold(text) === fold(address);
}

/** Prose in which nothing reads as markup by accident. Brackets stay, since prose cites with them: `[3]`, `[^3]`, `[@key]`. */
function escapeProse(text: string): string {
  return text.replace(/\\(?=[!-/:-@[-`{-~])|`|<(?=!--)/g, '\\$&');
}
