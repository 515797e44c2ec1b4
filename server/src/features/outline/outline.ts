import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { ROW_KINDS, type RowKind } from '../../protocol/outlineRows.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, Section } from '../../syntax/ast.ts';

import { sectionsOf } from '../../syntax/brief/brief.ts';
import { noteAt } from '../../syntax/brief/notes.ts';
import { type Feature, toRange } from '../feature.ts';
import { rowsOfNotes } from './noteRows.ts';
import {
  type BlockRow,
  type CitationRows,
  citationsOfBlock,
  countRows,
  entitiesOfBlock,
  type NamedEntity,
  truncateName,
} from './outlineRows.ts';

/** One row of the outline. The spans of children are inside their parent's. `notes`: a list of notes. `note`: says what was omitted. */
export interface OutlineItem {
  readonly kind: RowKind;
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline is sent again while the user types. More rows than this take too long to serialize and parse. */
export const MAX_ROWS = 1_000;

/** A heading and the blocks below it, up to the next heading. The first part has no heading. */
interface OutlinePart {
  readonly section: Section | undefined;
  readonly blocks: { readonly blockStart: number; readonly block: Block; readonly citations: CitationRows }[];
}

/**
 * The sections, nested. Each contains its citation groups and markers in order, with missing sources labeled, and each entity
 * once with its count; a list of notes is one row. Content before the first heading is at the top level. Above `MAX_ROWS` rows, the entities are
 * omitted, then the sources that are not missing, and a first row says so. `sections`: none to leave them to another outline.
 */
export function buildOutline(brief: Brief, scope: Scope, sections = sectionsOf(brief)): OutlineItem[] {
  const all = splitIntoParts(brief, sections);
  const parts = all.slice(0, MAX_ROWS + 1);
  const remaining = MAX_ROWS - (parts.length - 1);
  let citations = 0;
  for (const { blocks } of parts) for (const block of blocks) citations += block.citations.count;
  if (citations > remaining) {
    const omissionNote =
      all.length > parts.length
        ? l10n.t('Only the first {0} headings are listed', MAX_ROWS)
        : l10n.t('Only headings and missing sources are listed');
    return [createNote(omissionNote), ...nestSections(parts, missingSourceItems(parts, remaining))];
  }
  const rows = parts.map(citationItems);
  const entities = parts.map((part) => entityItems(part, brief, scope));
  if (citations + entities.reduce((sum, list) => sum + list.length, 0) > remaining)
    return [createNote(l10n.t('Names are not listed')), ...nestSections(parts, rows)];
  return nestSections(
    parts,
    rows.map((list, index) => [...list, ...entities[index]!]),
  );
}

/** Splits a brief at its headings. Stops when there are more parts than the outline can show. */
function splitIntoParts(brief: Brief, sections: readonly Section[]): OutlinePart[] {
  const ofNotes = rowsOfNotes(brief);
  const blocksWithNotes = new Set(brief.notes.lists.flatMap(({ notes }) => notes.map(({ blockIndex }) => blockIndex)));
  const parts: OutlinePart[] = [{ section: undefined, blocks: [] }];
  for (const [index, block] of brief.blocks.entries()) {
    const blockStart = brief.starts[index]!;
    const section = sections[parts.length - 1];
    if (section && section.span.start <= blockStart + block.content.start) {
      if (parts.length > MAX_ROWS + 1) break;
      parts.push({ section, blocks: [] });
    }
    const own = citationsOfBlock(block, brief.text.slice(blockStart, blockStart + block.length));
    const isInNote = ({ span }: BlockRow) =>
      blocksWithNotes.has(index) && noteAt(brief, blockStart + span.start) !== undefined;
    const citations = mergeRows(own, ofNotes.get(index) ?? [], isInNote);
    parts.at(-1)!.blocks.push({ blockStart, block, citations });
  }
  return parts;
}

/** The rows of a block by position: its citations, those in notes aside, and what its markers and notes make. */
function mergeRows(
  own: CitationRows,
  ofNotes: readonly BlockRow[],
  isInNote: (row: BlockRow) => boolean,
): CitationRows {
  const taken = new Set(ofNotes.map(({ span }) => span.start));
  const kept = own.rows.filter((row) => !taken.has(row.span.start) && !isInNote(row));
  if (ofNotes.length === 0 && kept.length === own.rows.length) return own;
  const rows = [...kept, ...ofNotes].sort((a, b) => a.span.start - b.span.start);
  return { rows, count: countRows(rows) };
}

/** Nests the sections by level; each has its own rows before its subsections. */
function nestSections(parts: readonly OutlinePart[], rows: readonly (readonly OutlineItem[])[]): OutlineItem[] {
  const root: OutlineItem[] = [...rows[0]!];
  const ancestors: { children: OutlineItem[]; level: number }[] = [];
  for (const [index, { section }] of parts.entries()) {
    if (!section) continue;
    while (ancestors.length > 0 && ancestors.at(-1)!.level >= section.level) ancestors.pop();
    const { span, title, level } = section;
    const children = [...rows[index]!];
    const name = truncateName(title.value) || l10n.t('(untitled)');
    (ancestors.at(-1)?.children ?? root).push({
      kind: 'section',
      name,
      detail: '',
      span,
      selection: title.span,
      children,
    });
    ancestors.push({ children, level });
  }
  return root;
}

function citationItems({ blocks }: OutlinePart): OutlineItem[] {
  return blocks.flatMap(({ blockStart, citations }) => citations.rows.map((row) => toOutlineItem(row, blockStart)));
}

/** The groups with a missing source, up to `room` rows. */
function missingSourceItems(parts: readonly OutlinePart[], room: number): OutlineItem[][] {
  let remaining = room;
  const isListed = (row: BlockRow) => {
    if (row.kind !== 'missing' && !(row.kind === 'notes' && row.children.length > 0)) return false;
    remaining -= countRows([row]);
    return remaining >= 0;
  };
  return parts.map(({ blocks }) =>
    blocks.flatMap(({ blockStart, citations }) =>
      citations.rows.filter(isListed).map((row) => toOutlineItem(row, blockStart)),
    ),
  );
}

/** Each entity once, at its first mention. */
function entityItems({ blocks }: OutlinePart, brief: Brief, scope: Scope): OutlineItem[] {
  const counts = new Map<string, { first: NamedEntity; blockStart: number; count: number }>();
  for (const { blockStart, block } of blocks) {
    for (const first of entitiesOfBlock(brief, block, blockStart, scope))
      getOrInsert(counts, first.id, () => ({ first, blockStart, count: 0 })).count++;
  }
  return Array.from(counts.values(), ({ first, blockStart, count }) => {
    const span = shift(first.span, blockStart);
    const detail = count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count);
    return { kind: 'entity', name: first.name, detail, span, selection: span, children: [] };
  });
}

