import { expect, test } from 'vitest';
import { parseOverrides } from '../../../server/src/cli/overrides.ts';
import { formatRule, formatRules, ruleRows } from '../../../server/src/cli/rules.ts';
import { RULE_GROUPS, RULES } from '../../../server/src/rules/index.ts';

test('all rules, by group', () => {
  const lines = formatRules(false).split('\n');
  for (const { code, title } of RULES) {
    expect(
      lines.filter((line) => line.startsWith(`${code} `) && line.endsWith(title)),
      code,
    ).toHaveLength(1);
  }
  const titles = RULE_GROUPS.filter(({ rules }) => rules.length > 0).map(
    ({ title, description }) => `${title}. ${description}`,
  );
  expect(lines.filter((line) => titles.includes(line))).toEqual(titles);
});

test('every rule has an explanation', () => {
  for (const rule of RULES) {
    const text = formatRule(rule, false);
    expect(text.startsWith(`${rule.code}: ${rule.title}\n`)).toBe(true);
    expect(text).toContain(`draft ${rule.severity.draft}, release ${rule.severity.release}`);
    expect(text).toContain(rule.standard.name);
    expect(text).toContain(`    ${rule.bad.brief.split('\n')[0]}`.trimEnd());
  }
});

test('all rules as JSON rows', () => {
  const missing = RULES.filter(({ code }) => code === 'missing-source');
  expect(ruleRows(missing)).toEqual([
    {
      code: 'missing-source',
      severity: { draft: 'error', release: 'error' },
      fixable: true,
      standard: missing[0]!.standard.name,
    },
  ]);
});

const options = (given: Record<string, string[]>) => parseOverrides((name) => given[name] ?? []);

test('--profile and --rule become settings', () => {
  expect(options({})).toEqual({ rules: {} });
  expect(options({ profile: ['draft', 'release'], rule: ['missing-source=hint', 'unknown-source = off'] })).toEqual({
    forcedProfile: 'release',
    rules: { 'missing-source': 'hint', 'unknown-source': 'off' },
  });
});

test.each([
  ['missing-sourc=off', 'There is no rule “missing-sourc”. Did you mean “missing-source”?'],
  ['=off', 'There is no rule “”.'],
  ['missing-source=warn', 'Unknown severity “warn” for missing-source. Use one of error,'],
  ['missing-source=', 'Unknown severity “” for missing-source.'],
  ['off', 'The option --rule needs a rule and a severity: --rule off=error|warning'],
])('--rule %s is refused', (rule, message) => {
  expect(() => options({ rule: [rule] })).toThrow(message);
});
