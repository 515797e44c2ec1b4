/**
 * Use counts of all symbols, computed over all briefs at once: a view has hundreds of rows, and a query per row would
 * unpack the same ten thousand briefs each time. The contribution of a brief is cached until the brief or the known
 * names change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { type BriefFacts, occurrencesInBrief } from '../../workspace/briefFacts.ts';
import { symbolKey } from '../../workspace/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';

export interface UseCount {
  uses: number;
  briefs: number;
}

/** Returns how often briefs use the entry with this id that `uri` defines. */
export type UseCounter = (kind: 'source' | 'entity', id: string, uri: string) => Readonly<UseCount>;

/** What a brief adds to the counts: `useCounts[i]` to `counters[i]`. */
interface BriefContribution {
  readonly facts: BriefFacts;
  readonly scope: Scope;
  readonly registry: Registry | undefined;
  readonly counters: readonly UseCount[];
  readonly useCounts: Uint32Array;
}

interface UsageCounts {
  /** By `symbolKey`; for entries defined in front matter, by `localKey`. */
  readonly counts: Map<string, UseCount>;
  readonly contributions: Map<string, BriefContribution>;
  /** The latest update. Updates run one after another, because an earlier one may have read older data. */
  pendingUpdate: Promise<void>;
}

const usageByWorkspace = new WeakMap<Workspace, UsageCounts>();
const NO_USES: Readonly<UseCount> = { uses: 0, briefs: 0 };

/** Counts the uses in all briefs; only briefs that have changed since the last call are read again. */
export async function createUseCounter(context: Pick<FeatureContext, 'workspace' | 'yieldIfDue'>): Promise<UseCounter> {
  const { workspace } = context;
  const usage: UsageCounts = usageByWorkspace.get(workspace) ?? {
    counts: new Map(),
    contributions: new Map(),
    pendingUpdate: Promise.resolve(),
  };
  usageByWorkspace.set(workspace, usage);
  // A canceled update has kept its partial result, so the next one continues in either case.
  usage.pendingUpdate = usage.pendingUpdate.then(
    () => updateCounts(usage, context),
    () => updateCounts(usage, context),
  );
  await usage.pendingUpdate;
  return (kind, id, uri) => {
    const target = symbolKey(kind, id);
    return usage.counts.get(workspace.registries.has(uri) ? target : localKey(uri, target)) ?? NO_USES;
  };
}

async function updateCounts(
  { counts, contributions }: UsageCounts,
  { workspace, yieldIfDue }: Pick<FeatureContext, 'workspace' | 'yieldIfDue'>,
): Promise<void> {
  for (const [uri, contribution] of contributions) {
    if (workspace.has(uri)) continue;
    applyContribution(contribution, -1);
    contributions.delete(uri);
  }
  for (const { uri, facts, registry } of workspace.briefs()) {
    await yieldIfDue();
    const previous = contributions.get(uri);
    const scope = workspace.scopeOf(uri);
    if (previous?.facts === facts && previous.scope === scope && previous.registry === registry) continue;
    if (previous) applyContribution(previous, -1);
    const contribution = contributionOf(uri, facts, scope, registry, counts);
    applyContribution(contribution, 1);
    contributions.set(uri, contribution);
  }
}

function applyContribution({ counters, useCounts }: BriefContribution, sign: 1 | -1): void {
  for (const [index, counter] of counters.entries()) {
    counter.uses += sign * useCounts[index]!;
    counter.briefs += sign;
  }
}

function contributionOf(
  uri: string,
  facts: BriefFacts,
  scope: Scope,
  registry: Registry | undefined,
  counts: Map<string, UseCount>,
): BriefContribution {
  const localKeys = new Set<string>();
  for (const { id } of registry?.entities ?? []) localKeys.add(symbolKey('entity', id.value));
  for (const { id } of registry?.sources ?? []) localKeys.add(symbolKey('source', id.value));
  const usesByCounter = new Map<UseCount, number>();
  for (const { kind, id } of occurrencesInBrief(uri, facts, undefined, scope)) {
    if (kind === 'type') continue;
    const target = symbolKey(kind, id);
    const counter = getOrInsert(counts, localKeys.has(target) ? localKey(uri, target) : target, () => ({
      uses: 0,
      briefs: 0,
    }));
    usesByCounter.set(counter, (usesByCounter.get(counter) ?? 0) + 1);
  }
  return {
    facts,
    scope,
    registry,
    counters: [...usesByCounter.keys()],
    useCounts: Uint32Array.from(usesByCounter.values()),
  };
}

function localKey(uri: string, target: string): string {
  return `${uri} ${target}`;
}
