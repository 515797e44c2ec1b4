/** The trees of the side bar: pages of rows, and what is shown without a server. */
import { beforeEach, expect, test } from 'vitest';
import { createTree } from '../../../../client/src/views/tree';
import type { ChildrenParams, ViewNode } from '../../../../server/src/protocol/views.ts';
import { editor, resetEditor } from '../support/vscode.ts';

beforeEach(resetEditor);

const typeNode = (index: number): ViewNode => ({
  kind: 'type',
  id: `t${index}`,
  builtIn: '',
  name: `T${index}`,
  count: 1,
});

/** A tree of a server that has so many rows, and answers while `isRunning`. */
function openTree(total: number) {
  const server = { isRunning: true, requests: [] as ChildrenParams[] };
  const request = async (_method: string, params: ChildrenParams) => {
    if (!server.isRunning) throw new Error('not running');
    server.requests.push(params);
    return { nodes: Array.from({ length: Math.min(total, params.limit) }, (_, index) => typeNode(index)), total };
  };
  createTree('entities', { request, onDidChange: () => undefined } as never, () => ({ filter: 'a' }));
  const provider = editor.treeProviders.get('briefmark.entities')!;
  const labels = async () => (await provider.getChildren()).map((row) => provider.getTreeItem(row).label);
  return { server, provider, labels };
}

test('the rows beyond a page are one row that shows more', async () => {
  const { server, provider, labels } = openTree(1_500);
  const rows = await provider.getChildren();
  expect(rows).toHaveLength(1_001);
  expect(provider.getTreeItem(rows.at(-1))).toMatchObject({
    label: '… and 500 more',
    tooltip: 'Show the next 1,000',
    command: { command: 'briefmark.views.showMore' },
  });
  (rows.at(-1) as { showMore(): void }).showMore();
  expect(await labels()).toHaveLength(1_500);
  expect(server.requests.map(({ limit }) => limit)).toEqual([1_000, 2_000]);
  expect(server.requests[0]).toMatchObject({ view: 'entities', filter: 'a' });
});

test('without a server, the last rows stay', async () => {
  const { server, labels } = openTree(2);
  expect(await labels()).toEqual(['T0', 'T1']);
  server.isRunning = false;
  expect(await labels()).toEqual(['T0', 'T1']);
});
