/** What a block puts into the outline, remembered by the block. */

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { type Span, slice } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, Citation } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';

/** A row of a block; its span counts from the start of the block, those of children lie inside their parent's. */
export interface BlockRow {
  readonly kind: 'citation' | 'missing';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly children: readonly BlockRow[];
}

/** An entity that is named in a block. */
export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  readonly span: Span;
}

export interface CitationRows {
  /** One row for each citation group, in order; its children are its items when it has several. */
  readonly rows: readonly BlockRow[];
  /** How many rows that makes, children included. */
  readonly count: number;
}

/** The citations of a block. */
export const citationsOfBlock = perBlock((block, text): CitationRows => {
  const rows = citationRows(block.citations, text);
  return { rows, count: countRows(rows) };
});

interface CachedEntities {
  readonly scope: Scope;
  readonly mentions: readonly Mention[];
  readonly entities: readonly NamedEntity[];
}

const entityCache = createMemo<Block, CachedEntities>();

/** Every naming of an entity in a block that begins at `at` of the brief, in order. */
export function entitiesOfBlock(brief: Brief, block: Block, blockStart: number, scope: Scope): readonly NamedEntity[] {
  const mentions = mentionsIn(brief, block, blockStart, scope.findNames);
  const cached = entityCache.get(block);
  if (cached?.scope === scope && cached.mentions === mentions) return cached.entities;
  const entities = entitiesIn(block, mentions, brief.text.slice(blockStart, blockStart + block.length), scope);
  entityCache.set(block, { scope, mentions, entities });
  return entities;
}

/** With their children. */
export function countRows(rows: readonly BlockRow[]): number {
  return rows.reduce((sum, { children }) => sum + 1 + children.length, 0);
}

function entitiesIn(block: Block, mentions: readonly Mention[], text: string, { entities }: Scope): NamedEntity[] {
  const toNamedEntity = (id: string, span: Span, surface: string): NamedEntity => ({
    id,
    name: truncateName(entities.get(id)?.entry.name.value ?? surface),
    span: { start: span.start, end: span.end },
  });
  return [
    ...entityTags(block).map((tag) => toNamedEntity(tag.id.value, tag, tag.surface.value)),
    ...mentions.map((mention) => toNamedEntity(mention.ids[0]!, mention, slice(text, mention))),
  ].sort((a, b) => a.span.start - b.span.start);
}

function citationRows(citations: readonly Citation[], text: string): BlockRow[] {
  const groups = new Map<number, Citation[]>();
  for (const citation of citations) {
    getOrInsert(groups, citation.group.start, () => []).push(citation);
  }
  return Array.from(groups.values(), (items) => {
    const rows = items.map((item) => citationRow(item, text));
    if (rows.length === 1) return rows[0]!;
    const span = items[0]!.group;
    const isMissing = rows.some((row) => row.kind === 'missing');
    return {
      kind: isMissing ? 'missing' : 'citation',
      name: truncateName(slice(text, span).slice(1, -1)),
      detail: isMissing ? l10n.t('missing source') : '',
      span,
      children: rows,
    };
  });
}

function citationRow(citation: Citation, text: string): BlockRow {
  const { span } = citation;
  const written = truncateName(formOf(citation).outlineLabel(citation, text));
  const isMissing = isSourceMissing(citation);
  return {
    kind: isMissing ? 'missing' : 'citation',
    name: isMissing ? missingName(written) : written,
    detail: '',
    span,
    children: [],
  };
}

/** `Missing source, September 22`. */
function missingName(written: string): string {
  return written.startsWith(',') ? l10n.t('Missing source{0}', written) : l10n.t('Missing source: {0}', written);
}

/** Longer names are cut. */
const MAX_NAME_LENGTH = 120;

/** A name as it fits into a row. */
export function truncateName(name: string): string {
  const line = name
    .slice(0, 4 * MAX_NAME_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_NAME_LENGTH ? `${line.slice(0, MAX_NAME_LENGTH)}…` : line;
}
