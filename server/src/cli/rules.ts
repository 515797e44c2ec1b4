/** `briefmark rules`: a list of all rules, or an explanation of some. */

import * as l10n from '@vscode/l10n';
import type { Rule } from '../rules/engine/rule.ts';
import { RULE_GROUPS } from '../rules/index.ts';
import { explainRule, isFixable } from '../rules/run/explainRule.ts';
import { type Column, formatTable } from './table.ts';

/** A rule in `rules --format json`. */
export interface RuleRow {
  readonly code: string;
  readonly severity: Rule['severity'];
  readonly fixable: boolean;
  /** The name of the standard behind it. */
  readonly standard: string;
}

const COLUMNS: readonly Column<Rule>[] = [
  { title: l10n.t('code'), value: ({ code }) => code },
  { title: l10n.t('draft'), value: ({ severity }) => severity.draft },
  { title: l10n.t('release'), value: ({ severity }) => severity.release },
  { title: l10n.t('fixable'), value: (rule) => (isFixable(rule) ? l10n.t('yes') : l10n.t('no')) },
  { title: l10n.t('title'), value: ({ title }) => title },
];

/** The rules for `rules --format json`. */
export function ruleRows(rules: readonly Rule[]): RuleRow[] {
  return rules.map((rule) => ({
    code: rule.code,
    severity: { draft: rule.severity.draft, release: rule.severity.release },
    fixable: isFixable(rule),
    standard: rule.standard.name,
  }));
}

/** All rules by group, for people. */
export function formatRules(color: boolean): string {
  const groups = RULE_GROUPS.filter(({ rules }) => rules.length > 0);
  // One table for all groups, so that their columns are aligned.
  const [head, ...lines] = formatTable(
    COLUMNS,
    groups.flatMap(({ rules }) => rules),
    color,
  ).split('\n');
  return groups
    .map(({ title, description, rules }) =>
      [`${title}. ${description}`, head, ...lines.splice(0, rules.length), ''].join('\n'),
    )
    .join('\n');
}

/** The explanation of a rule, for people. */
export function formatRule(rule: Rule, color: boolean): string {
  return explainRule(rule, (text) => (color ? `\x1b[1m${text}\x1b[0m` : text));
}