function toOutlineItem({ kind, name, detail, span, children }: BlockRow, blockStart: number): OutlineItem {
  const absoluteSpan = shift(span, blockStart);
  return {
    kind,
    name,
    detail,
    span: absoluteSpan,
    selection: absoluteSpan,
    children: children.map((child) => toOutlineItem(child, blockStart)),
  };
}

function createNote(name: string): OutlineItem {
  const span = { start: 0, end: 0 };
  return { kind: 'note', name, detail: l10n.t('the brief is very long'), span, selection: span, children: [] };
}

/** Editors have an outline of their own for these languages, which shows the sections. */
const LANGUAGES_WITH_OUTLINE: ReadonlySet<string> = new Set(['markdown', 'quarto']);

export const outlineFeature: Feature<DocumentSymbolParams, DocumentSymbol[]> = {
  method: 'textDocument/documentSymbol',
  capability: () => ({ documentSymbolProvider: { label: 'Briefmark' } }),
  answer({ textDocument }, { workspace, open }) {
    const file = open(textDocument.uri);
    if (file?.kind !== 'brief') return undefined;
    const toSymbol = ({ kind, name, detail, span, selection, children }: OutlineItem): DocumentSymbol => {
      const range = toRange(file.document, span);
      const symbol = {
        kind: SymbolKind[ROW_KINDS[kind]],
        name,
        range,
        selectionRange: selection === span ? range : toRange(file.document, selection),
      };
      // There are many rows, so empty fields are not sent.
      return {
        ...symbol,
        ...(detail !== '' && { detail }),
        ...(children.length > 0 && { children: children.map(toSymbol) }),
      };
    };
    const hasOther = LANGUAGES_WITH_OUTLINE.has(file.document.languageId);
    return buildOutline(file.value, workspace.scopeOf(textDocument.uri), hasOther ? [] : undefined).map(toSymbol);
  },
};
