import { expect, test } from 'vitest';
import { RULES } from '../../../server/src/rules/index.ts';
import { rulesPage } from '../../../server/src/rules/page.ts';
import type { Example } from '../../../server/src/rules/rule.ts';
import { findingsIn } from '../support/fixture.ts';

function codes({ brief, registry }: Example): string[] {
  const files = `--- main.brief\n${brief}${registry === undefined ? '' : `--- sources.yaml\n${registry}`}`;
  return findingsIn(files).map(({ code }) => code);
}

test.each(RULES.map((rule) => [rule.code, rule] as const))(
  '%s finds its bad example and not its good one',
  (code, { bad, good }) => {
    expect(codes(bad)).toEqual([code]);
    expect(codes(good)).toEqual([]);
  },
);

test('codes are kebab-case, unique, and each has a place on the page', () => {
  const all = RULES.map(({ code }) => code);
  expect(new Set(all).size).toBe(all.length);
  for (const code of all) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(rulesPage()).toContain(`\n## ${code}\n`);
  }
});
