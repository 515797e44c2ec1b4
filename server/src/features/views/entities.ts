/** The view of entities: by type, with their mentions in all briefs. */

import type { EntityNode, TypeNode } from '../../protocol/views.ts';
import { type DefinedEntry, isSubtypeOf } from '../../scope/scope.ts';
import { BUILT_IN_TYPES, type EntityEntry } from '../../syntax/ast.ts';
import type { UseCounter, Workspace } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';
import { allEntities } from './definedEntries.ts';
import { compareNames, rowText } from './rowText.ts';
import { createRows, type LazyRows } from './sources.ts';

/** A row shows at most this many aliases. */
const MAX_ALIASES = 12;

/** The types that have entities: the built-in ones in their order, then the others by name. */
export function entityTypes(filter: string, { workspace }: FeatureContext): LazyRows<TypeNode> {
  const counts = new Map<string, number>();
  for (const { entry } of filterEntities(filter, workspace))
    counts.set(entry.type.value, (counts.get(entry.type.value) ?? 0) + 1);
  const scope = workspace.scopeOf('');
  const nodes = [...counts].map(
    ([id, count]): TypeNode => ({
      kind: 'type',
      id: `type ${id}`,
      key: { kind: 'type', id },
      builtIn: builtInOf(id, workspace),
      name: rowText(BUILT_IN_TYPES.includes(id) ? '' : (scope.types.get(id)?.entry.name ?? id)),
      count,
    }),
  );
  const typeOrder = ({ name, builtIn }: TypeNode) =>
    name === '' ? BUILT_IN_TYPES.indexOf(builtIn) : BUILT_IN_TYPES.length;
  nodes.sort((a, b) => typeOrder(a) - typeOrder(b) || compareNames(a.name, b.name));
  return createRows(nodes, (node) => node);
}

/** The entities of one type, sorted by name. */
export async function entitiesOfType(
  type: string,
  filter: string,
  context: FeatureContext,
): Promise<LazyRows<EntityNode>> {
  const count = await context.workspace.countAllUses(context.yieldIfDue);
  const found = filterEntities(filter, context.workspace).filter(({ entry }) => entry.type.value === type);
  found.sort(
    (a, b) => compareNames(a.entry.name.value, b.entry.name.value) || compareNames(a.entry.id.value, b.entry.id.value),
  );
  return createRows(found, (entity) => entityNode(entity, count, context));
}

function entityNode(
  { uri, entry }: DefinedEntry<EntityEntry>,
  count: UseCounter,
  { workspace, rangeIn }: FeatureContext,
): EntityNode {
  const id = entry.id.value;
  const { uses, briefs } = count('entity', id, uri);
  return {
    kind: 'entity',
    id: `entity ${id} ${uri}`,
    ...(uses > 0 && { key: { kind: 'entity', id, uri } }),
    builtIn: builtInOf(entry.type.value, workspace),
    name: rowText(entry.name.value),
    aliases: entry.aliases.slice(0, MAX_ALIASES).map(({ value }) => rowText(value)),
    description: rowText(entry.description ?? '', 400),
    mentions: uses,
    briefs,
    location: { uri, range: rangeIn(uri, entry.id.span) },
  };
}

/** The entities whose name, alias or id contains the filter text; case is ignored. */
function filterEntities(filter: string, workspace: Workspace): DefinedEntry<EntityEntry>[] {
  const query = filter.trim().toLowerCase();
  const all = allEntities(workspace);
  if (query === '') return all;
  const matches = (text: string) => text.toLowerCase().includes(query);
  return all.filter(
    ({ entry }) =>
      matches(entry.name.value) || matches(entry.id.value) || entry.aliases.some(({ value }) => matches(value)),
  );
}

/** The built-in type that a type is or extends; empty if there is none. */
export function builtInOf(type: string, workspace: Workspace): string {
  const scope = workspace.scopeOf('');
  return (
    BUILT_IN_TYPES.find((one) => one === type) ?? BUILT_IN_TYPES.find((one) => isSubtypeOf(scope, type, one)) ?? ''
  );
}
