/** What the command line says of how files are checked. It wins over every configuration. */
import { closest, didYouMean } from '../model/suggest.ts';
import { ruleOf } from '../rules/codes.ts';
import { RULES } from '../rules/index.ts';
import { LEVELS, type Level, type Rule } from '../rules/rule.ts';
import { type CheckSettings, isOneOf, PROFILES } from '../rules/settings.ts';
import { couldNotRun } from './stop.ts';

/** The settings of `--profile` and `--rule`; whatever cannot be understood stops the program. */
export function overridesOf(values: (option: string) => readonly string[]): Partial<CheckSettings> {
  const profile = PROFILES.find((known) => known === values('profile').at(-1));
  const rules = Object.fromEntries(values('rule').map(readRuleLevel));
  return { ...(profile && { forcedProfile: profile }), rules };
}

/** The rule of a code. */
export function findRule(code: string): Rule {
  const rule = ruleOf(code);
  if (rule) return rule;
  const codes = RULES.map((known) => known.code);
  throw couldNotRun(`There is no rule “${code}”.${didYouMean(closest(code, codes))} “briefmark rules” lists them.`);
}

function readRuleLevel(given: string): [string, Level] {
  const [code = '', ...rest] = given.split('=');
  if (rest.length === 0)
    throw couldNotRun(`The option --rule wants a rule and a severity: --rule ${given}=${LEVELS.join('|')}.`);
  const rule = findRule(code.trim());
  const level = rest.join('=').trim();
  if (isOneOf(LEVELS, level)) return [rule.code, level];
  const suggestion = didYouMean(closest(level, LEVELS));
  throw couldNotRun(`“${level}” is no severity for ${rule.code}.${suggestion} Use one of ${LEVELS.join(', ')}.`);
}
