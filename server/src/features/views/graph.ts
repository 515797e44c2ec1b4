/** The graph: which entities are mentioned together, and which are part of others. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import type {
  Graph,
  GraphEdge,
  GraphNode,
  MentionRow,
  PictureRange,
  PictureRequests,
  Proximity,
} from '../../protocol/pictures.ts';
import { BUILT_IN_TYPES, type EntityEntry, type Registry } from '../../syntax/ast.ts';
import type { BriefFacts } from '../../workspace/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { sortYielding } from '../support/yielding.ts';
import { briefsInRange } from './briefsInRange.ts';
import { builtInOf } from './entities.ts';
import { compareNames, excerptAround, rowText } from './rowText.ts';

/**
 * Limits of a graph and of a list of mentions. The most mentioned entities, the most frequent pairs and the first rows
 * are kept.
 */
const MAX_NODES = 2_000;
const MAX_PAIRS = 6_000;
const MAX_ROWS = 500;
/**
 * In a larger paragraph or brief, only this many entities are paired, the most mentioned ones: the number of pairs
 * grows quadratically.
 */
const MAX_GROUP_SIZE = 120;

interface EntityMention {
  readonly entity: GraphEntity;
  /** Offset of its paragraph. */
  readonly paragraphStart: number;
  readonly span: Span;
}

interface GraphEntity {
  readonly id: string;
  /** The file that defines it; empty if it is undefined. */
  readonly uri: string;
  readonly type: string;
  readonly name: string;
  readonly entry: EntityEntry | undefined;
  mentions: number;
  readonly briefs: Set<string>;
}

/** Collects entities and their mentions from briefs. */
function createEntityCollector(workspace: Workspace) {
  const entities = new Map<string, GraphEntity>();
  const sharedEntities = workspace.scopeOf('').entities;
  const findOrCreate = (
    id: string,
    localEntities: ReadonlyMap<string, EntityEntry>,
    brief: string,
    type: string,
    name: string,
  ) => {
    // An entity defined in front matter belongs to that brief only.
    const localEntry = localEntities.get(id);
    const entry = localEntry ?? sharedEntities.get(id)?.entry;
    const uri = localEntry ? brief : (sharedEntities.get(id)?.uri ?? '');
    return getOrInsert(entities, `${localEntry ? brief : ''} ${id}`, () => ({
      id,
      uri,
      type: entry?.type.value ?? type,
      name: entry?.name.value ?? name,
      entry,
      mentions: 0,
      briefs: new Set<string>(),
    }));
  };
  /** The tags and unambiguous mentions of a brief, unsorted. */
  const entityMentionsIn = (uri: string, facts: BriefFacts, registry: Registry | undefined): EntityMention[] => {
    const localEntities = new Map<string, EntityEntry>();
    for (const entry of registry?.entities ?? [])
      if (!localEntities.has(entry.id.value)) localEntities.set(entry.id.value, entry);
    const mentions: EntityMention[] = [];
    for (const { at: paragraphStart, value } of facts.tags)
      mentions.push({
        paragraphStart,
        entity: findOrCreate(value.id.value, localEntities, uri, value.type.value, value.surface.value),
        span: shift(value, paragraphStart),
      });
    for (const { at: paragraphStart, value } of facts.mentions) {
      const [id] = value.ids;
      if (value.ids.length === 1)
        mentions.push({
          paragraphStart,
          entity: findOrCreate(id!, localEntities, uri, '', id!),
          span: shift(value, paragraphStart),
        });
    }
    return mentions;
  };
  return { entities, namedIn: entityMentionsIn };
}

/** The entities that the briefs mention, and the relations between them. */
export async function buildGraph(within: PictureRange, proximity: Proximity, context: FeatureContext): Promise<Graph> {
  const { workspace, yieldIfDue } = context;
  const { isIndexed } = context.revisionOf('');
  const collector = createEntityCollector(workspace);
  const groups: (readonly GraphEntity[])[] = [];
  const briefs = briefsInRange(within, workspace);
  for (const { uri, facts, registry } of briefs) {
    await yieldIfDue();
    const byGroup = new Map<number, Set<GraphEntity>>();
    for (const { entity, paragraphStart } of collector.namedIn(uri, facts, registry)) {
      entity.mentions++;
      entity.briefs.add(uri);
      getOrInsert(byGroup, proximity === 'paragraph' ? paragraphStart : 0, () => new Set<GraphEntity>()).add(entity);
    }
    for (const group of byGroup.values()) if (group.size > 1) groups.push([...group]);
  }
  const all = await sortYielding(
    [...collector.entities.values()],
    (a, b) => b.mentions - a.mentions || compareNames(a.name, b.name),
    yieldIfDue,
  );
  const shownEntities = all.slice(0, MAX_NODES);
  const indexes = new Map(shownEntities.map((entity, index) => [entity, index]));
  const pairs = await countPairs(groups, indexes, yieldIfDue);
  const partOfEdges = shownEntities.flatMap((entity) => partOfEdgesOf(entity, collector.entities, indexes));
  return {
    nodes: shownEntities.map((entity) => toGraphNode(entity, workspace)),
    edges: [...partOfEdges, ...mostFrequentPairs(pairs)],
    entities: all.length,
    pairs: pairs.size,
    briefs: briefs.length,
    isIndexed,
  };
}

