/**
 * The symbols (entities, sources or types) at the cursor, in a brief or a registry. Navigation and rename start here.
 */

import { type Located, type Span, shift, touches } from '../../base/text/span.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../../scope/scope.ts';
import { type Brief, BUILT_IN_TYPES, type Note, type Registry } from '../../syntax/ast.ts';
import { briefDateOf, frontMatterRegistryOf } from '../../syntax/brief/brief.ts';
import { noteAt } from '../../syntax/brief/notes.ts';
import type { EntryRef } from '../../workspace/entryRef.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { briefNodeAt } from './briefNodeAt.ts';
import { registryNodeAt } from './registryNodeAt.ts';

/** The parsed value of a brief or a registry. */
export type ParsedFile =
  | { readonly kind: 'brief'; readonly value: Brief }
  | { readonly kind: 'registry'; readonly value: Registry };

export interface CursorTarget {
  /** The text at the cursor: the whole tag, item, name or id. */
  readonly span: Span;
  /** What the text refers to; several symbols for an ambiguous name. They need not be defined anywhere. */
  readonly symbols: readonly EntryRef[];
  /** The span of the id, if the symbol is written by its id. */
  readonly idSpan?: Span;
  /** How the symbol is written, if not by its id. */
  readonly writtenAs?: 'mention' | 'citation' | 'name' | 'outlet' | 'marker' | 'note';
  /** The notes that a marker points to, or the note that the text is in. */
  readonly notes?: readonly Note[];
}

/** The target at `offset` of the file; undefined in plain prose. */
export function targetAt(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
): CursorTarget | undefined {
  const scope = workspace.scopeOf(uri);
  if (file.kind === 'registry') return targetInRegistry(file.value, offset, scope);
  const inline = frontMatterRegistryOf(file.value);
  return (inline && targetInRegistry(inline, offset, scope)) ?? targetInBrief(file.value, offset, scope);
}

function targetInRegistry(registry: Registry, offset: number, scope: Scope): CursorTarget | undefined {
  const node = registryNodeAt(registry, offset);
  if (!node) return undefined;
  const { span } = node;
  if (node.kind === 'id') return { span, symbols: [node.symbol], idSpan: span };
  const entity = node.kind === 'name' ? node.entity : findOutlet(scope, node.name)?.entry;
  return entity && { span, symbols: [{ kind: 'entity', id: entity.id.value }], writtenAs: node.kind };
}

function targetInBrief(brief: Brief, offset: number, scope: Scope): CursorTarget | undefined {
  const node = briefNodeAt(brief, offset, scope);
  if (!node) return undefined;
  const { span } = node;
  const symbolById = (
    kind: EntryRef['kind'],
    { value: id, span: idSpan }: Located<string>,
    blockStart: number,
  ): CursorTarget => ({
    span,
    symbols: [{ kind, id }],
    idSpan: shift(idSpan, blockStart),
  });
  switch (node.kind) {
    case 'mention':
      return { span, symbols: node.value.ids.map((id) => ({ kind: 'entity', id })), writtenAs: 'mention' };
    case 'tag': {
      const { type, id, start } = node.value;
      const blockStart = span.start - start;
      const isOnType = touches(type.span, offset - blockStart) && !BUILT_IN_TYPES.includes(type.value);
      return isOnType
        ? { ...symbolById('type', type, blockStart), span: shift(type.span, blockStart) }
        : symbolById('entity', id, blockStart);
    }
    case 'marker':
      return { span, symbols: [], writtenAs: 'marker', notes: node.value.notes };
    case 'note':
      return { span, symbols: [], writtenAs: 'note', notes: [node.value] };
    case 'citation': {
      const citation = node.value;
      const note = noteAt(brief, span.start);
      const notes = note ? { notes: [note] } : {};
      if (citation.id) return { ...symbolById('source', citation.id, span.start - citation.span.start), ...notes };
      const { entries, outlet } = resolveCitation(citation, scope, briefDateOf(brief)?.value);
      const sources = entries.map(({ entry }): EntryRef => ({ kind: 'source', id: entry.id.value }));
      const symbols =
        sources.length > 0 || !outlet ? sources : [{ kind: 'entity' as const, id: outlet.entry.id.value }];
      return { span, symbols, writtenAs: 'citation', ...notes };
    }
  }
}
