/** How a brief stands: which of its citations lack a source, or name one that no registry has. */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { BriefState } from '../../protocol/views.ts';
import { missingSource } from '../../rules/citations/missingSource.ts';
import { isUnknownSource, unknownSource } from '../../rules/citations/unknownSource.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import { type CheckSettings, isProfile, type Profile } from '../../rules/engine/settings.ts';
import { levelOf } from '../../rules/run/runRules.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';

import type { BriefFacts, Placed } from '../../workspace/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';

/** The same as the rules say, in order of place: what is ignored or switched off is left out. */
export interface SourcingStatus {
  readonly uri: string;
  readonly facts: BriefFacts;
  readonly profile: Profile;
  readonly missing: readonly Placed<Citation>[];
  readonly unknown: readonly Placed<Citation>[];
  /** Of all citations, those whose source is there. */
  readonly cited: number;
}

interface CachedStatus {
  readonly scope: Scope;
  readonly checks: CheckSettings;
  readonly status: SourcingStatus;
}

const statusCache = new WeakMap<BriefFacts, CachedStatus>();

/** How all briefs stand. Each is remembered until it or the registries change: then the view is asked for again. */
export async function allSourcingStatuses(
  context: Pick<FeatureContext, 'workspace' | 'checkSettingsFor' | 'yieldIfDue'>,
): Promise<SourcingStatus[]> {
  const { workspace, checkSettingsFor, yieldIfDue } = context;
  const statuses: SourcingStatus[] = [];
  // The files of a folder are checked alike.
  const byFolder = new Map<string, CheckSettings>();
  for (const { uri, facts } of workspace.briefs()) {
    await yieldIfDue();
    const checks = getOrInsert(byFolder, uri.slice(0, uri.lastIndexOf('/') + 1), () => checkSettingsFor(uri));
    statuses.push(sourcingStatusOf(uri, facts, workspace, checks));
  }
  return statuses;
}

/** How one brief stands. */
export function sourcingStatusOf(
  uri: string,
  facts: BriefFacts,
  workspace: Workspace,
  checks: CheckSettings,
): SourcingStatus {
  const scope = workspace.scopeOf(uri);
  const cached = statusCache.get(facts);
  if (isCurrent(cached, scope, checks)) return cached.status;
  const profile = checks.forcedProfile ?? (isProfile(facts.profile) ? facts.profile : checks.profile);
  const isRuleEnabled = (rule: Rule) => levelOf(rule, checks, profile) !== 'off' && !facts.ignored.has(rule.code);
  const reported = { missing: isRuleEnabled(missingSource), unknown: isRuleEnabled(unknownSource) };
  const missing: Placed<Citation>[] = [];
  const unknown: Placed<Citation>[] = [];
  let cited = 0;
  for (const citation of facts.citations) {
    const resolution = resolveMeaning(citation.value, scope, facts.date);
    if (resolution.status !== 'missing') cited++;
    else if (reported.missing && !citation.ignored?.has(missingSource.code)) missing.push(citation);
    if (reported.unknown && isUnknownSource(citation.value, resolution) && !citation.ignored?.has(unknownSource.code))
      unknown.push(citation);
  }
  const status = { uri, facts, profile, missing, unknown, cited };
  statusCache.set(facts, { scope, checks, status });
  return status;
}

/** The worst that can be said of a brief. */
export function stateOf({ missing, unknown }: SourcingStatus): BriefState {
  return missing.length > 0 ? 'missing' : unknown.length > 0 ? 'unknown' : 'clean';
}

function isCurrent(cached: CachedStatus | undefined, scope: Scope, checks: CheckSettings): cached is CachedStatus {
  return cached?.scope === scope && cached.checks === checks;
}
