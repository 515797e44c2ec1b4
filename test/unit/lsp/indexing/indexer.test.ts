import { expect, test } from 'vitest';
import { createFileFilter } from '../../../../server/src/host/exclusions.ts';
import type { Host } from '../../../../server/src/host/host.ts';
import { createIndexer } from '../../../../server/src/lsp/indexing/indexer.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

const ROOTS = [{ uri: 'file:///ws', exclude: [], include: [] }];

/** An indexer of files in memory, by path below the folder. `whileListing` runs after the list was made. */
function start(files: Record<string, string>, whileListing = async () => {}, whenChecked = async () => {}) {
  const workspace = createWorkspace();
  const notes: string[] = [];
  const toUri = (name: string) => `file:///ws/${name}`;
  const nameOf = (uri: string) => uri.slice('file:///ws/'.length);
  const read: string[] = [];
  const host: Host = {
    identityOf: (uri) => uri,
    foldersFor: () => [],
    stampOf: (uri) => files[nameOf(uri)],
    async list(roots) {
      const uris = Object.keys(files).map(toUri).filter(createFileFilter(roots).isRead);
      await whileListing();
      return { uris: uris.sort(), passedOver: [] };
    },
    async read(uri) {
      read.push(nameOf(uri));
      const text = files[nameOf(uri)];
      return text === 'binary' ? { text: undefined, note: 'binary' } : { text };
    },
  };
  const indexer = createIndexer({
    host,
    store: undefined,
    workerPool: undefined,
    workspace,
    isOpen: () => false,
    onProgress: () => {},
    onNote: (uri, note) => note && notes.push(`${nameOf(uri)} ${note}`),
    onChange: () => {},
    whenChecked,
    bibliographies: { setNamed: () => {}, update: async () => {} },
    inBackground: (_, work) => void work,
  });
  const known = () =>
    [...[...workspace.briefs()].map(({ uri }) => uri), ...workspace.registries.keys()].map(nameOf).sort();
  return { files, indexer, known, notes, read, toUri, workspace };
}

test('a brief that is created while the folders are being listed is known', async () => {
  const files: Record<string, string> = { 'a.brief': 'A.' };
  const { indexer, known, toUri } = start(files, async () => {
    files['new.brief'] = 'New.';
    await indexer.refresh(toUri('new.brief'));
  });
  await indexer.start(ROOTS);
  expect(known()).toEqual(['a.brief', 'new.brief']);
});

test('hidden folders are not read when they change either', async () => {
  const { files, indexer, known, toUri } = start({ 'entities.yaml': 'entities: []' });
  await indexer.start(ROOTS);
  for (const name of ['.trash/entities.yaml', 'a/.old/b.brief', 'node_modules/c.brief', '../d.brief']) {
    files[name] = 'entities: []';
    await indexer.refresh(toUri(name));
  }
  expect(known()).toEqual(['entities.yaml']);
});

test('a folder that was renamed, moved in or deleted, and changes nobody has told of, are found', async () => {
  const { files, indexer, known, read, toUri } = start({ 'sub/a.brief': 'A.', 'b.brief': 'B.', 'c.brief': 'C.' });
  await indexer.start(ROOTS);
  const change = (next: Record<string, string>) => {
    for (const name of Object.keys(files)) delete files[name];
    Object.assign(files, next);
    read.length = 0;
  };
  change({ 'sub2/a.brief': 'A.', 'b.brief': 'B.', 'c.brief': 'C.' });
  await indexer.catchUp(toUri('sub'));
  await indexer.catchUp(toUri('sub2'));
  expect(known()).toEqual(['b.brief', 'c.brief', 'sub2/a.brief']);
  change({ 'b.brief': 'Changed.', 'c.brief': 'C.', 'd.brief': 'D.' });
  await indexer.catchUp();
  expect(known()).toEqual(['b.brief', 'c.brief', 'd.brief']);
  expect(read).not.toContain('c.brief');
});

test('what is no text is left out and named, whether it is read at the start or later', async () => {
  const { files, indexer, known, notes, toUri } = start({ 'a.brief': 'A.', 'b.brief': 'binary' });
  await indexer.start(ROOTS);
  files['a.brief'] = 'binary';
  await indexer.refresh(toUri('a.brief'));
  expect(known()).toEqual([]);
  expect(notes).toEqual(['b.brief binary', 'a.brief binary']);
});

test('the entries of a registry that a change on disk does not touch stay the same objects', async () => {
  const town = (name: string) => `  - { id: ${name}, type: place, name: ${name} }\n`;
  const { files, indexer, toUri, workspace } = start({ 'entities.yaml': `entities:\n${town('Aba')}${town('Oyo')}` });
  await indexer.start(ROOTS);
  const uri = toUri('entities.yaml');
  const [, oyo] = workspace.registries.get(uri)!.entities;
  files['entities.yaml'] = `entities:\n${town('Abakaliki')}${town('Oyo')}`;
  await indexer.refresh(uri);
  const after = workspace.registries.get(uri)!;
  expect(after).toEqual(readRegistry(files['entities.yaml']!));
  expect(after.entities[1]).toBe(oyo);
});

test('names are looked for again once the findings are known', async () => {
  let endChecks = () => {};
  const checks = new Promise<void>((resolve) => (endChecks = resolve));
  const { indexer, toUri, workspace } = start({ 'a.brief': 'They asked UNHCR.' }, undefined, () => checks);
  await indexer.start(ROOTS);
  workspace.putRegistry(toUri('entities.yaml'), readRegistry('entities:\n  - { id: unhcr, type: org, name: UNHCR }\n'));
  const countMentions = () => workspace.factsOf(toUri('a.brief'))!.mentions.length;
  const rescan = indexer.rescanNames();
  await new Promise(setImmediate);
  expect(countMentions()).toBe(0);
  endChecks();
  await rescan;
  expect(countMentions()).toBe(1);
});
