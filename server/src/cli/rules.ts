/** `briefmark rules`: which rules there are, and what each is about. */
import { RULE_GROUPS } from '../rules/index.ts';
import { reasonOf } from '../rules/page.ts';
import type { Example, Rule } from '../rules/rule.ts';
import type { Profile } from '../rules/settings.ts';
import { type Column, formatTable } from './table.ts';

/** One rule of `rules --format json`. */
export interface RuleRow {
  readonly code: string;
  readonly severity: Rule['severity'];
  readonly fixable: boolean;
  /** The name of the standard it follows. */
  readonly standard: string;
}

const COLUMNS: readonly Column<Rule>[] = [
  { title: 'code', value: ({ code }) => code },
  { title: 'draft', value: ({ severity }) => severity.draft },
  { title: 'release', value: ({ severity }) => severity.release },
  { title: 'fixable', value: (rule) => (isFixable(rule) ? 'yes' : 'no') },
  { title: 'title', value: ({ title }) => title },
];

/** Rules as programs read them. */
export function ruleRows(rules: readonly Rule[]): RuleRow[] {
  return rules.map((rule) => ({
    code: rule.code,
    severity: { draft: rule.severity.draft, release: rule.severity.release },
    fixable: isFixable(rule),
    standard: rule.standard.name,
  }));
}

/** All rules in their groups, for people. */
export function listRules(color: boolean): string {
  const groups = RULE_GROUPS.filter(({ rules }) => rules.length > 0);
  // One table, so that the columns of all groups stand under each other.
  const [head, ...lines] = formatTable(
    COLUMNS,
    groups.flatMap(({ rules }) => rules),
    color,
  ).split('\n');
  return groups
    .map(({ title, about, rules }) => [`${title}. ${about}`, head, ...lines.splice(0, rules.length), ''].join('\n'))
    .join('\n');
}

/** What a rule is about, for people. */
export function explainRule(rule: Rule, color: boolean): string {
  const strong = (text: string) => (color ? `\x1b[1m${text}\x1b[0m` : text);
  const level = (profile: Profile) => `${profile} ${rule.severity[profile]}`;
  return [
    `${strong(rule.code)}: ${rule.title}`,
    '',
    `${strong('Severity')}  ${level('draft')}, ${level('release')}; ${isFixable(rule) ? 'with a fix' : 'no fix'}`,
    `${strong('Standard')}  ${rule.standard.name}: ${rule.standard.says.replace(/\s+/g, ' ').trim()}`,
    '',
    reasonOf(rule),
    '',
    strong('Found:'),
    '',
    ...showExample(rule.bad),
    ...(rule.fixed ? [strong('After the first fix:'), '', ...showExample(rule.fixed)] : []),
    strong('Not found:'),
    '',
    ...showExample(rule.good),
  ].join('\n');
}

function showExample({ brief, registry }: Partial<Example>): string[] {
  const indented = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`));
  const and = brief !== undefined && registry !== undefined ? ['with the registry', ''] : [];
  return [brief, registry].flatMap((text, index) =>
    text === undefined ? [] : [...(index === 1 ? and : []), ...indented(text), ''],
  );
}

function isFixable(rule: Rule): boolean {
  return rule.fixes !== undefined;
}
