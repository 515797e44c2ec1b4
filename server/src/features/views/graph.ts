/** Who is named with whom, and who is part of whom. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import type {
  Graph,
  GraphEdge,
  GraphNode,
  MentionRow,
  Nearness,
  PictureRequests,
  Within,
} from '../../protocol/pictures.ts';
import type { EntityEntry, Registry } from '../../syntax/ast.ts';
import { BUILT_IN_TYPES } from '../../syntax/brief/inlines.ts';
import type { BriefFacts } from '../../workspace/index/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { sortInTurns } from '../support/yielding.ts';
import { briefsWithin } from './briefsInRange.ts';
import { builtInOf } from './entities.ts';
import { byName, lineAround, oneLine } from './rowText.ts';

/** No picture has more entities, pairs or rows: the most mentioned, the most frequent, the first. */
const MOST_NODES = 2_000;
const MOST_PAIRS = 6_000;
const MOST_ROWS = 500;
/** Of a paragraph or brief that names more entities, pairs are made of so many, the most mentioned. */
const LARGEST_GROUP = 120;

interface Named {
  readonly entity: Entity;
  /** Where its paragraph begins. */
  readonly at: number;
  readonly span: Span;
}

interface Entity {
  readonly id: string;
  /** Where it is defined; empty when it is not. */
  readonly uri: string;
  readonly type: string;
  readonly name: string;
  readonly entry: EntityEntry | undefined;
  mentions: number;
  readonly briefs: Set<string>;
}

/** Knows the entities that it has met. */
function createCast(workspace: Workspace) {
  const entities = new Map<string, Entity>();
  const shared = workspace.scopeOf('').entities;
  const meet = (id: string, own: ReadonlyMap<string, EntityEntry>, brief: string, type: string, name: string) => {
    // What a brief defines for itself is its own.
    const inBrief = own.get(id);
    const entry = inBrief ?? shared.get(id)?.entry;
    const uri = inBrief ? brief : (shared.get(id)?.uri ?? '');
    return getOrInsert(entities, `${inBrief ? brief : ''} ${id}`, () => ({
      id,
      uri,
      type: entry?.type.value ?? type,
      name: entry?.name.value ?? name,
      entry,
      mentions: 0,
      briefs: new Set<string>(),
    }));
  };
  /** What a brief names beyond doubt, in no order. */
  const namedIn = (uri: string, facts: BriefFacts, registry: Registry | undefined): Named[] => {
    const own = new Map<string, EntityEntry>();
    for (const entry of registry?.entities ?? []) if (!own.has(entry.id.value)) own.set(entry.id.value, entry);
    const named: Named[] = [];
    for (const { at, value } of facts.tags)
      named.push({
        at,
        entity: meet(value.id.value, own, uri, value.type.value, value.surface.value),
        span: shift(value, at),
      });
    for (const { at, value } of facts.mentions) {
      const [id] = value.ids;
      if (value.ids.length === 1) named.push({ at, entity: meet(id!, own, uri, '', id!), span: shift(value, at) });
    }
    return named;
  };
  return { entities, namedIn };
}

/** The entities that the briefs name, and who of them belongs together. */
export async function graph(within: Within, nearness: Nearness, context: FeatureContext): Promise<Graph> {
  const { workspace, giveWay } = context;
  const isIndexed = context.isIndexed();
  const cast = createCast(workspace);
  const groups: (readonly Entity[])[] = [];
  const briefs = briefsWithin(within, workspace);
  for (const { uri, facts, registry } of briefs) {
    await giveWay();
    const byGroup = new Map<number, Set<Entity>>();
    for (const { entity, at } of cast.namedIn(uri, facts, registry)) {
      entity.mentions++;
      entity.briefs.add(uri);
      getOrInsert(byGroup, nearness === 'paragraph' ? at : 0, () => new Set<Entity>()).add(entity);
    }
    for (const group of byGroup.values()) if (group.size > 1) groups.push([...group]);
  }
  const all = await sortInTurns(
    [...cast.entities.values()],
    (a, b) => b.mentions - a.mentions || byName(a.name, b.name),
    giveWay,
  );
  const shown = all.slice(0, MOST_NODES);
  const places = new Map(shown.map((entity, place) => [entity, place]));
  const pairs = await countPairs(groups, places, giveWay);
  const parts = shown.flatMap((entity) => partOf(entity, cast.entities, places));
  return {
    nodes: shown.map((entity) => nodeOf(entity, workspace)),
    edges: [...parts, ...mostFrequent(pairs)],
    entities: all.length,
    pairs: pairs.size,
    briefs: briefs.length,
    isIndexed,
  };
}

