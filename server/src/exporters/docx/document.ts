/** Writes a document of prose as a Word file. https://docx.js.org
 * With that library it is the bundle `dist/docxWriter.mjs`, which no other export loads. */

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ProseDocument } from '../prose/document.ts';
import { readBlocks, type WordBlock } from './blocks.ts';
import { writeInlines } from './inlines.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const ORDERED = 'ordered';
/** In twentieths of a point. */
const INDENT = 720;
const MAX_LIST_LEVEL = 8;

/** The bytes of the file. */
export async function writeDocument(document: ProseDocument): Promise<Uint8Array> {
  const { isTitleInText, words, language } = document;
  const { title, header, prose, sources } = withoutNoncharacters(document);
  const { facts, marking } = header;
  const label = marking ? [new TextRun({ text: marking, bold: true })] : [];
  const children: Paragraph[] = [
    ...(isTitleInText ? [] : [heading(title, 1)]),
    ...(facts.length > 0 ? [new Paragraph({ children: [new TextRun(facts.join(' · '))] })] : []),
  ];
  const section: ISectionOptions = {
    headers: { default: new Header({ children: [centered(label)] }) },
    footers: {
      default: new Footer({ children: [centered([...label, new TextRun({ children: ['  ', PageNumber.CURRENT] })])] }),
    },
    children: [
      ...children,
      ...readBlocks(prose.text).map(writeBlock),
      ...(sources ? [heading(words.sources, 2), ...sourceList(sources, words.missing)] : []),
    ],
  };
  const footnotes = prose.notes.map(
    ({ number, text }) => [number, { children: [new Paragraph({ children: writeInlines(` ${text}`) })] }] as const,
  );
  const file = new Document({
    title,
    creator: facts.at(-1) ?? '',
    styles: { default: { document: { run: { language: { value: language } } } } },
    numbering: { config: [{ reference: ORDERED, levels: orderedLevels() }] },
    footnotes: Object.fromEntries(footnotes),
    sections: [section],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** XML has no U+FFFE and U+FFFF, and the library leaves them in. */
function withoutNoncharacters({ title, header, prose, sources }: ProseDocument) {
  const texts = { title, header, prose, sources };
  return JSON.parse(JSON.stringify(texts), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/[\uFFFE\uFFFF]/g, '\uFFFD') : value,
  ) as typeof texts;
}

function heading(text: string, level: number): Paragraph {
  return new Paragraph({ heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_6, children: [new TextRun(text)] });
}

function centered(children: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

function orderedLevels() {
  return Array.from({ length: MAX_LIST_LEVEL + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT / 2 } } },
  }));
}

function writeBlock(block: WordBlock): Paragraph | Table {
  if (block.kind === 'table')
    return table(block.rows.map((cells) => cells.map((cell) => new Paragraph({ children: writeInlines(cell) }))));
  const children = writeInlines(block.text);
  const level = Math.min(MAX_LIST_LEVEL, block.depth - 1);
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ heading: HEADINGS[block.depth - 1] ?? HeadingLevel.HEADING_6, children });
    case 'bullet':
      return new Paragraph({ bullet: { level }, children });
    case 'ordered':
      return new Paragraph({ numbering: { reference: ORDERED, level, instance: block.list }, children });
    case 'rule':
      return new Paragraph({ thematicBreak: true });
    default:
      return new Paragraph({ children, ...(block.depth > 0 && { indent: { left: INDENT * block.depth } }) });
  }
}

function sourceList({ tally, missing, items }: NonNullable<ProseDocument['sources']>, missingLabel: string) {
  const lost = missing.length > 0 ? [new TextRun({ text: ` ${missingLabel} ${missing.join('; ')}.`, bold: true })] : [];
  const rows = items.map((item, index) =>
    [String(index + 1), item].map((text) => new Paragraph({ children: [new TextRun(text)] })),
  );
  return [new Paragraph({ children: [new TextRun(tally), ...lost] }), ...(rows.length > 0 ? [table(rows)] : [])];
}

function table(rows: readonly (readonly Paragraph[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [cell] })) })),
  });
}
