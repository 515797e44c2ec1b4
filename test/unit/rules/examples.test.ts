/** Everything a rule says of itself is run: its examples, its levels, its first fix, the ways to silence it. */
import { describe, expect, test } from 'vitest';
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

  test('finds its bad example and not its good one', () => {
    expect(codesIn(bad, options)).toEqual([code]);
    expect(codesIn(good, exampleOptions(rule, good))).toEqual([]);
  });

  test('is as bad as its profile says, or as the settings say', () => {
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

  test('can be silenced for the whole file, and by "Ignore" at its place', async () => {
    const [{ uri, span }] = findingsInExample(bad, options) as [ReturnType<typeof findingsInExample>[number]];
    const silenced =
      uri === BRIEF
        ? { ...bad, brief: `${bad.brief}\n<!-- brief-ignore-file ${code} -->\n` }
        : { ...bad, registry: `${bad.registry}# brief-ignore-file ${code}\n` };
    expect(codesIn(silenced, options)).toEqual([]);
    const scene = await createScene(fixtureOf(bad), options);
    const ignore = actionsAt(scene.open(uri), span, ['quickfix'], scene.targets, scene.context).at(-1)!;
    expect(ignore.title).toMatch(/^Ignore /);
    const after = applyChangesTo(scene, ignore.changes!);
    expect(codesIn({ ...bad, brief: after.get(BRIEF)!, registry: after.get(REGISTRY)! }, options)).toEqual([]);
  });

  test('its first fix does what its page shows', async () => {
    const [{ uri, span }] = findingsInExample(bad, options) as [ReturnType<typeof findingsInExample>[number]];
    const scene = await createScene(fixtureOf(bad), options);
    const actions = actionsAt(scene.open(uri), span, ['quickfix'], scene.targets, scene.context);
    const fix = actions.find(({ changes, title }) => changes && !title.startsWith('Ignore'));
    const after = fix && applyChangesTo(scene, fix.changes!);
    const changed = { brief: after?.get(BRIEF), registry: after?.get(REGISTRY) };
    const shown = Object.entries(changed).filter(([file, text]) => text !== bad[file as keyof typeof changed]);
    expect(fix && Object.fromEntries(shown)).toEqual(fixed);
  });
});

test('codes are kebab-case, unique, and each has a place on the page', () => {
  const codes = RULES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(rulesPage()).toContain(`\n## ${code}\n`);
  }
});
