import { expect, test } from 'vitest';
import { toMarkdown, toPlainText } from '../../../../server/src/features/hover/card.ts';
import { hoverFeature } from '../../../../server/src/features/hover/hover.ts';
import { ruleCard, ruleCardAt } from '../../../../server/src/features/hover/ruleCard.ts';
import type { CheckSettings } from '../../../../server/src/rules/engine/settings.ts';
import { RULES } from '../../../../server/src/rules/index.ts';
import { ruleByCode } from '../../../../server/src/rules/run/ruleLookup.ts';
import { rationaleOf } from '../../../../server/src/rules/run/rulesPage.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { createScene } from '../../support/actions.ts';
import { revisionsIn } from '../../support/revisions.ts';
import { parseWithCursor } from '../../support/world.ts';

const PAGE = 'file:///pages/rules%20here.md';

function cardAt(fixture: string, settings: Partial<CheckSettings> = {}): string | undefined {
  const { uri, file, files, offset, workspace } = parseWithCursor(fixture);
  const context = {
    revisionOf: revisionsIn(workspace, settings),
    ruleUrl: (code: string) => `${PAGE}#${code}`,
  };
  const card = ruleCardAt(uri, file, offset, context);
  const { text } = files.find((one) => one.uri === uri)!;
  return card && `[${text.slice(card.span.start, card.span.end)}]\n${toPlainText(card.lines)}`;
}

test('in an ignore comment: what the rule is, how bad, by which standard, why, and where to read more', () => {
  const card = cardAt('Kabul fell.\n\n<!-- brief-ignore missing-|source -->\nTalks were held (, May 3).')!.split('\n');
  expect(card.slice(0, 4)).toEqual([
    '[missing-source]',
    'missing-source (rule)',
    RULES.find(({ code }) => code === 'missing-source')!.title,
    'Severity: error in drafts, error in releases',
  ]);
  expect(card[4]).toBe('Here: error, checked as a draft');
  expect(card.at(-1)).toBe(`Rules page: ${PAGE}#missing-source`);
});

test('the level in force is that of the profile and the settings', () => {
  const brief = (profile: string) => `---\nprofile: ${profile}\nignore: [malformed-|citation]\n---\n\nKabul fell.`;
  expect(cardAt(brief('draft'))).toContain('[malformed-citation]');
  expect(cardAt(brief('draft'))).toContain('Here: information, checked as a draft');
  expect(cardAt(brief('release'))).toContain('Here: warning, checked as a release');
  expect(cardAt(brief('release'), { forcedProfile: 'draft' })).toContain('Here: information, checked as a draft');
  const rules = { 'malformed-citation': { release: 'off' } } as const;
  expect(cardAt(brief('release'), { rules })).toContain('Here: off, checked as a release');
});

test('in registries, and in comments of front matter', () => {
  const registry = '--- sources.yaml\nreferences:\n  # brief-ignore |duplicate-id\n  - { id: a }\n';
  expect(cardAt(registry, { profile: 'release' })).toContain('Here: error, checked as a release');
  expect(cardAt('---\n# brief-ignore-file duplicate-id|\ndate: 2021-09-24\n---\n')).toContain('duplicate-id (rule)');
});

test('a code that no rule has, and what was meant', () => {
  expect(cardAt('<!-- brief-ignore missing-sorce| -->\nKabul fell.')).toBe(
    '[missing-sorce]\nThere is no rule “missing-sorce”. Did you mean “missing-source”?',
  );
  expect(cardAt('---\nignore: |nonsense\n---\n')).toContain('There is no rule “nonsense”');
});

test('no card beside codes, or on words that give a reason', () => {
  expect(cardAt('<!-- brief-|ignore missing-source -->\nKabul fell.')).toBeUndefined();
  expect(cardAt('<!-- brief-ignore missing-source as |agreed -->\nKabul fell.')).toBeUndefined();
  expect(cardAt('The rule missing-|source is strict.')).toBeUndefined();
  expect(cardAt('<!-- see missing-|source -->\nKabul fell.')).toBeUndefined();
  expect(cardAt('|')).toBeUndefined();
});

test('no line of any card is cut, and the page is a link', () => {
  const context = { revisionOf: revisionsIn(createWorkspace()), ruleUrl: () => PAGE };
  for (const { code } of RULES) {
    const lines = ruleCard(code, 'file:///a.brief', undefined, context);
    for (const line of toPlainText(lines).split('\n')) expect(line.length, `${code}: ${line}`).toBeLessThanOrEqual(400);
    expect(toPlainText(lines).replace(/\s+/g, ' ')).toContain(rationaleOf(ruleByCode(code)!));
    expect(toMarkdown(lines)).toContain(`[Rules page](<${PAGE}>)`);
  }
  expect(
    ruleCard('missing-source', 'file:///a.brief', undefined, { ...context, ruleUrl: () => undefined }),
  ).not.toContainEqual(expect.objectContaining({ kind: 'page' }));
});

test('hover shows it', async () => {
  const { context } = await createScene('<!-- brief-ignore missing-source -->\nKabul fell.');
  const position = { line: 0, character: 20 };
  const hover = await hoverFeature.answer({ textDocument: { uri: 'file:///main.brief' }, position }, context);
  expect(hover).toMatchObject({ range: { start: { character: 18 }, end: { character: 32 } } });
});
