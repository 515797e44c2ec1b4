import { RULES } from '../../../../server/src/rules/index.ts';
import type { CheckSettings } from '../../../../server/src/rules/settings.ts';

/** Settings with which only one rule speaks. */
export function only(code: string, settings: Partial<CheckSettings> = {}): { settings: Partial<CheckSettings> } {
  const others = RULES.flatMap((rule) => (rule.code === code ? [] : [[rule.code, 'off'] as const]));
  return { settings: { ...settings, rules: Object.fromEntries(others) } };
}
