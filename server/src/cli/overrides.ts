/** The check settings on the command line. They override every configuration. */

import * as l10n from '@vscode/l10n';
import { closestMatch, didYouMean } from '../base/text/didYouMean.ts';
import type { Rule } from '../rules/engine/rule.ts';
import { type CheckSettings, isOneOf, LEVELS, type Level, PROFILES } from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { ruleByCode } from '../rules/run/ruleLookup.ts';
import { createUsageError } from './usageError.ts';

/** The settings of `--profile` and `--rule`. Throws a usage error for an unknown rule or severity. */
export function parseOverrides(values: (option: string) => readonly string[]): Partial<CheckSettings> {
  const profile = PROFILES.find((known) => known === values('profile').at(-1));
  const rules = Object.fromEntries(values('rule').map(parseRuleLevel));
  return { ...(profile && { forcedProfile: profile }), rules };
}

/** The rule with this code. Throws a usage error if there is none. */
export function findRule(code: string): Rule {
  const rule = ruleByCode(code);
  if (rule) return rule;
  const codes = RULES.map((known) => known.code);
  const problem = l10n.t('There is no rule “{0}”.', code) + didYouMean(closestMatch(code, codes));
  throw createUsageError(`${problem} ${l10n.t('“briefmark rules” lists them.')}`);
}

function parseRuleLevel(argument: string): [string, Level] {
  const [code = '', ...rest] = argument.split('=');
  if (rest.length === 0)
    throw createUsageError(
      l10n.t('The option --rule needs a rule and a severity: --rule {0}={1}.', argument, LEVELS.join('|')),
    );
  const rule = findRule(code.trim());
  const level = rest.join('=').trim();
  if (isOneOf(LEVELS, level)) return [rule.code, level];
  const problem = l10n.t('Unknown severity “{0}” for {1}.', level, rule.code) + didYouMean(closestMatch(level, LEVELS));
  throw createUsageError(`${problem} ${l10n.t('Use one of {0}.', LEVELS.join(', '))}`);
}
