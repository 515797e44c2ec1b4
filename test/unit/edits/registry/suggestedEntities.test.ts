import { expect, test } from 'vitest';
import { createEntityEntries } from '../../../../server/src/edits/registry/suggestedEntities.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

function scopeOf(yaml: string) {
  const workspace = createWorkspace();
  workspace.putRegistry('r', readRegistry(yaml));
  return workspace.scopeOf('b');
}

test('names and aliases that an entity or an earlier entry has are left out', () => {
  const scope = scopeOf('entities:\n  - { id: harbor-union, type: org, name: Harbor Union, aliases: [HU] }\n');
  const names = [
    { name: 'Harbor Union', type: 'org', aliases: [] },
    { name: 'Port Fund', type: 'org', aliases: ['PF', 'HU'] },
    { name: 'PF', type: 'place', aliases: [] },
  ];
  expect(createEntityEntries(names, scope)).toEqual([
    { id: 'port-fund', type: 'org', name: 'Port Fund', aliases: ['PF'] },
  ]);
});

test('ids are those of the tags, and never taken twice', () => {
  const scope = scopeOf('entities:\n  - { id: lamu, type: group, name: Lamu Front }\n');
  const names = [
    { name: 'Lamu', type: 'place', aliases: [] },
    { id: 'lamu-2', name: 'Lamu Port', type: 'place', aliases: [] },
  ];
  expect(createEntityEntries(names, scope).map(({ id }) => id)).toEqual(['lamu-3', 'lamu-2']);
});
