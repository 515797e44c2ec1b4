import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, Section } from '../../syntax/ast.ts';

import { sectionsOf } from '../../syntax/brief/brief.ts';
import { type Feature, toRange } from '../feature.ts';
import {
  type BlockRow,
  type CitationRows,
  citationsOfBlock,
  countIn,
  cut,
  entitiesOfBlock,
  type NamedEntity,
} from './outlineRows.ts';

/** One row of the outline. The spans of children lie inside their parent's. A `note` says what is left out. */
export interface OutlineItem {
  readonly kind: 'section' | 'citation' | 'missing' | 'entity' | 'note';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline is sent again while somebody types: more rows than these take longer to write and read than anybody waits. */
export const MOST_ROWS = 1_000;

/** A heading and what stands under it, up to the next one; the first part is what stands before all headings. */
interface Part {
  readonly section: Section | undefined;
  readonly blocks: { readonly at: number; readonly block: Block; readonly citations: CitationRows }[];
}

/**
 * The sections, nested; in each the citation groups in order, a missing source named as such, and each entity once with
 * its count. What stands before the first heading is at the top. Of more than `MOST_ROWS` rows the entities are left
 * out, then the sources that are not missing, and a first row says so.
 */
export function outline(brief: Brief, scope: Scope): OutlineItem[] {
  const all = partsOf(brief);
  const parts = all.slice(0, MOST_ROWS + 1);
  const room = MOST_ROWS - (parts.length - 1);
  let citations = 0;
  for (const { blocks } of parts) for (const block of blocks) citations += block.citations.count;
  if (citations > room) {
    const left =
      all.length > parts.length
        ? l10n.t('Only the first {0} headings are listed', MOST_ROWS)
        : l10n.t('Only headings and missing sources are listed');
    return [noteOf(left), ...nested(parts, missingRows(parts, room))];
  }
  const rows = parts.map(citationsOf);
  const entities = parts.map((part) => entitiesOf(part, brief, scope));
  if (citations + entities.reduce((sum, list) => sum + list.length, 0) > room)
    return [noteOf(l10n.t('Names are not listed')), ...nested(parts, rows)];
  return nested(
    parts,
    rows.map((list, index) => [...list, ...entities[index]!]),
  );
}

/** No more than tell that there are too many. */
function partsOf(brief: Brief): Part[] {
  const sections = sectionsOf(brief);
  const parts: Part[] = [{ section: undefined, blocks: [] }];
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    const section = sections[parts.length - 1];
    if (section && section.span.start <= at + block.content.start) {
      if (parts.length > MOST_ROWS + 1) break;
      parts.push({ section, blocks: [] });
    }
    const citations = citationsOfBlock(block, brief.text.slice(at, at + block.length));
    parts.at(-1)!.blocks.push({ at, block, citations });
  }
  return parts;
}

/** The sections as they nest, each with its own rows before the sections below it. */
function nested(parts: readonly Part[], rows: readonly (readonly OutlineItem[])[]): OutlineItem[] {
  const root: OutlineItem[] = [...rows[0]!];
  const path: { children: OutlineItem[]; level: number }[] = [];
  for (const [index, { section }] of parts.entries()) {
    if (!section) continue;
    while (path.length > 0 && path.at(-1)!.level >= section.level) path.pop();
    const { span, title, level } = section;
    const children = [...rows[index]!];
    const name = cut(title.value) || l10n.t('(untitled)');
    (path.at(-1)?.children ?? root).push({ kind: 'section', name, detail: '', span, selection: title.span, children });
    path.push({ children, level });
  }
  return root;
}

function citationsOf({ blocks }: Part): OutlineItem[] {
  return blocks.flatMap(({ at, citations }) => citations.rows.map((row) => placed(row, at)));
}

/** The groups with a missing source, as many as there is room for. */
function missingRows(parts: readonly Part[], room: number): OutlineItem[][] {
  let left = room;
  const fits = (row: BlockRow) => {
    if (row.kind !== 'missing') return false;
    left -= countIn([row]);
    return left >= 0;
  };
  return parts.map(({ blocks }) =>
    blocks.flatMap(({ at, citations }) => citations.rows.filter(fits).map((row) => placed(row, at))),
  );
}

/** Each entity where it is named first. */
function entitiesOf({ blocks }: Part, brief: Brief, scope: Scope): OutlineItem[] {
  const counts = new Map<string, { first: NamedEntity; at: number; count: number }>();
  for (const { at, block } of blocks) {
    for (const first of entitiesOfBlock(brief, block, at, scope))
      getOrInsert(counts, first.id, () => ({ first, at, count: 0 })).count++;
  }
  return Array.from(counts.values(), ({ first, at, count }) => {
    const span = shift(first.span, at);
    const detail = count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count);
    return { kind: 'entity', name: first.name, detail, span, selection: span, children: [] };
  });
}

function placed({ kind, name, detail, span, children }: BlockRow, at: number): OutlineItem {
  const place = shift(span, at);
  return { kind, name, detail, span: place, selection: place, children: children.map((child) => placed(child, at)) };
}

function noteOf(name: string): OutlineItem {
  const span = { start: 0, end: 0 };
  return { kind: 'note', name, detail: l10n.t('the brief is very long'), span, selection: span, children: [] };
}

const SYMBOLS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  citation: SymbolKind.Constant,
  missing: SymbolKind.Event,
  entity: SymbolKind.Interface,
  note: SymbolKind.Null,
};

export const outlineFeature: Feature<DocumentSymbolParams, DocumentSymbol[]> = {
  method: 'textDocument/documentSymbol',
  capability: () => ({ documentSymbolProvider: { label: 'Briefmark' } }),
  answer({ textDocument }, { workspace, open }) {
    const file = open(textDocument.uri);
    if (file?.kind !== 'brief') return undefined;
    const toSymbol = ({ kind, name, detail, span, selection, children }: OutlineItem): DocumentSymbol => {
      const range = toRange(file.document, span);
      const symbol = {
        kind: SYMBOLS[kind],
        name,
        range,
        selectionRange: selection === span ? range : toRange(file.document, selection),
      };
      // There are many rows: what is empty is not sent.
      return {
        ...symbol,
        ...(detail !== '' && { detail }),
        ...(children.length > 0 && { children: children.map(toSymbol) }),
      };
    };
    return outline(file.value, workspace.scopeOf(textDocument.uri)).map(toSymbol);
  },
};
