/** Runs everything a rule declares: its examples, its severities, its first fix, and the ways to silence it. */
import { describe, expect, test } from 'vitest';
import { lazy } from '../../../server/src/base/memo/lazy.ts';
import { actionsAt } from '../../../server/src/features/codeActions/codeActions.ts';
import type { Example } from '../../../server/src/rules/engine/rule.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { rulesPage } from '../../../server/src/rules/run/rulesPage.ts';
import { applyChangesTo, createScene } from '../support/actions.ts';
import { exampleOptions, findingsInExample, fixtureOf } from '../support/examples.ts';
import type { FixtureOptions } from '../support/fixture.ts';

const BRIEF = 'file:///main.brief';
const REGISTRY = 'file:///sources.yaml';

const codesIn = (example: Example, options: FixtureOptions) =>
  findingsInExample(example, options).map(({ code }) => code);

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const { bad, good, fixed, severity } = rule;
  const options = exampleOptions(rule, bad);
  const findBad = lazy(() => findingsInExample(bad, options));
  const scene = lazy(() => createScene(fixtureOf(bad), options));
  /** The quick fixes of the finding in the bad example. */
  async function fixesOfBad() {
    const { open, targets, context } = await scene();
    const { uri, span } = findBad()[0]!;
    return actionsAt(open(uri), span, ['quickfix'], targets, context);
  }

  test('finds its bad example and not its good one', () => {
    expect(findBad().map((finding) => finding.code)).toEqual([code]);
    expect(codesIn(good, exampleOptions(rule, good))).toEqual([]);
  });

  test('has the severity of its profile, or the one of the settings', () => {
    const levels = (settings: FixtureOptions['settings']) =>
      findingsInExample(bad, { settings: { ...bad.settings, ...settings }, isComplete: true }).flatMap((finding) =>
        finding.code === code ? finding.severity : [],
      );
    const expected = (level: string) => (level === 'off' ? [] : [level]);
    expect(levels({ profile: 'draft' })).toEqual(expected(severity.draft));
    expect(levels({ profile: 'release' })).toEqual(expected(severity.release));
    expect(levels({ rules: { [code]: 'off' } })).toEqual([]);
    expect(levels({ rules: { [code]: { draft: 'error' } } })).toEqual(['error']);
  });

  test('can be silenced for the whole file, and by “Ignore” at the finding', async () => {
    const silenced =
      findBad()[0]!.uri === BRIEF
        ? { ...bad, brief: `${bad.brief}\n<!-- brief-ignore-file ${code} -->\n` }
        : { ...bad, registry: `${bad.registry}# brief-ignore-file ${code}\n` };
    expect(codesIn(silenced, options)).toEqual([]);
    const ignore = (await fixesOfBad()).at(-1)!;
    expect(ignore.title).toMatch(/^Ignore /);
    const after = applyChangesTo(await scene(), ignore.changes!);
    expect(codesIn({ ...bad, brief: after.get(BRIEF)!, registry: after.get(REGISTRY)! }, options)).toEqual([]);
  });

  test('its first fix does what its page shows', async () => {
    const fix = (await fixesOfBad()).find(({ changes, title }) => changes && !title.startsWith('Ignore'));
    const after = fix && applyChangesTo(await scene(), fix.changes!);
    const changed = { brief: after?.get(BRIEF), registry: after?.get(REGISTRY) };
    const shown = Object.entries(changed).filter(([file, text]) => text !== bad[file as keyof typeof changed]);
    expect(fix && Object.fromEntries(shown)).toEqual(fixed);
  });
});

test('codes are kebab-case, unique, and each has a section on the page', () => {
  const codes = RULES.map(({ code }) => code);
  const page = rulesPage();
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(page).toContain(`\n## ${code}\n`);
  }
});

test('the page links to the public standards', () => {
  const page = rulesPage();
  const urls = RULES.flatMap(({ standard: { url } }) => url ?? []);
  expect(urls.length).toBeGreaterThan(0);
  for (const url of urls) {
    expect(url).toMatch(/^https:/);
    expect(page).toContain(`](${url})`);
  }
});
