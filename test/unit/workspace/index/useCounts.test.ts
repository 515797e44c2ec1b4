import { expect, test } from 'vitest';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

test('a count that was canceled holds up no other', async () => {
  const workspace = createWorkspace();
  workspace.putRegistry('file:///r.yaml', readRegistry('entities:\n  - { id: a, type: group, name: Alpha }\n'));
  for (const name of ['1', '2', '3'])
    workspace.putBrief(`file:///${name}.brief`, readBrief('Alpha and Beta and Alpha.\n'), false);
  let left = 2;
  const canceled = workspace.countAllUses(() => (left-- > 0 ? undefined : Promise.reject(new Error('gone'))));
  const other = workspace.countAllUses(() => undefined);
  await expect(canceled).rejects.toThrow('gone');
  expect((await other)('entity', 'a', 'file:///r.yaml')).toEqual({ uses: 6, briefs: 3 });
});
