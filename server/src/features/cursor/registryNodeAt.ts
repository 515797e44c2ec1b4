/** The node at an offset of a registry. */

import { type Located, type Span, touches } from '../../base/text/span.ts';
import type { EntityEntry, Registry } from '../../syntax/ast.ts';
import type { EntryRef } from '../../workspace/entryRef.ts';

/**
 * `id`: the id of an entry, or a reference to one. `name`: a name or alias of an entity. `outlet`: the name of an
 * outlet.
 */
export type RegistrySyntaxNode = { readonly span: Span } & (
  | { readonly kind: 'id'; readonly symbol: EntryRef }
  | { readonly kind: 'name'; readonly entity: EntityEntry }
  | { readonly kind: 'outlet'; readonly name: string }
);

/**
 * The id or name that the cursor at `offset` touches in a registry, or in the front matter of a brief; undefined if
 * there is none.
 */
export function registryNodeAt(registry: Registry, offset: number): RegistrySyntaxNode | undefined {
  const isAtCursor = (field: Located<string> | undefined): field is Located<string> =>
    field !== undefined && touches(field.span, offset);
  const idNode = (
    kind: EntryRef['kind'],
    ...fields: (Located<string> | undefined)[]
  ): RegistrySyntaxNode | undefined => {
    const field = fields.find(isAtCursor);
    return field && { kind: 'id', symbol: { kind, id: field.value }, span: field.span };
  };
  for (const entry of registry.types) {
    if (touches(entry.span, offset)) return idNode('type', entry.id, entry.extends);
  }
  for (const entry of registry.entities) {
    if (!touches(entry.span, offset)) continue;
    const id = idNode('entity', entry.id, entry.partOf) ?? idNode('type', entry.type);
    if (id) return id;
    const name = [entry.name, ...entry.aliases].find(isAtCursor);
    return name && { kind: 'name', entity: entry, span: name.span };
  }
  for (const { id, span, outlet } of registry.sources) {
    if (!touches(span, offset)) continue;
    return (
      idNode('source', id) ??
      (isAtCursor(outlet) ? { kind: 'outlet', name: outlet.value, span: outlet.span } : undefined)
    );
  }
  return undefined;
}
