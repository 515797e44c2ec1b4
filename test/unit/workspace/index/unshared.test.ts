import { expect, test } from 'vitest';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

const [A, B, BRIEF] = ['file:///a.yaml', 'file:///b.yaml', 'file:///c.brief'];
const registry = (id: string) => readRegistry(`entities:\n  - { id: ${id}, type: group, name: ${id.toUpperCase()} }\n`);

test('a registry that is not shared defines for itself only, with what the others define', () => {
  const workspace = createWorkspace();
  workspace.putRegistry(A, registry('a'));
  workspace.putRegistry(B, registry('b'), false);
  const ids = (uri: string) => [...workspace.scopeOf(uri).entities.keys()];
  expect([ids(BRIEF), ids(A), ids(B)]).toEqual([['a'], ['a'], ['a', 'b']]);
  // The same object as long as nothing changes, so that what depends on it is not computed again.
  expect(workspace.scopeOf(B)).toBe(workspace.scopeOf(B));
  workspace.putRegistry(B, registry('b'));
  expect(ids(BRIEF)).toEqual(['a', 'b']);
  workspace.putRegistry(B, registry('b'), false);
  workspace.remove(B);
  expect(ids(B)).toEqual(['a']);
});

test('briefs are listed in the order of their names, whichever was read first', () => {
  const workspace = createWorkspace();
  for (const name of ['c', 'a', 'b']) workspace.putBrief(name, readBrief('A.'), name === 'a');
  const names = () => [...workspace.briefs()].map(({ uri }) => uri);
  expect(names()).toEqual(['a', 'b', 'c']);
  workspace.remove('b');
  workspace.putBrief('aa', readBrief('A.'), false);
  expect(names()).toEqual(['a', 'aa', 'c']);
});
