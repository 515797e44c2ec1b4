import { expect } from 'vitest';
import { addEntries } from '../../../../server/src/edits/registry/addEntries.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../../../server/src/rules/engine/settings.ts';
import { fixesOf } from '../../../../server/src/rules/run/fixes.ts';
import { checkBrief } from '../../../../server/src/rules/run/runRules.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { briefText, testProperty } from '../../support/arbitraries.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';
import { apply } from '../../support/world.ts';

const REGISTRIES = `--- entities.yaml
entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS] }
  - { id: tass, type: media, name: TASS }
--- sources.yaml
references:
  - { id: tass-1, title: One, container-title: TASS, issued: 2021-05-03 }
  - { id: tass-2, title: Two, container-title: TASS, issued: 2021-05-03 }
  - { id: ap-1, container-title: AP, issued: 2021-09-22 }
  - { id: odd, container-title: "(A; B", issued: 2021-08-25 }
`;

const { files: registries } = parseFixture(REGISTRIES);
const uri = 'file:///main.brief';

/** The brief with its findings, and every fix of each. */
function fixesIn(text: string) {
  const workspace = workspaceOf({ files: [...registries, { name: 'main.brief', uri, text, marks: [] }] });
  const brief = workspace.brief(uri)!;
  const scope = workspace.scopeOf(uri);
  const sources = registries[1]!;
  const findings = checkBrief(uri, brief, scope);
  const context = {
    uri,
    text,
    version: 1,
    brief,
    scope,
    workspace,
    settings: DEFAULT_CHECK_SETTINGS,
    addEntries: (kind: 'source' | 'entity' | 'type', entries: readonly Readonly<Record<string, string>>[]) => {
      const change = addEntries({ uri: sources.uri, text: sources.text }, kind, entries);
      return change && { fileName: 'sources.yaml', change };
    },
    addAlias: () => undefined,
  };
  return { brief, scope, findings: findings.map((finding) => ({ finding, fixes: fixesOf(finding, context) })) };
}

/** The brief after the changes that are made in it. */
function applyHere(text: string, changes: NonNullable<ReturnType<typeof fixesOf>[number]['changes']>): string {
  return apply(
    text,
    changes.flatMap((change) => (change.uri === uri && 'span' in change ? [change] : [])),
  );
}

testProperty(
  'the changes of every fix are in range and do not overlap; each has a title; at most one is preferred',
  briefText(),
  (text) => {
    for (const { fixes } of fixesIn(text).findings) {
      for (const { title, changes, command } of fixes) {
        expect(title).not.toBe('');
        expect(changes !== undefined || command !== undefined).toBe(true);
        applyHere(text, changes ?? []);
      }
      expect(fixes.filter(({ isPreferred }) => isPreferred).length).toBeLessThanOrEqual(1);
      expect(new Set(fixes.map(({ title }) => title)).size).toBe(fixes.length);
    }
  },
);

testProperty('ignoring a finding leaves fewer of its kind', briefText(), (text) => {
  const { findings, scope } = fixesIn(text);
  for (const { finding, fixes } of findings) {
    const ignore = fixes.find(({ title }) => title === `Ignore ${finding.code} here`);
    if (!ignore) continue;
    const after = checkBrief(uri, readBrief(applyHere(text, ignore.changes!)), scope);
    const count = (codes: readonly { code: string }[]) => codes.filter(({ code }) => code === finding.code).length;
    expect(count(after)).toBeLessThan(count(findings.map((one) => one.finding)));
  }
});

testProperty('a corrected citation is not malformed', briefText(), (text) => {
  const { findings, scope } = fixesIn(text);
  const malformed = findings.filter(({ finding }) => finding.code === 'malformed-citation');
  const changes = malformed.flatMap(({ fixes }) => fixes.find(({ isPreferred }) => isPreferred)?.changes ?? []);
  const after = checkBrief(uri, readBrief(applyHere(text, changes)), scope);
  expect(after.filter(({ code }) => code === 'malformed-citation')).toEqual([]);
});

testProperty('an inserted source is no longer missing', briefText(), (text) => {
  const { findings, scope } = fixesIn(text);
  for (const { finding, fixes } of findings.filter((one) => one.finding.code === 'missing-source')) {
    for (const { title, changes } of fixes) {
      if (!title.startsWith('Put') || !changes) continue;
      const after = checkBrief(uri, readBrief(applyHere(text, changes)), scope);
      const missing = after.filter(({ code }) => code === 'missing-source');
      expect(missing.length, title).toBeLessThan(findings.filter((one) => one.finding.code === finding.code).length);
    }
  }
});
