/** The outline rows of a block, cached by block. */

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { oneLine } from '../../base/text/oneLine.ts';
import { type Span, slice } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, Citation } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';

/** A row of a block. Its span is relative to the block; the spans of children are inside their parent's. */
export interface BlockRow {
  readonly kind: 'citation' | 'missing' | 'notes';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly children: readonly BlockRow[];
}

/** A mention or tag of an entity in a block. */
export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  readonly span: Span;
}

export interface CitationRows {
  /** One row per citation group, in order. The items are its children if there are several. */
  readonly rows: readonly BlockRow[];
  /** The number of rows including children. */
  readonly count: number;
}

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

/**
 * All mentions and tags of entities in a block, in order. `blockStart` is the offset of the block in the brief; the
 * spans are relative to the block.
 */
export function entitiesOfBlock(brief: Brief, block: Block, blockStart: number, scope: Scope): readonly NamedEntity[] {
  const mentions = mentionsIn(brief, block, blockStart, scope.findNames);
  const cached = entityCache.get(block);
  if (cached?.scope === scope && cached.mentions === mentions) return cached.entities;
  const entities = entitiesIn(block, mentions, brief.text.slice(blockStart, blockStart + block.length), scope);
  entityCache.set(block, { scope, mentions, entities });
  return entities;
}

/** The number of rows including children. */
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
  const label = truncateName(formOf(citation).outlineLabel(citation, text));
  const isMissing = isSourceMissing(citation);
  return {
    kind: isMissing ? 'missing' : 'citation',
    name: isMissing ? missingName(label) : label,
    detail: '',
    span,
    children: [],
  };
}

/** `Missing source, September 22`. */
export function missingName(label: string): string {
  return label.startsWith(',') ? l10n.t('Missing source{0}', label) : l10n.t('Missing source: {0}', label);
}

/** Longer names are truncated. */
const MAX_NAME_LENGTH = 120;

/** A name on one line, truncated to fit into a row. */
export function truncateName(name: string): string {
  return oneLine(name, MAX_NAME_LENGTH);
}
