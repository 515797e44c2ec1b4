/** What the server knows of files: which count, and how it learns that they have changed. */
import { mkdirSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, PULL_CAPABILITIES, startClient } from './client.ts';

const ENTITIES = 'entities:\n  - { id: jnim, type: group, name: JNIM }\n';
const SOURCES = 'references:\n  - { id: t, title: T, container-title: TASS, issued: 2021-05-03 }\n';

let client: Client;
let messages: string[];
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(files: Record<string, string>, options: ClientOptions = {}): Promise<void> {
  client = await startClient({ files, ...options });
  messages = [];
  client.connection.onNotification('window/showMessage', ({ message }) => void messages.push(message));
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
}

const pathOf = (name: string) => fileURLToPath(client.uri(name));

/** The files with mentions of the entity of `entities.yaml`, which is open. */
async function mentions(): Promise<string[]> {
  const params = { textDocument: { uri: client.uri('entities.yaml') }, position: { line: 1, character: 11 } };
  const found = await client.request<Location[] | null>('textDocument/references', {
    ...params,
    context: { includeDeclaration: false },
  });
  return (found ?? []).map(({ uri }) => uri.slice(client.uri('').length).replace(/^\//, ''));
}

test('folders are renamed, moved in or deleted, and the client names only the folder', async () => {
  await start({ 'entities.yaml': ENTITIES, 'sub/deep/a.brief': 'JNIM.', 'b.brief': 'JNIM.' });
  client.open('entities.yaml', ENTITIES);
  expect(await mentions()).toEqual(['b.brief', 'sub/deep/a.brief']);
  renameSync(pathOf('sub'), pathOf('sub2'));
  client.notifyFileChange('sub', 3);
  client.notifyFileChange('sub2', 1);
  await expect.poll(mentions).toEqual(['b.brief', 'sub2/deep/a.brief']);
  renameSync(pathOf('sub2'), pathOf('sub3'));
  const files = [{ oldUri: client.uri('sub2'), newUri: client.uri('sub3') }];
  void client.connection.sendNotification('workspace/didRenameFiles', { files });
  await expect.poll(mentions).toEqual(['b.brief', 'sub3/deep/a.brief']);
  renameSync(pathOf('sub3/deep/a.brief'), pathOf('b.brief'));
  client.notifyFileChange('b.brief', 2);
  client.notifyFileChange('sub3/deep/a.brief', 3);
  await expect.poll(mentions).toEqual(['b.brief']);
  rmSync(pathOf('b.brief'));
  client.notifyFileChange('b.brief', 3);
  await expect.poll(mentions).toEqual([]);
});

test('changes that the client does not report are found when the window gets the focus', async () => {
  await start({ 'entities.yaml': ENTITIES, 'a.brief': 'JNIM.', 'b.brief': 'JNIM.' });
  client.open('entities.yaml', ENTITIES);
  client.write('c/d.brief', 'JNIM.');
  client.delete('b.brief');
  void client.connection.sendNotification('briefmark/filesMayHaveChanged');
  await expect.poll(mentions).toEqual(['a.brief', 'c/d.brief']);
});

test('a client that does not watch files finds changes when it asks for something', async () => {
  const { didChangeWatchedFiles: _, ...workspace } = PULL_CAPABILITIES.workspace!;
  await start(
    { 'a.brief': 'It left (RBC, May 4).', 'sources.yaml': SOURCES },
    { capabilities: { ...PULL_CAPABILITIES, workspace } },
  );
  client.open('a.brief', 'It left (RBC, May 4).');
  expect(await client.codes('a.brief', (codes) => codes.length > 0)).toEqual(['unknown-source']);
  client.write('sources.yaml', `${SOURCES}  - { id: r, title: R, container-title: RBC, issued: 2021-05-04 }\n`);
  expect(await client.codes('a.brief', (codes) => codes.length === 0)).toEqual([]);
  client.write('.briefmark.yaml', 'rules: { missing-source: off }\n');
  client.change('a.brief', [{ text: 'It left (, May 4).' }]);
  expect(await client.codes('a.brief', (codes) => codes.length === 0)).toEqual([]);
});

test('the other side of a comparison is no brief', async () => {
  await start({ 'entities.yaml': ENTITIES, 'a.brief': '[They](group:jnim).' });
  client.open('entities.yaml', ENTITIES);
  client.open('a.brief', '[They](group:jnim).');
  const old = `${client.uri('a.brief').replace('file:', 'git:')}?%7B%22ref%22%3A%22~%22%7D`;
  const textDocument = { uri: old, languageId: 'brief', version: 1, text: '[They](group:jnim) (, May 3).' };
  void client.connection.sendNotification('textDocument/didOpen', { textDocument });
  expect(await mentions()).toEqual(['a.brief']);
  const report = await client.request<{ items: object[] }>('textDocument/diagnostic', { textDocument: { uri: old } });
  expect(report.items).toEqual([]);
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
    textDocument: { uri: client.uri('entities.yaml') },
    position: { line: 1, character: 11 },
    newName: 'gsim',
  });
  expect(JSON.stringify(edit)).not.toContain('git:');
});

