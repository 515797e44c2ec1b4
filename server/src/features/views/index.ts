/**
 * The requests of the side bar and the status items. A new view is one file in this folder and one line in `rowsFor`.
 */
import {
  BRIEF_ORDERS,
  type ChildrenParams,
  type ChildrenResult,
  type Overview,
  type ViewNode,
  type ViewRequests,
} from '../../protocol/views.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { allSourcingStatuses, briefStatus } from './briefStatus.ts';
import { briefRows } from './briefs.ts';
import { entitiesOfType, entityTypes } from './entities.ts';
import { graphFeature, mentionsFeature } from './graph.ts';
import { type LazyRows, reportsOfOutlet, sourceRoots, unresolvedCitations } from './sources.ts';
import { timelineFeature } from './timeline.ts';
import { briefsUsing, usesInBrief } from './uses.ts';

/** Upper bound for the `limit` of a request. */
const MAX_ROWS = 100_000;

/** The first `limit` children of a node of a view. */
export async function childrenOf(params: ChildrenParams, context: FeatureContext): Promise<ChildrenResult> {
  const rows = await rowsFor(params, context);
  const limit = Number.isInteger(params.limit) ? Math.max(0, Math.min(params.limit, MAX_ROWS)) : 0;
  return { nodes: rows?.take(limit) ?? [], total: rows?.total ?? 0 };
}

async function rowsFor(params: ChildrenParams, context: FeatureContext): Promise<LazyRows<ViewNode> | undefined> {
  const { view, parent } = params;
  const filter = typeof params.filter === 'string' ? params.filter : '';
  if (!parent) {
    if (view === 'sources') return sourceRoots(context);
    if (view === 'entities') return entityTypes(filter, context);
    return briefRows(BRIEF_ORDERS.find((order) => order === params.order) ?? 'state', context);
  }
  switch (parent.kind) {
    case 'missing':
    case 'unknown':
      return unresolvedCitations(parent.kind, context);
    case 'outlet':
      return reportsOfOutlet(parent.key, context);
    case 'type':
      return entitiesOfType(parent.id, filter, context);
    case 'source':
    case 'entity':
      return briefsUsing(parent, context);
    case 'uses':
      // Only files of the workspace are read.
      return context.workspace.has(parent.brief) ? usesInBrief(parent, context) : undefined;
    default:
      return undefined;
  }
}

export async function workspaceOverview(context: FeatureContext): Promise<Overview> {
  // Read first: briefs that are indexed in the meantime are not counted.
  const { isIndexed } = context.revisionOf('');
  const statuses = await allSourcingStatuses(context);
  return {
    briefs: statuses.length,
    registries: context.workspace.registries.size,
    missing: statuses.reduce((sum, { missing }) => sum + missing.length, 0),
    unknown: statuses.reduce((sum, { unknown }) => sum + unknown.length, 0),
    isIndexed,
  };
}

type ViewFeature<Method extends keyof ViewRequests> = Feature<
  ViewRequests[Method]['params'],
  ViewRequests[Method]['result']
>;

const childrenFeature: ViewFeature<'briefmark/views/children'> = {
  method: 'briefmark/views/children',
  capability: () => ({}),
  answer: childrenOf,
  empty: { nodes: [], total: 0 },
};

const overviewFeature: ViewFeature<'briefmark/views/overview'> = {
  method: 'briefmark/views/overview',
  capability: () => ({}),
  answer: (_, context) => workspaceOverview(context),
};

const statusFeature: ViewFeature<'briefmark/status'> = {
  method: 'briefmark/status',
  capability: () => ({}),
  answer: ({ uri }, context) => briefStatus(uri, context),
};

const checkAllFeature: ViewFeature<'briefmark/checkAll'> = {
  method: 'briefmark/checkAll',
  capability: () => ({}),
  answer: (_, context) => context.checkAll(),
};

export const VIEW_FEATURES: readonly Feature[] = [
  checkAllFeature,
  childrenFeature,
  overviewFeature,
  statusFeature,
  graphFeature,
  mentionsFeature,
  timelineFeature,
];
