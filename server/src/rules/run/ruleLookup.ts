/** Finds a rule by its code. */
import type { Rule } from '../engine/rule.ts';
import { RULES } from '../index.ts';

export const RULE_CODES: readonly string[] = RULES.map(({ code }) => code);

export function ruleByCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