test('a brief without a folder sees the registries beside it', async () => {
  const folder = fileURLToPath(new URL('recorded/desk', import.meta.url));
  client = await startClient({ capabilities: PULL_CAPABILITIES, workspaceFolders: [] });
  const name = pathToFileURL(join(folder, 'strike.brief')).href;
  const text = 'It left (TASS, May 3).\n';
  const textDocument = { uri: name, languageId: 'brief', version: 1, text };
  void client.connection.sendNotification('textDocument/didOpen', { textDocument });
  const codes = async () => {
    const report = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: name },
    });
    return report.items.map(({ code }) => code);
  };
  await expect.poll(codes).toContain('unknown-source');
  void client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: name } });
});

test('a registry through a link to elsewhere does not count, open or closed, and is named once', async () => {
  await start({ 'a.brief': 'It left (RBC, May 4).', 'more/x.txt': '' });
  const shared = pathOf('../briefmark-shared.sources.yaml');
  writeFileSync(shared, SOURCES);
  symlinkSync(shared, pathOf('desk.sources.yaml'));
  mkdirSync(pathOf('odd'));
  writeFileSync(pathOf('odd/b.brief'), 'PK\x03\x04');
  void client.connection.sendNotification('briefmark/filesMayHaveChanged');
  client.open('a.brief', 'It left (RBC, May 4).');
  expect(await client.codes('a.brief')).toEqual([]);
  client.open('desk.sources.yaml', SOURCES);
  expect(await client.codes('a.brief')).toEqual([]);
  expect(await client.codes('desk.sources.yaml')).toEqual([]);
  void client.connection.sendNotification('briefmark/filesMayHaveChanged');
  await expect.poll(() => messages).toHaveLength(1);
  expect(messages[0]).toMatchInlineSnapshot(
    `"“desk.sources.yaml” was not read: it is a symbolic link. Put the file itself here, or exclude the link. “odd/b.brief” was not read: it is a Word or other Office document. Save it as plain text in UTF-8."`,
  );
  rmSync(shared);
});

test('a configuration through a link to elsewhere is not read, and goes with its folder', async () => {
  await start({ 'a.brief': 'It left (, May 4).', 'in/off.yaml': 'rules: { missing-source: off }\n' });
  client.open('a.brief', 'It left (, May 4).');
  symlinkSync('/dev/zero', pathOf('.briefmark.yaml'));
  client.notifyFileChange('.briefmark.yaml', 1);
  await expect.poll(() => messages).toHaveLength(1);
  expect(await client.codes('a.brief')).toEqual(['missing-source']);
  rmSync(pathOf('.briefmark.yaml'));
  symlinkSync('in/off.yaml', pathOf('.briefmark.yaml'));
  client.notifyFileChange('.briefmark.yaml', 2);
  expect(await client.codes('a.brief', (codes) => codes.length === 0)).toEqual([]);
  rmSync(realpathSync(pathOf('.')), { recursive: true });
  client.notifyFileChange('', 3);
  expect(await client.codes('a.brief', (codes) => codes.length > 0)).toEqual(['missing-source']);
});
