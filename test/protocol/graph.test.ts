/** What the graph and the timeline ask for, over stdio. */
import { afterEach, expect, test } from 'vitest';
import type { PictureRequests } from '../../server/src/protocol/pictures.ts';
import { type Client, PULL_CAPABILITIES, startClient } from './client.ts';

const FILES = {
  'entities.yaml': `entities:
  - { id: port, type: org, name: Port Authority }
  - { id: guild, type: org, name: Harbour Guild, part_of: port }
`,
  'sources.yaml': `references:
  - { id: tass-1, title: Ferries, container-title: TASS, issued: 2021-09-06 }
`,
  'north/closed.brief':
    'The Harbour Guild met on 3 May 2021 (TASS, September 6, 2021).\r\n\r\nÜber 🛰️ the Harbour Guild.\r\n',
};
const OPEN = 'The Port Authority and the Harbour Guild agreed ([TASS](src:tass-1)).\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const ask = <Method extends keyof PictureRequests>(method: Method, params: PictureRequests[Method]['params']) =>
  client.request<PictureRequests[Method]['result']>(method, params);

async function start(): Promise<void> {
  client = await startClient({ files: FILES, capabilities: PULL_CAPABILITIES });
  client.open('a.brief', OPEN);
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
}

test('the graph of open and closed briefs, and the mentions behind it', async () => {
  await start();
  const graph = await ask('briefmark/graph', { rangeKind: 'workspace', proximity: 'paragraph' });
  expect(graph.nodes.map(({ name, mentions, briefs }) => [name, mentions, briefs])).toEqual([
    ['Harbour Guild', 3, 2],
    ['Port Authority', 1, 1],
  ]);
  expect(graph.edges).toEqual([
    { a: 0, b: 1, kind: 'part-of', count: 1 },
    { a: 0, b: 1, kind: 'together', count: 1 },
  ]);
  expect(graph).toMatchObject({ entities: 2, pairs: 1, briefs: 2, isIndexed: true });

  const { id, uri } = graph.nodes[0]!;
  const { rows, total } = await ask('briefmark/mentions', { rangeKind: 'workspace', entity: { id, uri } });
  expect(total).toBe(3);
  expect(rows.map(({ brief, location: { range } }) => [brief, range.start.line, range.start.character])).toEqual([
    ['a.brief', 0, 27],
    ['closed.brief', 0, 4],
    ['closed.brief', 2, 13],
  ]);
});

test('the timeline of a folder', async () => {
  await start();
  const { items } = await ask('briefmark/timeline', { rangeKind: 'folder', uri: client.uri('north/closed.brief') });
  expect(items.map(({ kind, title, locations }) => [kind, title, locations[0]!.range.start.character])).toEqual([
    ['event', 'The Harbour Guild met on 3 May 2021 (TASS, September 6, 2021).', 25],
    ['report', 'Ferries', 37],
  ]);
});

test('nonsense is answered with nothing', async () => {
  await start();
  const nothing = { rangeKind: 'elsewhere', uri: 7 } as unknown as { rangeKind: 'brief' };
  expect(await ask('briefmark/graph', { ...nothing, proximity: 'paragraph' })).toMatchObject({ nodes: [], edges: [] });
  expect(await ask('briefmark/timeline', nothing)).toMatchObject({ items: [] });
});
