/** The view of entities: by type, with their mentions across the briefs. */

import type { EntityNode, TypeNode } from '../../protocol/views.ts';
import { type Defined, isOfType } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import { BUILT_IN_TYPES } from '../../syntax/brief/inlines.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';
import { allEntities } from './definedEntries.ts';
import { byName, oneLine } from './rowText.ts';
import { type Rows, rowsOf } from './sources.ts';
import { type CountUses, countUses } from './usageCounts.ts';

/** More aliases than this are not shown. */
const MOST_ALIASES = 12;

/** The types of which there are entities: the built-in ones in their order, then the others by name. */
export function entityTypes(filter: string, { workspace }: FeatureContext): Rows<TypeNode> {
  const counts = new Map<string, number>();
  for (const { entry } of filtered(filter, workspace))
    counts.set(entry.type.value, (counts.get(entry.type.value) ?? 0) + 1);
  const scope = workspace.scopeOf('');
  const nodes = [...counts].map(
    ([id, count]): TypeNode => ({
      kind: 'type',
      id: `type ${id}`,
      key: { kind: 'type', id },
      builtIn: builtInOf(id, workspace),
      name: oneLine(BUILT_IN_TYPES.includes(id) ? '' : (scope.types.get(id)?.entry.name ?? id)),
      count,
    }),
  );
  const order = ({ name, builtIn }: TypeNode) =>
    name === '' ? BUILT_IN_TYPES.indexOf(builtIn) : BUILT_IN_TYPES.length;
  nodes.sort((a, b) => order(a) - order(b) || byName(a.name, b.name));
  return rowsOf(nodes, (node) => node);
}

/** The entities of one type, by name. */
export async function entitiesOfType(type: string, filter: string, context: FeatureContext): Promise<Rows<EntityNode>> {
  const count = await countUses(context);
  const found = filtered(filter, context.workspace).filter(({ entry }) => entry.type.value === type);
  found.sort((a, b) => byName(a.entry.name.value, b.entry.name.value) || byName(a.entry.id.value, b.entry.id.value));
  return rowsOf(found, (entity) => entityNode(entity, count, context));
}

function entityNode(
  { uri, entry }: Defined<EntityEntry>,
  count: CountUses,
  { workspace, rangeIn }: FeatureContext,
): EntityNode {
  const id = entry.id.value;
  const { uses, briefs } = count('entity', id, uri);
  return {
    kind: 'entity',
    id: `entity ${id} ${uri}`,
    ...(uses > 0 && { key: { kind: 'entity', id, uri } }),
    builtIn: builtInOf(entry.type.value, workspace),
    name: oneLine(entry.name.value),
    aliases: entry.aliases.slice(0, MOST_ALIASES).map(({ value }) => oneLine(value)),
    description: oneLine(entry.description ?? '', 400),
    mentions: uses,
    briefs,
    place: { uri, range: rangeIn(uri, entry.id.span) },
  };
}

/** Those that have the words in the name, an alias or the id, in any case. */
function filtered(filter: string, workspace: Workspace): Defined<EntityEntry>[] {
  const words = filter.trim().toLowerCase();
  const all = allEntities(workspace);
  if (words === '') return all;
  const has = (text: string) => text.toLowerCase().includes(words);
  return all.filter(
    ({ entry }) => has(entry.name.value) || has(entry.id.value) || entry.aliases.some(({ value }) => has(value)),
  );
}

/** The built-in type that a type is or extends; empty for others. */
export function builtInOf(type: string, workspace: Workspace): string {
  const scope = workspace.scopeOf('');
  return BUILT_IN_TYPES.find((one) => one === type) ?? BUILT_IN_TYPES.find((one) => isOfType(scope, type, one)) ?? '';
}
