/**
 * How often everything is used, counted over all briefs at once: a view has hundreds of rows, and to ask where each of them
 * stands would unpack the same ten thousand briefs for each. What a brief adds is remembered until it or its names change.
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

/** How often briefs use the entry with that id that `uri` defines. */
export type UseCounter = (kind: 'source' | 'entity', id: string, uri: string) => Readonly<UseCount>;

/** What a brief adds to the counts: `times[i]` to those of `things[i]`. */
interface BriefContribution {
  readonly facts: BriefFacts;
  readonly scope: Scope;
  readonly registry: Registry | undefined;
  readonly counters: readonly UseCount[];
  readonly useCounts: Uint32Array;
}

interface UsageCounts {
  /** By what `targetOf` says; what a brief defines for itself, which is its own, with its URI before it. */
  readonly counts: Map<string, UseCount>;
  readonly contributions: Map<string, BriefContribution>;
  /** The last count that was begun. The next one waits for it: what it looked at may be older. */
  pendingUpdate: Promise<void>;
}

const usageByWorkspace = new WeakMap<Workspace, UsageCounts>();
const NO_USES: Readonly<UseCount> = { uses: 0, briefs: 0 };

/** Counts the uses in all briefs; only those that have changed since the last time are looked at. */
export async function createUseCounter(context: Pick<FeatureContext, 'workspace' | 'yieldIfDue'>): Promise<UseCounter> {
  const { workspace } = context;
  const usage: UsageCounts = usageByWorkspace.get(workspace) ?? {
    counts: new Map(),
    contributions: new Map(),
    pendingUpdate: Promise.resolve(),
  };
  usageByWorkspace.set(workspace, usage);
  // One that was cancelled has counted as far as it came.
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
