/** How a brief stands: which of its citations lack a source, or name one that no registry has. */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { BriefState } from '../../protocol/views.ts';
import { missingSource } from '../../rules/citations/missingSource.ts';
import { isUnknown, unknownSource } from '../../rules/citations/unknownSource.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import { type CheckSettings, isProfile, type Profile } from '../../rules/engine/settings.ts';
import { levelOf } from '../../rules/run/runRules.ts';
import { meaningOf } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';

import type { BriefFacts, Placed } from '../../workspace/index/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';

/** The same as the rules say, in order of place: what is ignored or switched off is left out. */
export interface Standing {
  readonly uri: string;
  readonly facts: BriefFacts;
  readonly profile: Profile;
  readonly missing: readonly Placed<Citation>[];
  readonly unknown: readonly Placed<Citation>[];
  /** Of all citations, those whose source is there. */
  readonly cited: number;
}

interface Known {
  readonly scope: Scope;
  readonly checks: CheckSettings;
  readonly standing: Standing;
}

const known = new WeakMap<BriefFacts, Known>();

/** How all briefs stand. Each is remembered until it or the registries change: then the view is asked for again. */
export async function allStandings(
  context: Pick<FeatureContext, 'workspace' | 'checksFor' | 'giveWay'>,
): Promise<Standing[]> {
  const { workspace, checksFor, giveWay } = context;
  const standings: Standing[] = [];
  // The files of a folder are checked alike.
  const byFolder = new Map<string, CheckSettings>();
  for (const { uri, facts } of workspace.briefs()) {
    await giveWay();
    const checks = getOrInsert(byFolder, uri.slice(0, uri.lastIndexOf('/') + 1), () => checksFor(uri));
    standings.push(standingOf(uri, facts, workspace, checks));
  }
  return standings;
}

/** How one brief stands. */
export function standingOf(uri: string, facts: BriefFacts, workspace: Workspace, checks: CheckSettings): Standing {
  const scope = workspace.scopeOf(uri);
  const before = known.get(facts);
  if (isCurrent(before, scope, checks)) return before.standing;
  const profile = checks.forcedProfile ?? (isProfile(facts.profile) ? facts.profile : checks.profile);
  const isOn = (rule: Rule) => levelOf(rule, checks, profile) !== 'off' && !facts.ignored.has(rule.code);
  const says = { missing: isOn(missingSource), unknown: isOn(unknownSource) };
  const missing: Placed<Citation>[] = [];
  const unknown: Placed<Citation>[] = [];
  let cited = 0;
  for (const place of facts.citations) {
    const resolution = meaningOf(place.value, scope, facts.date);
    if (resolution.status !== 'missing') cited++;
    else if (says.missing && !place.ignored?.has(missingSource.code)) missing.push(place);
    if (says.unknown && isUnknown(place.value, resolution) && !place.ignored?.has(unknownSource.code))
      unknown.push(place);
  }
  const standing = { uri, facts, profile, missing, unknown, cited };
  known.set(facts, { scope, checks, standing });
  return standing;
}

/** The worst that can be said of a brief. */
export function stateOf({ missing, unknown }: Standing): BriefState {
  return missing.length > 0 ? 'missing' : unknown.length > 0 ? 'unknown' : 'clean';
}

function isCurrent(before: Known | undefined, scope: Scope, checks: CheckSettings): before is Known {
  return before?.scope === scope && before.checks === checks;
}
