import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import { entityTags } from '../model/facts.ts';
import { getOrInsert } from '../model/maps.ts';
import { mentionsIn } from '../model/mentions.ts';
import type { Scope } from '../model/scope.ts';
import type { Brief } from '../syntax/brief.ts';
import { sectionsOf } from '../syntax/brief.ts';
import type { Citation } from '../syntax/citation.ts';
import { type Span, shift, slice } from '../syntax/span.ts';
import { type Feature, toRange } from './feature.ts';

/** One row of the outline. The spans of children lie inside their parent's. */
export interface OutlineItem {
  readonly kind: 'section' | 'citation' | 'missing' | 'entity';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: OutlineItem[];
}

/** Longer names are cut. */
const LONGEST_NAME = 120;

/**
 * The sections, nested; in each the citation groups in order, a missing source named as such, and each entity once with
 * its count. What stands before the first heading is at the top.
 */
export function outline(brief: Brief, scope: Scope): OutlineItem[] {
  const root: OutlineItem[] = [];
  const path: { item: OutlineItem; level: number }[] = [];
  const sections = sectionsOf(brief).map((section) => {
    while (path.length > 0 && path.at(-1)!.level >= section.level) path.pop();
    const { span, title } = section;
    const item: OutlineItem = {
      kind: 'section',
      name: cut(title.value) || l10n.t('(untitled)'),
      detail: '',
      span,
      selection: title.span,
      children: [],
    };
    (path.at(-1)?.item.children ?? root).push(item);
    path.push({ item, level: section.level });
    return item;
  });

  let next = 0;
  let entities = new Map<string, { item: OutlineItem; count: number }>();
  let rows = root;
  const finish = () => {
    for (const { item, count } of entities.values())
      rows.push({ ...item, detail: count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count) });
    entities = new Map();
  };
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    while (next < sections.length && sections[next]!.span.start <= at + block.content.start) {
      finish();
      rows = sections[next]!.children;
      next++;
    }
    rows.push(...citationRows(block.citations, brief, at));
    const count = (id: string, place: Span, name: string) => {
      const known = entities.get(id);
      const span = shift(place, at);
      if (known) known.count++;
      else
        entities.set(id, {
          count: 1,
          item: { kind: 'entity', name: cut(name), detail: '', span, selection: span, children: [] },
        });
    };
    const tags = entityTags(block).map((tag) => ({ id: tag.id.value, place: tag, surface: tag.surface.value }));
    const mentions = mentionsIn(brief, block, at, scope.findNames).map((mention) => ({
      id: mention.ids[0]!,
      place: mention,
      surface: slice(brief.text, shift(mention, at)),
    }));
    for (const { id, place, surface } of [...tags, ...mentions].sort((a, b) => a.place.start - b.place.start)) {
      count(id, place, scope.entities.get(id)?.entry.name.value ?? surface);
    }
  }
  finish();
  for (const rows of [root, ...sections.map((section) => section.children)]) rows.sort((a, b) => order(a) - order(b));
  return root;
}

/** Citations and entities come before the sections below. */
function order({ kind }: OutlineItem): number {
  return kind === 'section' ? 1 : 0;
}

/** One row for each group; its children are its items when it has several. */
function citationRows(citations: readonly Citation[], brief: Brief, at: number): OutlineItem[] {
  const groups = new Map<number, Citation[]>();
  for (const citation of citations) {
    getOrInsert(groups, citation.group.start, () => []).push(citation);
  }
  return [...groups.values()].map((items) => {
    const rows = items.map((item) => citationRow(item, brief, at));
    const [only] = rows;
    if (rows.length === 1) return only!;
    const span = shift(items[0]!.group, at);
    const missing = rows.some((row) => row.kind === 'missing');
    const name = cut(slice(brief.text, span).slice(1, -1));
    return {
      kind: missing ? 'missing' : 'citation',
      name,
      detail: missing ? l10n.t('missing source') : '',
      span,
      selection: span,
      children: rows,
    };
  });
}

function citationRow(citation: Citation, brief: Brief, at: number): OutlineItem {
  const span = shift(citation.span, at);
  const written = cut(citation.form === 'tag' ? withoutTags(citation, brief, at) : slice(brief.text, span));
  const missing = citation.form === 'plain' && !citation.source;
  return {
    kind: missing ? 'missing' : 'citation',
    name: missing ? missingName(written) : written,
    detail: '',
    span,
    selection: span,
    children: [],
  };
}

/** `Missing source, September 22`. */
function missingName(written: string): string {
  return written.startsWith(',') ? l10n.t('Missing source{0}', written) : l10n.t('Missing source: {0}', written);
}

function withoutTags({ source, when }: Citation, brief: Brief, at: number): string {
  return [source?.name, when && slice(brief.text, shift(when.span, at))].filter(Boolean).join(', ');
}

function cut(name: string): string {
  const line = name
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}

const SYMBOLS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  citation: SymbolKind.Constant,
  missing: SymbolKind.Event,
  entity: SymbolKind.Interface,
};

export const outlineFeature: Feature<DocumentSymbolParams, DocumentSymbol[]> = {
  method: 'textDocument/documentSymbol',
  capability: () => ({ documentSymbolProvider: { label: 'Briefmark' } }),
  answer({ textDocument }, { workspace, open }) {
    const file = open(textDocument.uri);
    if (file?.kind !== 'brief') return undefined;
    const toSymbol = ({ kind, name, detail, span, selection, children }: OutlineItem): DocumentSymbol => ({
      kind: SYMBOLS[kind],
      name,
      detail,
      range: toRange(file.document, span),
      selectionRange: toRange(file.document, selection),
      children: children.map(toSymbol),
    });
    return outline(file.value, workspace.scopeOf(textDocument.uri)).map(toSymbol);
  },
};
