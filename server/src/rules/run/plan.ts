/** Which rules run, and how severe their findings are: by the profile and the settings. */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { Brief } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import type { Rule } from '../engine/rule.ts';
import { type CheckSettings, isProfile, type Level, type Profile, type Severity } from '../engine/settings.ts';
import { RULES } from '../index.ts';

/** The severity of its problems, and of those that matter less. */
export type ActiveRule = readonly [Rule, Severity, Severity];

/**
 * The rules that are not off, with their severity. The same object as long as the settings are, so it can be a cache
 * key.
 */
export interface Plan {
  readonly settings: CheckSettings;
  readonly rules: readonly ActiveRule[];
  readonly citationRules: readonly ActiveRule[];
  readonly tagRules: readonly ActiveRule[];
  readonly paragraphRules: readonly ActiveRule[];
}

const planCache = new WeakMap<CheckSettings, Map<Profile, Plan>>();

/** The profile that applies to a brief. */
export function profileOf(brief: Brief, settings: CheckSettings): Profile {
  return effectiveProfile(frontMatterOf(brief)?.profile?.value, settings);
}

/** By which profile a brief is checked whose front matter has this `profile`; any text or none. */
export function effectiveProfile(written: string | undefined, settings: CheckSettings): Profile {
  return settings.forcedProfile ?? (isProfile(written) ? written : settings.profile);
}

/** The level of a rule in a profile under the given settings. */
export function levelOf(rule: Rule, settings: CheckSettings, profile: Profile): Level {
  return configuredLevel(rule, settings, profile) ?? rule.severity[profile];
}

function configuredLevel({ code }: Rule, { rules }: CheckSettings, profile: Profile): Level | undefined {
  const configured = rules[code];
  return typeof configured === 'object' ? configured[profile] : configured;
}

/** The rules that run in a profile under the given settings. */
export function planFor(settings: CheckSettings, profile: Profile): Plan {
  const byProfile = planCache.get(settings) ?? new Map<Profile, Plan>();
  planCache.set(settings, byProfile);
  return getOrInsert(byProfile, profile, () => {
    const rules = RULES.flatMap((rule): ActiveRule[] => {
      const level = levelOf(rule, settings, profile);
      if (level === 'off') return [];
      const isConfigured = configuredLevel(rule, settings, profile) !== undefined;
      return [[rule, level, (!isConfigured && rule.lesser?.[profile]) || level]];
    });
    return {
      settings,
      rules,
      citationRules: rules.filter(([rule]) => rule.citation),
      tagRules: rules.filter(([rule]) => rule.tag),
      paragraphRules: rules.filter(([rule]) => rule.paragraph),
    };
  });
}
