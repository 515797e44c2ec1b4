/** All rules, in the order in which their page lists them. A new rule is one line here. */
import { missingSource } from './missingSource.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [missingSource];
