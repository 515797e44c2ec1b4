/** Which entities, sources or types the cursor is on, in a brief or a registry: what navigation starts from. */

import { type Located, type Span, shift, touches } from '../../base/text/span.ts';
import { resolve } from '../../scope/resolveCitation.ts';
import { outletOf, type Scope } from '../../scope/scope.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { dateOf } from '../../syntax/brief/brief.ts';
import { BUILT_IN_TYPES } from '../../syntax/brief/inlines.ts';
import type { Thing } from '../../workspace/entryRef.ts';
import { inlineRegistry } from '../../workspace/index/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { placeAt } from './briefNodeAt.ts';
import { registryPlaceAt } from './registryNodeAt.ts';

/** The value of a file, whatever it is. */
export type FileValue =
  | { readonly kind: 'brief'; readonly value: Brief }
  | { readonly kind: 'registry'; readonly value: Registry };

export interface Target {
  /** The words the cursor is on: the whole tag, the item, the name, the id. */
  readonly span: Span;
  /** What they mean: several for a name that several entities bear. Not always defined anywhere. */
  readonly things: readonly Thing[];
  /** Where the id is written, when it is: the things are that one then. */
  readonly idSpan?: Span;
  /** How the thing is written here, when it is not by its id. */
  readonly words?: 'mention' | 'citation' | 'name' | 'outlet';
}

/** What the cursor at `offset` of the file is on; undefined in plain prose. */
export function targetAt(uri: string, file: FileValue, offset: number, workspace: Workspace): Target | undefined {
  const scope = workspace.scopeOf(uri);
  if (file.kind === 'registry') return inRegistry(file.value, offset, scope);
  const inline = inlineRegistry(file.value);
  return (inline && inRegistry(inline, offset, scope)) ?? inBrief(file.value, offset, scope);
}

function inRegistry(registry: Registry, offset: number, scope: Scope): Target | undefined {
  const place = registryPlaceAt(registry, offset);
  if (!place) return undefined;
  const { span } = place;
  if (place.kind === 'id') return { span, things: [place.thing], idSpan: span };
  const entity = place.kind === 'name' ? place.entity : outletOf(scope, place.name)?.entry;
  return entity && { span, things: [{ kind: 'entity', id: entity.id.value }], words: place.kind };
}

function inBrief(brief: Brief, offset: number, scope: Scope): Target | undefined {
  const place = placeAt(brief, offset, scope);
  if (!place) return undefined;
  const { span } = place;
  const byId = (kind: Thing['kind'], { value: id, span: within }: Located<string>, at: number): Target => ({
    span,
    things: [{ kind, id }],
    idSpan: shift(within, at),
  });
  switch (place.kind) {
    case 'mention':
      return { span, things: place.value.ids.map((id) => ({ kind: 'entity', id })), words: 'mention' };
    case 'tag': {
      const { type, id, start } = place.value;
      const at = span.start - start;
      const onType = touches(type.span, offset - at) && !BUILT_IN_TYPES.includes(type.value);
      return onType ? { ...byId('type', type, at), span: shift(type.span, at) } : byId('entity', id, at);
    }
    case 'citation': {
      const citation = place.value;
      if (citation.id) return byId('source', citation.id, span.start - citation.span.start);
      const { entries, outlet } = resolve(citation, scope, dateOf(brief)?.value);
      const sources = entries.map(({ entry }): Thing => ({ kind: 'source', id: entry.id.value }));
      const things = sources.length > 0 || !outlet ? sources : [{ kind: 'entity' as const, id: outlet.entry.id.value }];
      return { span, things, words: 'citation' };
    }
  }
}
