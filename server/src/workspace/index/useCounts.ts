/**
 * How often everything is used, counted over all briefs at once: a view has hundreds of rows, and a query for each row would
 * unpack the same ten thousand briefs each time. The contribution of a brief is kept until the brief or its names change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { type BriefFacts, occurrencesInBrief } from '../briefFacts.ts';
import { isUse, symbolKey } from '../occurrences.ts';
import type { UseCount, UseCounter, Workspace } from '../workspace.ts';

interface Counter extends UseCount {
  uses: number;
  briefs: number;
}

/** What a brief adds to the counts: `useCounts[i]` to `counters[i]`. */
interface BriefContribution {
  readonly facts: BriefFacts;
  readonly scope: Scope;
  readonly registry: Registry | undefined;
  readonly counters: readonly Counter[];
  readonly useCounts: Uint32Array;
}

const NO_USES: UseCount = { uses: 0, briefs: 0 };

/** Creates `Workspace.countAllUses`. */
export function createUseCounts(
  workspace: Pick<Workspace, 'has' | 'briefs' | 'scopeOf' | 'registries'>,
): Workspace['countAllUses'] {
  /** By `symbolKey`; for entries defined in front matter, by `localKey`. */
  const counts = new Map<string, Counter>();
  const contributions = new Map<string, BriefContribution>();
  /** The latest update. Updates run one after another, because an earlier one may have read older data. */
  let pendingUpdate = Promise.resolve();
  const update = async (yieldIfDue: () => Promise<void> | undefined): Promise<void> => {
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
  };
  const lookUp: UseCounter = (kind, id, uri) => {
    const target = symbolKey(kind, id);
    return counts.get(workspace.registries.has(uri) ? target : localKey(uri, target)) ?? NO_USES;
  };
  return async (yieldIfDue) => {
    // A canceled update leaves the counts consistent, so the next one continues in either case.
    pendingUpdate = pendingUpdate.then(
      () => update(yieldIfDue),
      () => update(yieldIfDue),
    );
    await pendingUpdate;
    return lookUp;
  };
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
  counts: Map<string, Counter>,
): BriefContribution {
  const localKeys = new Set<string>();
  for (const { id } of registry?.entities ?? []) localKeys.add(symbolKey('entity', id.value));
  for (const { id } of registry?.sources ?? []) localKeys.add(symbolKey('source', id.value));
  const usesByCounter = new Map<Counter, number>();
  for (const occurrence of occurrencesInBrief(uri, facts, undefined, scope)) {
    const { kind, id } = occurrence;
    if (kind === 'type' || !isUse(occurrence)) continue;
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
