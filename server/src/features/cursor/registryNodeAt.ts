/** What stands at a place in a registry. */

import { type Located, type Span, touches } from '../../base/text/span.ts';
import type { EntityEntry, Registry } from '../../syntax/ast.ts';
import type { Thing } from '../../workspace/entryRef.ts';

/** `id`: an entry's own, or one that it refers to. `name`: a name or alias of an entity. `outlet`: the name of one. */
export type RegistryPlace = { readonly span: Span } & (
  | { readonly kind: 'id'; readonly thing: Thing }
  | { readonly kind: 'name'; readonly entity: EntityEntry }
  | { readonly kind: 'outlet'; readonly name: string }
);

/** The id or name that the cursor at `offset` touches in a registry, or in the front matter of a brief. */
export function registryPlaceAt(registry: Registry, offset: number): RegistryPlace | undefined {
  const at = (field: Located<string> | undefined): field is Located<string> =>
    field !== undefined && touches(field.span, offset);
  const idOf = (kind: Thing['kind'], ...fields: (Located<string> | undefined)[]): RegistryPlace | undefined => {
    const field = fields.find(at);
    return field && { kind: 'id', thing: { kind, id: field.value }, span: field.span };
  };
  for (const entry of registry.types) {
    if (touches(entry.span, offset)) return idOf('type', entry.id, entry.extends);
  }
  for (const entry of registry.entities) {
    if (!touches(entry.span, offset)) continue;
    const id = idOf('entity', entry.id, entry.partOf) ?? idOf('type', entry.type);
    if (id) return id;
    const name = [entry.name, ...entry.aliases].find(at);
    return name && { kind: 'name', entity: entry, span: name.span };
  }
  for (const { id, span, outlet } of registry.sources) {
    if (!touches(span, offset)) continue;
    return idOf('source', id) ?? (at(outlet) ? { kind: 'outlet', name: outlet.value, span: outlet.span } : undefined);
  }
  return undefined;
}
