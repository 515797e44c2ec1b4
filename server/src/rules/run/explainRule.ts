/** A rule in words: what it finds, its standard, its reason and its examples. */

import * as l10n from '@vscode/l10n';
import type { Example, Rule } from '../engine/rule.ts';
import { rationaleOf } from './rulesPage.ts';

/** The explanation of a rule, for people. `strong` sets its headings apart. */
export function explainRule(rule: Rule, strong: (text: string) => string): string {
  const { draft, release } = rule.severity;
  const severity = isFixable(rule)
    ? l10n.t('draft {0}, release {1}; with a fix', draft, release)
    : l10n.t('draft {0}, release {1}; no fix', draft, release);
  return [
    `${strong(rule.code)}: ${rule.title}`,
    '',
    `${strong(l10n.t('Severity'))}  ${severity}`,
    `${strong(l10n.t('Standard'))}  ${rule.standard.name}: ${rule.standard.requirement.replace(/\s+/g, ' ').trim()}`,
    '',
    rationaleOf(rule),
    '',
    strong(l10n.t('Found:')),
    '',
    ...formatExample(rule.bad),
    ...(rule.fixed ? [strong(l10n.t('After the first fix:')), '', ...formatExample(rule.fixed)] : []),
    strong(l10n.t('Not found:')),
    '',
    ...formatExample(rule.good),
  ].join('\n');
}

function formatExample({ brief, registry }: Partial<Example>): string[] {
  const indented = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`));
  const and = brief !== undefined && registry !== undefined ? [l10n.t('with the registry'), ''] : [];
  return [brief, registry].flatMap((text, index) =>
    text === undefined ? [] : [...(index === 1 ? and : []), ...indented(text), ''],
  );
}

/** Whether a finding of the rule can be fixed. */
export function isFixable(rule: Rule): boolean {
  return rule.fixes !== undefined;
}
