import { expect, test } from 'vitest';
import { targetRegistryFor } from '../../../../server/src/edits/registry/targetRegistry.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

const SOURCES = 'references:\n  - id: a\n';
const ENTITIES = 'entities:\n  - { id: a, type: org, name: A }\n';

/** Checks the target of a new source for the brief `/w/in/a.brief`; `+` marks a new file. */
function checkHome(
  files: Readonly<Record<string, string>>,
  expected: string,
  brief = 'Prose.',
  folders = ['file:///w'],
) {
  const workspace = createWorkspace();
  const uri = 'file:///w/in/a.brief';
  workspace.putBrief(uri, readBrief(brief), true);
  for (const [name, text] of Object.entries(files)) workspace.putRegistry(`file:///${name}`, readRegistry(text));
  const home = targetRegistryFor('source', uri, workspace, folders);
  expect(home && `${home.exists ? '' : '+'}${home.uri.replace('file:///', '')}`).toBe(expected);
}

test('the nearest registry with sources: beside the brief, above it, anywhere', () => {
  const all = { 'w/in/x.sources.yaml': SOURCES, 'w/sources.yaml': SOURCES, 'w/other/sources.yaml': SOURCES };
  checkHome(all, 'w/in/x.sources.yaml');
  checkHome({ ...all, 'w/in/x.sources.yaml': ENTITIES }, 'w/sources.yaml');
  checkHome({ 'w/other/deep/sources.yaml': SOURCES, 'w/other/sources.yaml': SOURCES }, 'w/other/sources.yaml');
  checkHome({ 'w/in/entities.yaml': ENTITIES, 'w/in/below/sources.yaml': SOURCES }, 'w/in/below/sources.yaml');
});

test('a registry with an empty list of sources, or with the default name', () => {
  checkHome({ 'w/entities.yaml': ENTITIES, 'w/all.entities.yaml': 'references: []\n' }, 'w/all.entities.yaml');
  checkHome({ 'w/entities.yaml': ENTITIES, 'w/sources.yaml': '# none\n' }, 'w/sources.yaml');
});

test('a list in the front matter, without any registry file', () => {
  checkHome({ 'w/entities.yaml': ENTITIES }, 'w/in/a.brief', `---\nsources:\n  - id: a\n---\n`);
  checkHome({ 'w/sources.yaml': SOURCES }, 'w/sources.yaml', `---\nsources:\n  - id: a\n---\n`);
});

test('a new file beside the other registry, else beside the brief', () => {
  checkHome({ 'w/entities.yaml': ENTITIES }, '+w/sources.yaml');
  checkHome({}, '+w/in/sources.yaml');
});

test('for an unsaved brief: the first folder, or none', () => {
  const workspace = createWorkspace();
  workspace.putBrief('untitled:Untitled-1', readBrief(''), true);
  expect(targetRegistryFor('source', 'untitled:Untitled-1', workspace, ['file:///w/'])).toEqual({
    uri: 'file:///w/sources.yaml',
    exists: false,
  });
  expect(targetRegistryFor('source', 'untitled:Untitled-1', workspace, [])).toBeUndefined();
});
