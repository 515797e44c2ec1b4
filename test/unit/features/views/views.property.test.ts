import { expect, test } from 'vitest';
import { childrenOf, workspaceOverview } from '../../../../server/src/features/views/index.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { createContext } from '../../support/world.ts';
import { contextOf } from './support.ts';

test('closed briefs count like open ones; only the first rows are built; ids are stable', async () => {
  const workspace = createWorkspace();
  workspace.putRegistry('file:///sources.yaml', readRegistry('references: []\n'));
  const files = Array.from({ length: 1_300 }, (_, index) => {
    const name = `b${index}.brief`;
    return { name, uri: `file:///${name}`, text: 'It left (, May 2).\n', marks: [] };
  });
  for (const { uri, text } of files) workspace.putBrief(uri, readBrief(text), false);
  const context = createContext({ files, workspace });
  const first = await childrenOf({ view: 'briefs', limit: 1_000, order: 'name' }, context);
  expect([first.total, first.nodes.length]).toEqual([1_300, 1_000]);
  expect(first.nodes.slice(0, 3).map(({ id }) => id)).toEqual([0, 1, 2].map((n) => `file:///b${n}.brief`));
  const missing = await childrenOf({ view: 'sources', limit: 10, parent: { kind: 'missing' } }, context);
  expect([missing.total, missing.nodes.length]).toEqual([1_300, 10]);
  workspace.putBrief('file:///b5.brief', readBrief('Now (TASS, May 2).\n'), true);
  expect(await workspaceOverview(context)).toMatchObject({ missing: 1_299, unknown: 1 });
  const all = await childrenOf({ view: 'sources', limit: 5_000, parent: { kind: 'missing' } }, context);
  expect(new Set(all.nodes.map(({ id }) => id)).size).toBe(1_299);
});

test('long names are cut, and put on one line', async () => {
  const long = 'x'.repeat(1_000_000);
  const context = contextOf(`--- entities.yaml\nentities: [{ id: a, type: group, name: "${long}" }]\n`);
  const [row] = (await childrenOf({ view: 'entities', limit: 5, parent: { kind: 'type', id: 'group' } }, context))
    .nodes;
  expect(JSON.stringify(row).length).toBeLessThan(600);
});
