/** All rules, in the order of the rules page. A new rule is one line in the index of its group. */
import { citations } from './citations/index.ts';
import type { Rule, RuleGroup } from './engine/rule.ts';
import { handling } from './handling/index.ts';
import { language } from './language/index.ts';
import { names } from './names/index.ts';
import { registries } from './registries/index.ts';
import { sourcing } from './sourcing/index.ts';
import { style } from './style/index.ts';

export const RULE_GROUPS: readonly RuleGroup[] = [citations, sourcing, language, names, handling, registries, style];

export const RULES: readonly Rule[] = RULE_GROUPS.flatMap(({ rules }) => rules);
