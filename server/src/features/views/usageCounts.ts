/**
 * How often everything is used, counted over all briefs at once: a view has hundreds of rows, and to ask where each of them
 * stands would unpack the same ten thousand briefs for each. What a brief adds is remembered until it or its names change.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { type BriefFacts, occurrencesInBrief } from '../../workspace/index/briefFacts.ts';
import { targetOf } from '../../workspace/index/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';

export interface Uses {
  uses: number;
  briefs: number;
}

/** How often briefs use the entry with that id that `uri` defines. */
export type CountUses = (kind: 'source' | 'entity', id: string, uri: string) => Readonly<Uses>;

/** What a brief adds to the counts: `times[i]` to those of `things[i]`. */
interface Share {
  readonly facts: BriefFacts;
  readonly scope: Scope;
  readonly registry: Registry | undefined;
  readonly things: readonly Uses[];
  readonly times: Uint32Array;
}

interface Tally {
  /** By what `targetOf` says; what a brief defines for itself, which is its own, with its URI before it. */
  readonly counts: Map<string, Uses>;
  readonly shares: Map<string, Share>;
  /** The last count that was begun. The next one waits for it: what it looked at may be older. */
  running: Promise<void>;
}

const tallies = new WeakMap<Workspace, Tally>();
const NONE: Readonly<Uses> = { uses: 0, briefs: 0 };

/** Counts the uses in all briefs; only those that have changed since the last time are looked at. */
export async function countUses(context: Pick<FeatureContext, 'workspace' | 'giveWay'>): Promise<CountUses> {
  const { workspace } = context;
  const tally: Tally = tallies.get(workspace) ?? { counts: new Map(), shares: new Map(), running: Promise.resolve() };
  tallies.set(workspace, tally);
  // One that was cancelled has counted as far as it came.
  tally.running = tally.running.then(
    () => count(tally, context),
    () => count(tally, context),
  );
  await tally.running;
  return (kind, id, uri) => {
    const target = targetOf(kind, id);
    return tally.counts.get(workspace.registries.has(uri) ? target : ownOf(uri, target)) ?? NONE;
  };
}

async function count(
  { counts, shares }: Tally,
  { workspace, giveWay }: Pick<FeatureContext, 'workspace' | 'giveWay'>,
): Promise<void> {
  for (const [uri, share] of shares) {
    if (workspace.has(uri)) continue;
    add(share, -1);
    shares.delete(uri);
  }
  for (const { uri, facts, registry } of workspace.briefs()) {
    await giveWay();
    const before = shares.get(uri);
    const scope = workspace.scopeOf(uri);
    if (before?.facts === facts && before.scope === scope && before.registry === registry) continue;
    if (before) add(before, -1);
    const share = shareOf(uri, facts, scope, registry, counts);
    add(share, 1);
    shares.set(uri, share);
  }
}

function add({ things, times }: Share, sign: 1 | -1): void {
  for (const [index, thing] of things.entries()) {
    thing.uses += sign * times[index]!;
    thing.briefs += sign;
  }
}

function shareOf(
  uri: string,
  facts: BriefFacts,
  scope: Scope,
  registry: Registry | undefined,
  counts: Map<string, Uses>,
): Share {
  const own = new Set<string>();
  for (const { id } of registry?.entities ?? []) own.add(targetOf('entity', id.value));
  for (const { id } of registry?.sources ?? []) own.add(targetOf('source', id.value));
  const used = new Map<Uses, number>();
  for (const { kind, id } of occurrencesInBrief(uri, facts, undefined, scope)) {
    if (kind === 'type') continue;
    const target = targetOf(kind, id);
    const thing = getOrInsert(counts, own.has(target) ? ownOf(uri, target) : target, () => ({ uses: 0, briefs: 0 }));
    used.set(thing, (used.get(thing) ?? 0) + 1);
  }
  return { facts, scope, registry, things: [...used.keys()], times: Uint32Array.from(used.values()) };
}

function ownOf(uri: string, target: string): string {
  return `${uri} ${target}`;
}
