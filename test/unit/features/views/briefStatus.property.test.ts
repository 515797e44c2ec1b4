import fc from 'fast-check';
import { expect } from 'vitest';
import { briefStatus, sourcingStatusOf } from '../../../../server/src/features/views/briefStatus.ts';
import { checkBrief } from '../../../../server/src/rules/run/runRules.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { briefText, testAsyncProperty } from '../../support/arbitraries.ts';
import { createContext } from '../../support/world.ts';

const REGISTRY = readRegistry('references:\n  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }\n');
const uri = 'file:///a.brief';

testAsyncProperty(
  'for any text, the status of a brief, open or closed, counts the findings of the two rules',
  briefText(),
  fc.constantFrom(
    '',
    '---\nignore: [missing-source]\n---\n\n',
    '---\n# brief-ignore-file unknown-source\nprofile: release\n---\n',
  ),
  fc.constantFrom({}, { rules: { 'unknown-source': { draft: 'off' as const } } }),
  async (text, frontMatter, settings) => {
    const brief = readBrief(frontMatter + text);
    const workspace = createWorkspace();
    workspace.putRegistry('file:///sources.yaml', REGISTRY);
    workspace.putBrief(uri, brief, true);
    const context = createContext({
      files: [{ name: 'a.brief', uri, text: brief.text, marks: [] }],
      workspace,
      settings,
    });
    const revision = context.revisionOf(uri);
    const findings = checkBrief(uri, brief, revision.scope, revision.checks);
    const startsOf = (code: string) => findings.filter((one) => one.code === code).map(({ span }) => span.start);
    const [missing, unknown] = [startsOf('missing-source'), startsOf('unknown-source')];

    expect(await briefStatus(uri, context)).toMatchObject({ missing: missing.length, unknown: unknown.length });
    for (const isOpen of [true, false]) {
      workspace.putBrief(uri, brief, isOpen);
      const status = sourcingStatusOf(uri, workspace.factsOf(uri)!, context.revisionOf(uri));
      expect(status.missing.map(({ at, value }) => at + value.span.start)).toEqual(missing);
      expect(status.unknown.map(({ at, value }) => at + value.span.start)).toEqual(unknown);
    }
  },
);
