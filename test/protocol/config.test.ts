/** `.briefmark.yaml` in the editor: what it says counts at once, edited on screen or on disk. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Client, type ClientOptions, PULL_CAPABILITIES, startClient } from './client.ts';

const CONFIG = '.briefmark.yaml';
const BRIEF = 'It ended (, September 22).\n';

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

/** The severities of the findings of a file, once they are these. */
async function severities(name: string, wanted: readonly number[]): Promise<void> {
  await expect.poll(async () => (await client.diagnostics(name)).map(({ severity }) => severity)).toEqual(wanted);
}

async function start(options: ClientOptions): Promise<void> {
  client = await startClient(options);
  client.open('a.brief', BRIEF);
}

describe.each([
  ['pull', PULL_CAPABILITIES],
  ['push', { ...PULL_CAPABILITIES, textDocument: {} }],
])('by %s', (_, capabilities) => {
  test('on disk: written, changed, deleted', async () => {
    await start({ capabilities });
    await severities('a.brief', [1]);
    client.write(CONFIG, 'rules: { missing-source: { draft: hint, release: warning } }\n');
    client.notifyFileChange(CONFIG, 1);
    await severities('a.brief', [4]);
    client.write(CONFIG, 'profile: release\nrules: { missing-source: { draft: hint, release: warning } }\n');
    client.notifyFileChange(CONFIG, 2);
    await severities('a.brief', [2]);
    client.delete(CONFIG);
    client.notifyFileChange(CONFIG, 3);
    await severities('a.brief', [1]);
  });

  test('on screen: what is typed counts, what is closed unsaved does not', async () => {
    await start({ capabilities, files: { [CONFIG]: 'rules: { missing-source: warning }\n' } });
    await severities('a.brief', [2]);
    client.open(CONFIG, 'rules: { missing-source: off }\n');
    await severities('a.brief', []);
    client.change(CONFIG, [{ text: 'rules: { missing-sorce: off }\n' }]);
    await severities('a.brief', [1]);
    expect(await client.codes(CONFIG, (codes) => codes.length > 0)).toEqual(['invalid-registry']);
    client.close(CONFIG);
    await severities('a.brief', [2]);
  });
});

test('the settings of the editor win', async () => {
  await start({
    files: { [CONFIG]: 'profile: release\nrules: { missing-source: { draft: hint, release: warning } }\n' },
    settings: { profile: 'draft', rules: { 'missing-source': { release: 'off' } } },
  });
  await severities('a.brief', [4]);
});

test('what it excludes is forgotten, and read again when it no longer does', async () => {
  const sources = 'references:\n  - { id: tass, container-title: TASS, issued: 2021-09-22 }\n';
  client = await startClient({ files: { 'old/sources.yaml': sources } });
  client.open('a.brief', 'It ended (Nikkei, September 22, 2021).\n');
  expect(await client.codes('a.brief', (codes) => codes.length === 1)).toEqual(['unknown-source']);
  client.write(CONFIG, 'exclude: [old/]\n');
  client.notifyFileChange(CONFIG, 1);
  expect(await client.codes('a.brief', (codes) => codes.length === 0)).toEqual([]);
  client.write(CONFIG, 'exclude: []\n');
  client.notifyFileChange(CONFIG, 2);
  expect(await client.codes('a.brief', (codes) => codes.length === 1)).toEqual(['unknown-source']);
});

test('a mistake has a fix', async () => {
  await start({ files: { [CONFIG]: 'profil: release\n' } });
  client.open(CONFIG, 'profil: release\n');
  await severities(CONFIG, [1]);
  const [diagnostic] = await client.diagnostics(CONFIG);
  expect(diagnostic!.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 6 } });
  const actions = await client.request<{ title: string }[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri(CONFIG) },
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
  expect(actions.map(({ title }) => title)).toContain('Change “profil” to “profile”');
});

test('in a folder that only the client can read, as in the browser', async () => {
  client = await startClient();
  const files = new Map([['memfs:/desk/.briefmark.yaml', 'rules: { missing-source: hint }\nexclude: [old/]\n']]);
  client.connection.onRequest('briefmark/files', () => []);
  client.connection.onRequest('briefmark/read', ({ uri }: { uri: string }) => {
    const text = files.get(uri);
    if (text === undefined) throw new Error(`There is no ${uri}`);
    return text;
  });
  const notify = (method: string, params: object) => void client.connection.sendNotification(method, params);
  const uri = 'memfs:/desk/a.brief';
  notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'memfs:/desk', name: 'desk' }], removed: [] },
  });
  notify('textDocument/didOpen', { textDocument: { uri, languageId: 'brief', version: 1, text: BRIEF } });
  const severity = async () =>
    (await client.request<{ items: { severity: number }[] }>('textDocument/diagnostic', { textDocument: { uri } }))
      .items[0]?.severity;
  await expect.poll(severity).toBe(4);
  files.clear();
  notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'memfs:/desk/.briefmark.yaml', type: 3 }] });
  await expect.poll(severity).toBe(1);
});
