import { afterEach, expect, test } from 'vitest';
import type { ChildrenParams, ChildrenResult, Overview, ViewNode } from '../../server/src/protocol/views.ts';
import { type Client, type ClientOptions, startClient } from './client.ts';

const FILES = {
  'a.brief': 'It left (, May 2).\n',
  'sub/b.brief': 'It stayed (TASS, May 3, 2021).\r\n\r\nJNIM left (RIA, May 4, 2021).\r\n',
  'entities.yaml': 'entities:\n  - { id: jnim, type: group, name: JNIM }\n',
  'sources.yaml': 'references:\n  - { id: tass-1, title: A report, container-title: TASS, issued: 2021-05-03 }\n',
};

let client: Client;
let changes = 0;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(options: ClientOptions = {}): Promise<void> {
  changes = 0;
  client = await startClient({ files: FILES, options: { views: true }, ...options });
  client.connection.onNotification('briefmark/viewsChanged', () => void changes++);
  await expect.poll(async () => (await overview()).isIndexed).toBe(true);
}

const overview = () => client.request<Overview>('briefmark/views/overview', {});

async function rows(params: Omit<ChildrenParams, 'limit'>): Promise<ViewNode[]> {
  const { nodes } = await client.request<ChildrenResult>('briefmark/views/children', { limit: 100, ...params });
  return [...nodes];
}

const nameOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);

const status = (name: string) => client.request('briefmark/status', { uri: client.uri(name) });

test('views hold what is closed, with its places', async () => {
  await start();
  expect(await overview()).toEqual({ briefs: 2, registries: 2, missing: 1, unknown: 1, isIndexed: true });
  const roots = await rows({ view: 'sources' });
  expect(roots.map(({ id }) => id)).toEqual(['missing', 'unknown', 'outlet name tass']);
  const [unknown] = await rows({ view: 'sources', parent: roots[1]!.key! });
  expect(unknown!.location).toEqual({
    uri: client.uri('sub/b.brief'),
    range: { start: { line: 2, character: 11 }, end: { line: 2, character: 27 } },
  });
  const [type] = await rows({ view: 'entities' });
  const [entity] = await rows({ view: 'entities', parent: type!.key! });
  const [uses] = await rows({ view: 'entities', parent: entity!.key! });
  const [use] = await rows({ view: 'entities', parent: uses!.key! });
  expect(use).toMatchObject({ kind: 'use', excerpt: 'JNIM left (RIA, May 4, 2021).', highlight: [0, 4] });
  expect(await client.request('briefmark/views/children', { view: 'briefs', limit: 1 })).toMatchObject({ total: 2 });
});

test('edits and files are told of after a pause, once', async () => {
  await start();
  await expect.poll(() => changes).toBeGreaterThan(0);
  client.open('a.brief', FILES['a.brief']);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = changes;
  for (const text of ['T', 'A', 'S', 'S']) {
    const at = { line: 0, character: 9 + 'TASS'.indexOf(text) };
    client.change('a.brief', [{ range: { start: at, end: at }, text }]);
  }
  await expect.poll(() => changes).toBe(before + 1);
  expect(await overview()).toMatchObject({ missing: 0, unknown: 2 });
  expect(await status('a.brief')).toEqual({
    state: 'unknown',
    missing: 0,
    unknown: 1,
    problems: 0,
    citations: 1,
    cited: 1,
    profile: 'draft',
    isIndexed: true,
    reading: 'The brief has no date',
  });

  client.write('c.brief', 'And (, May 3).\n');
  client.notifyFileChange('c.brief', 1);
  await expect.poll(() => changes).toBe(before + 2);
  expect(await overview()).toMatchObject({ briefs: 3, missing: 1 });
  client.delete('c.brief');
  client.notifyFileChange('c.brief', 3);
  await expect.poll(async () => (await overview()).briefs).toBe(2);
});

test('closed briefs that are shown are checked, and views are told when that changes what they say', async () => {
  await start({
    files: {
      ...FILES,
      'c.brief': 'It left (TASS, May 3, 2021).\n',
      'd.brief': 'It left (TASS, May 3, 2021). [It](group:nobody) stayed.\n',
      'e.brief': 'It left.\n',
    },
  });
  const states = async () =>
    Object.fromEntries(
      (await rows({ view: 'briefs' })).map((row) => (row.kind === 'brief' ? [nameOf(row.brief), row.state] : [])),
    );
  const before = changes;
  await states();
  await expect.poll(() => changes).toBeGreaterThan(before);
  await expect.poll(states).toEqual({
    'a.brief': 'missing',
    'b.brief': 'unknown',
    'c.brief': 'clean',
    'd.brief': 'problems',
    'e.brief': 'empty',
  });
  client.write('entities.yaml', `${FILES['entities.yaml']}  - { id: nobody, type: group, name: Nobody at all }\n`);
  client.notifyFileChange('entities.yaml', 2);
  await expect.poll(async () => (await states())['d.brief']).toBe('clean');
});

test('all files are checked at once when that is asked for', async () => {
  await start();
  client.open('a.brief', 'It left (TASS, May 3, 2021).\n');
  const summary = await client.request('briefmark/checkAll', {});
  expect(summary).toEqual({ files: 4, errors: 0, warnings: 0 });
  client.close('a.brief');
  await expect.poll(() => client.request('briefmark/checkAll', {})).toEqual({ files: 4, errors: 1, warnings: 0 });
});

test('who has no views is not told of them; of what is no open brief nothing is said', async () => {
  await start({ options: {} });
  client.open('a.brief', FILES['a.brief']);
  expect(await status('a.brief')).toMatchObject({
    missing: 1,
    citations: 1,
    cited: 0,
    firstMissing: { start: { line: 0 } },
  });
  expect(await status('entities.yaml')).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(changes).toBe(0);
});