/** How often two are together, by `a * MOST_NODES + b`. */
async function countPairs(
  groups: readonly (readonly Entity[])[],
  places: ReadonlyMap<Entity, number>,
  giveWay: FeatureContext['giveWay'],
) {
  const counts = new Map<number, number>();
  for (const group of groups) {
    await giveWay();
    const members = group.flatMap((entity) => places.get(entity) ?? []).sort((a, b) => a - b);
    const most = members.slice(0, LARGEST_GROUP);
    for (const [index, a] of most.entries())
      for (const b of most.slice(index + 1)) counts.set(a * MOST_NODES + b, (counts.get(a * MOST_NODES + b) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent pairs, in order. There may be millions, most of them once: those are not sorted. */
function mostFrequent(counts: ReadonlyMap<number, number>): GraphEdge[] {
  const histogram: number[] = [];
  for (const count of counts.values()) histogram[count] = (histogram[count] ?? 0) + 1;
  let least = histogram.length;
  let above = 0;
  while (least > 1 && above + (histogram[least - 1] ?? 0) <= MOST_PAIRS) above += histogram[--least] ?? 0;
  // Of those that are as frequent as the last ones that fit, the first.
  let room = MOST_PAIRS - above;
  const kept = [...counts].filter(([, count]) => count >= least || (count === least - 1 && room-- > 0));
  kept.sort(([a, left], [b, right]) => right - left || a - b);
  return kept.map(([pair, count]) => ({
    a: Math.floor(pair / MOST_NODES),
    b: pair % MOST_NODES,
    kind: 'together',
    count,
  }));
}

function partOf(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
  places: ReadonlyMap<Entity, number>,
): GraphEdge[] {
  const whole = entity.entry?.partOf?.value;
  if (whole === undefined) return [];
  const found = entities.get(`${entity.uri} ${whole}`) ?? entities.get(` ${whole}`);
  const b = found && places.get(found);
  return b === undefined || found === entity ? [] : [{ a: places.get(entity)!, b, kind: 'part-of', count: 1 }];
}

function nodeOf({ id, uri, type, name, mentions, briefs }: Entity, workspace: Workspace): GraphNode {
  const typeName = BUILT_IN_TYPES.includes(type) ? '' : (workspace.scopeOf('').types.get(type)?.entry.name ?? type);
  return {
    id,
    uri,
    name: oneLine(name),
    builtIn: builtInOf(type, workspace),
    typeName: oneLine(typeName),
    mentions,
    briefs: briefs.size,
  };
}

/** Where the briefs name an entity, with the words around: the same places that the graph counts. */
export async function mentionRows(
  { entity, ...within }: PictureRequests['briefmark/mentions']['params'],
  { workspace, read, rangeIn, giveWay }: FeatureContext,
): Promise<PictureRequests['briefmark/mentions']['result']> {
  const cast = createCast(workspace);
  const rows: MentionRow[] = [];
  let total = 0;
  const briefs = await sortInTurns(
    briefsWithin(within, workspace),
    (a, b) => byName(fileName(a.uri), fileName(b.uri)),
    giveWay,
  );
  for (const { uri, facts, registry } of briefs) {
    await giveWay();
    const named = cast
      .namedIn(uri, facts, registry)
      .filter((one) => one.entity.id === entity.id && one.entity.uri === entity.uri)
      .sort((a, b) => a.span.start - b.span.start);
    total += named.length;
    if (named.length === 0 || rows.length >= MOST_ROWS) continue;
    const text = (await read(uri)) ?? '';
    for (const { span } of named.slice(0, MOST_ROWS - rows.length))
      rows.push({
        words: lineAround(text, span).words,
        brief: fileName(uri),
        place: { uri, range: rangeIn(uri, span) },
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
  answer: ({ nearness, ...within }, context) => graph(within, nearness, context),
};

export const mentionsFeature: PictureFeature<'briefmark/mentions'> = {
  method: 'briefmark/mentions',
  capability: () => ({}),
  answer: mentionRows,
};