/** The number of groups each pair occurs in, by the pair's number `a * MAX_NODES + b` (indexes of nodes). */
async function countPairs(
  groups: readonly (readonly GraphEntity[])[],
  indexes: ReadonlyMap<GraphEntity, number>,
  yieldIfDue: FeatureContext['yieldIfDue'],
) {
  const counts = new Map<number, number>();
  for (const group of groups) {
    await yieldIfDue();
    const members = group.flatMap((entity) => indexes.get(entity) ?? []).sort((a, b) => a - b);
    const capped = members.slice(0, MAX_GROUP_SIZE);
    for (const [index, a] of capped.entries())
      for (const b of capped.slice(index + 1)) counts.set(a * MAX_NODES + b, (counts.get(a * MAX_NODES + b) ?? 0) + 1);
  }
  return counts;
}

/**
 * The most frequent pairs, sorted. There may be millions, most of them with count 1, so a histogram selects those to
 * sort.
 */
function mostFrequentPairs(counts: ReadonlyMap<number, number>): GraphEdge[] {
  const histogram: number[] = [];
  for (const count of counts.values()) histogram[count] = (histogram[count] ?? 0) + 1;
  let minCount = histogram.length;
  let countAbove = 0;
  while (minCount > 1 && countAbove + (histogram[minCount - 1] ?? 0) <= MAX_PAIRS)
    countAbove += histogram[--minCount] ?? 0;
  // Among the pairs with the last count that does not fit completely, the first ones.
  let remaining = MAX_PAIRS - countAbove;
  const frequent = [...counts].filter(([, count]) => count >= minCount || (count === minCount - 1 && remaining-- > 0));
  frequent.sort(([a, left], [b, right]) => right - left || a - b);
  return frequent.map(([pair, count]) => ({
    a: Math.floor(pair / MAX_NODES),
    b: pair % MAX_NODES,
    kind: 'together',
    count,
  }));
}

function partOfEdgesOf(
  entity: GraphEntity,
  entities: ReadonlyMap<string, GraphEntity>,
  indexes: ReadonlyMap<GraphEntity, number>,
): GraphEdge[] {
  const parentId = entity.entry?.partOf?.value;
  if (parentId === undefined) return [];
  const parent = entities.get(`${entity.uri} ${parentId}`) ?? entities.get(` ${parentId}`);
  const b = parent && indexes.get(parent);
  return b === undefined || parent === entity ? [] : [{ a: indexes.get(entity)!, b, kind: 'part-of', count: 1 }];
}

function toGraphNode({ id, uri, type, name, mentions, briefs }: GraphEntity, workspace: Workspace): GraphNode {
  const typeName = BUILT_IN_TYPES.includes(type) ? '' : (workspace.scopeOf('').types.get(type)?.entry.name ?? type);
  return {
    id,
    uri,
    name: rowText(name),
    builtIn: builtInOf(type, workspace),
    typeName: rowText(typeName),
    mentions,
    briefs: briefs.size,
  };
}

/** The mentions of an entity with the text around them: the same mentions that the graph counts. */
export async function mentionRows(
  { entity, ...within }: PictureRequests['briefmark/mentions']['params'],
  { workspace, read, rangeIn, yieldIfDue }: FeatureContext,
): Promise<PictureRequests['briefmark/mentions']['result']> {
  const collector = createEntityCollector(workspace);
  const rows: MentionRow[] = [];
  let total = 0;
  const briefs = await sortYielding(
    briefsInRange(within, workspace),
    (a, b) => compareNames(fileName(a.uri), fileName(b.uri)),
    yieldIfDue,
  );
  for (const { uri, facts, registry } of briefs) {
    await yieldIfDue();
    const mentions = collector
      .namedIn(uri, facts, registry)
      .filter((one) => one.entity.id === entity.id && one.entity.uri === entity.uri)
      .sort((a, b) => a.span.start - b.span.start);
    total += mentions.length;
    if (mentions.length === 0 || rows.length >= MAX_ROWS) continue;
    const text = (await read(uri)) ?? '';
    for (const { span } of mentions.slice(0, MAX_ROWS - rows.length))
      rows.push({
        excerpt: excerptAround(text, span).excerpt,
        brief: fileName(uri),
        location: { uri, range: rangeIn(uri, span) },
      });
  }
  return { rows, total };
}

type PictureFeature<Method extends keyof PictureRequests> = Feature<
  PictureRequests[Method]['params'],
  PictureRequests[Method]['result']
>;

export const graphFeature: PictureFeature<'briefmark/graph'> = {
  method: 'briefmark/graph',
  capability: () => ({}),
  answer: ({ proximity, ...within }, context) => buildGraph(within, proximity, context),
};

export const mentionsFeature: PictureFeature<'briefmark/mentions'> = {
  method: 'briefmark/mentions',
  capability: () => ({}),
  answer: mentionRows,
};
