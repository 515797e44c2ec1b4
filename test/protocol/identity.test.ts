/** One file is one file, whichever way the client spells its URI. */
import { readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type Client, startClient } from './client.ts';

const ENTITIES = 'entities:\n  - { id: jnim, type: group, name: JNIM }\n';
const BRIEF = '[They](group:jnim) and JNIM.\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(files: Record<string, string>): Promise<void> {
  client = await startClient({ files: { 'entities.yaml': ENTITIES, ...files } });
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
}

/** Opens a document under a URI that is spelled in another way. */
function openAs(uri: string, text: string): void {
  const languageId = uri.endsWith('.yaml') ? 'yaml' : 'brief';
  void client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
}

/** Every `(` and `&` percent-encoded, and with a useless escape of a letter. */
function encoded(name: string): string {
  return client
    .uri(name)
    .replaceAll('(', '%28')
    .replaceAll('&', '%26')
    .replace(/e(?=[^/]*$)/, '%65');
}

async function uses(uri: string): Promise<string[]> {
  const params = {
    textDocument: { uri },
    position: { line: 0, character: 15 },
    context: { includeDeclaration: false },
  };
  return (await client.request<Location[]>('textDocument/references', params)).map((found) => found.uri);
}

test.each(['copy (1).brief', 'R&D.brief', 'a+b=c;d@e!.brief', 'é.brief'])('%s counts once', async (name) => {
  await start({ [name]: BRIEF });
  const uri = encoded(name);
  openAs(uri, BRIEF);
  expect(await uses(uri)).toEqual([uri, uri]);
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
    textDocument: { uri },
    position: { line: 0, character: 15 },
    newName: 'gsim',
  });
  const edited = edit.documentChanges!.map((change) => 'textDocument' in change && change.textDocument.uri);
  expect(edited.sort()).toEqual([client.uri('entities.yaml'), uri].sort());
});

test('a change on disk is noticed under another spelling', async () => {
  await start({ 'R&D.brief': BRIEF, 'a.brief': '[They](group:jnim)' });
  client.open('a.brief', '[They](group:jnim)');
  client.write('R&D.brief', 'Nothing.');
  const changes = [{ uri: encoded('R&D.brief'), type: 2 }];
  void client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await expect.poll(() => uses(client.uri('a.brief'))).toHaveLength(1);
});

test('a registry that is opened through a link is the same registry, and keeps the name it was opened by', async () => {
  await start({ 'desk/more.entities.yaml': ENTITIES.replaceAll('jnim', 'aqim').replace('JNIM', 'AQIM') });
  symlinkSync('desk', fileURLToPath(client.uri('latest')), 'dir');
  client.open('latest/more.entities.yaml', readFileSync(fileURLToPath(client.uri('desk/more.entities.yaml')), 'utf8'));
  expect(await client.codes('latest/more.entities.yaml')).toEqual([]);
  client.open('a.brief', '[They](group:aqim)');
  const definition = { textDocument: { uri: client.uri('a.brief') }, position: { line: 0, character: 15 } };
  const [found] = await client.request<Location[]>('textDocument/definition', definition);
  expect(found!.uri).toBe(client.uri('latest/more.entities.yaml'));
});

test('of a file that is open twice the first text counts until it is closed', async () => {
  await start({ 'copy (1).brief': BRIEF });
  const [first, second] = [client.uri('copy (1).brief'), encoded('copy (1).brief')];
  openAs(first, BRIEF);
  openAs(second, 'Another text.');
  expect(await uses(first)).toHaveLength(2);
  expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: second } })).toBeFalsy();
  void client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: second, version: 2 },
    contentChanges: [{ text: '[They](group:jnim), JNIM, JNIM.' }],
  });
  expect(await uses(first)).toHaveLength(2);
  void client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: first } });
  expect(await uses(second)).toEqual([second, second, second]);
});
