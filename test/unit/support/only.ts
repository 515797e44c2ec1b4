import type { CheckSettings } from '../../../server/src/rules/engine/settings.ts';
import { RULES } from '../../../server/src/rules/index.ts';

/** Settings by which this rule alone is on, as in a release: what others say of a text is tested with them. */
export function onlyRule(code: string, settings: Partial<CheckSettings> = {}): Partial<CheckSettings> {
  return {
    ...settings,
    rules: Object.fromEntries(RULES.map((rule) => [rule.code, rule.code === code ? rule.severity.release : 'off'])),
  };
}
