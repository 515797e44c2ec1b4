import { closestMatch, didYouMean } from '../base/text/didYouMean.ts';
import { explainRule as explain } from '../rules/run/explainRule.ts';
import { RULE_CODES, ruleByCode } from '../rules/run/ruleLookup.ts';
import type { Tool } from './tool.ts';

/** Why a rule exists. */
export const explainRule: Tool<{ readonly code: string }> = {
  name: 'explain_rule',
  title: 'Explain a rule',
  description:
    'Explains a rule by its code, such as missing-source: what it finds, the standard behind it, a wrong and a right example.',
  input: {
    type: 'object',
    properties: { code: { type: 'string' } },
    required: ['code'],
    additionalProperties: false,
  },
  async run({ code }, { refuse }) {
    const rule = ruleByCode(code);
    if (!rule) return refuse(`There is no rule “${code}”.${didYouMean(closestMatch(code, RULE_CODES))}`);
    return { code, explanation: explain(rule, (text) => text) };
  },
};
