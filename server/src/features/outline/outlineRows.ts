/** What a block puts into the outline, remembered by the block. */

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemory } from '../../base/memo/memory.ts';
import { type Span, slice } from '../../base/text/span.ts';
import { mentionsIn } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, Citation } from '../../syntax/ast.ts';

import { perBlock } from '../../syntax/brief/perBlock.ts';

import { entityTags } from '../../workspace/index/briefFacts.ts';

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
  return { rows, count: countIn(rows) };
});

interface Known {
  readonly scope: Scope;
  readonly mentions: readonly Mention[];
  readonly entities: readonly NamedEntity[];
}

const known = createMemory<Block, Known>();

/** Every naming of an entity in a block that begins at `at` of the brief, in order. */
export function entitiesOfBlock(brief: Brief, block: Block, at: number, scope: Scope): readonly NamedEntity[] {
  const mentions = mentionsIn(brief, block, at, scope.findNames);
  const before = known.get(block);
  if (before?.scope === scope && before.mentions === mentions) return before.entities;
  const entities = entitiesIn(block, mentions, brief.text.slice(at, at + block.length), scope);
  known.set(block, { scope, mentions, entities });
  return entities;
}

/** With their children. */
export function countIn(rows: readonly BlockRow[]): number {
  return rows.reduce((sum, { children }) => sum + 1 + children.length, 0);
}

function entitiesIn(block: Block, mentions: readonly Mention[], text: string, { entities }: Scope): NamedEntity[] {
  const named = (id: string, span: Span, surface: string): NamedEntity => ({
    id,
    name: cut(entities.get(id)?.entry.name.value ?? surface),
    span: { start: span.start, end: span.end },
  });
  return [
    ...entityTags(block).map((tag) => named(tag.id.value, tag, tag.surface.value)),
    ...mentions.map((mention) => named(mention.ids[0]!, mention, slice(text, mention))),
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
    const missing = rows.some((row) => row.kind === 'missing');
    return {
      kind: missing ? 'missing' : 'citation',
      name: cut(slice(text, span).slice(1, -1)),
      detail: missing ? l10n.t('missing source') : '',
      span,
      children: rows,
    };
  });
}

function citationRow(citation: Citation, text: string): BlockRow {
  const { span } = citation;
  const written = cut(citation.form === 'tag' ? withoutTags(citation, text) : slice(text, span));
  const missing = citation.form === 'plain' && !citation.source;
  return {
    kind: missing ? 'missing' : 'citation',
    name: missing ? missingName(written) : written,
    detail: '',
    span,
    children: [],
  };
}

/** `Missing source, September 22`. */
function missingName(written: string): string {
  return written.startsWith(',') ? l10n.t('Missing source{0}', written) : l10n.t('Missing source: {0}', written);
}

function withoutTags({ source, when }: Citation, text: string): string {
  return [source?.name, when && slice(text, when.span)].filter(Boolean).join(', ');
}

/** Longer names are cut. */
const LONGEST_NAME = 120;

/** A name as it fits into a row. */
export function cut(name: string): string {
  const line = name
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}
