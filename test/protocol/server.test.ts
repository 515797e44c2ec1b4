import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type MarkupContent,
} from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, PULL_CAPABILITIES, startClient } from './client.ts';

const ENTITIES = `entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP], description: A branch. }
  - { id: tass, type: media, name: TASS, reliability: C }
`;
const SOURCES = `references:
  - { id: tass-1, title: A report, container-title: TASS, issued: 2021-09-06, URL: "https://example.org/1" }
`;
const BRIEF = `---
date: 2021-09-24
---

ISKP denied it (, September 22). Moscow opted out (TASS, September 6; Nikkei, August 31).
`;

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(options: ClientOptions = {}): Promise<void> {
  client = await startClient({ files: { 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES }, ...options });
}

const has = (code: string) => (codes: string[]) => codes.includes(code);
const PUSH: ClientCapabilities = {
  ...PULL_CAPABILITIES,
  textDocument: { hover: PULL_CAPABILITIES.textDocument!.hover! },
};

test('while the registries are read, nothing is unknown that one of them will define', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => `  - { id: e-${index}, type: org, name: Depot ${index} }\n`);
  await start({
    files: {
      'a.entities.yaml': `entities:\n${many.join('')}`,
      'sources.yaml': SOURCES,
      'z.entities.yaml': ENTITIES,
    },
  });
  client.open('a.brief', `[ISKP](group:iskp) denied it (Nikkei, August 31).\n`);
  const seen = new Set<string>();
  await client.codes('a.brief', (codes) => {
    for (const code of codes) seen.add(code);
    return seen.has('unknown-source');
  });
  expect([...seen]).toEqual(['unknown-source']);
});

test('while a large registry is read, others are answered', async () => {
  const many = Array.from(
    { length: 20_000 },
    (_, index) => `  - { id: e-${index}, type: org, name: Depot ${index} }\n`,
  );
  await start({ files: { 'entities.yaml': `entities:\n${many.join('')}` } });
  client.open('a.brief', 'Depot 7 likely burned.\n');
  const hover = (character: number) =>
    client.request('textDocument/hover', {
      textDocument: { uri: client.uri('a.brief') },
      position: { line: 0, character },
    });
  // A server that reads without yielding would answer the first request when it knows the name.
  expect(await hover(1)).toBeNull();
  expect(JSON.stringify(await hover(9))).toMatch(/likely/i);
  await expect.poll(() => hover(1)).not.toBeNull();
});

test('of a paragraph that is too long the citations are checked', async () => {
  await start();
  client.open('a b.brief', `It left (, May 8). ${'It-went-on-and-on-'.repeat(6_000)}\n`);
  client.change('a b.brief', [
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'So ' },
  ]);
  expect(await client.codes('a b.brief')).toEqual(['missing-source']);
});

describe.each([
  ['pull', PULL_CAPABILITIES],
  ['push', PUSH],
])('diagnostics by %s', (kind, capabilities) => {
  test('come with range, severity, source, page, data; a fix makes them go', async () => {
    await start({ capabilities });
    expect(client.initialized.capabilities.diagnosticProvider !== undefined).toBe(kind === 'pull');
    client.open('a.brief', BRIEF);
    expect(await client.codes('a.brief', has('unknown-source'))).toEqual(['missing-source', 'unknown-source']);
    const [missing] = await client.diagnostics('a.brief');
    expect(missing).toMatchObject({
      severity: 1,
      source: 'Briefmark',
      range: { start: { line: 4, character: 16 }, end: { line: 4, character: 30 } },
      data: { candidates: [] },
    });
    expect(missing!.codeDescription!.href).toMatch(/^file:.*\/docs\/rules\.md#L\d+$/);
    client.change('a.brief', [
      { range: { start: { line: 4, character: 16 }, end: { line: 4, character: 16 } }, text: 'TASS' },
    ]);
    client.change('a.brief', [
      { range: { start: { line: 4, character: 32 }, end: { line: 4, character: 34 } }, text: '6' },
    ]);
    expect(await client.codes('a.brief', ({ length }) => length === 1)).toEqual(['unknown-source']);
  });

  test('follow a registry that is edited, on screen and on disk', async () => {
    await start({ capabilities });
    client.open('a.brief', BRIEF);
    await client.codes('a.brief', has('unknown-source'));
    client.open('sources.yaml', `${SOURCES}  - { id: nikkei-1, container-title: Nikkei, issued: 2021-08-31 }\n`);
    expect(await client.codes('a.brief', (codes) => codes.length === 1)).toEqual(['missing-source']);
    // Closed without being saved: what is on disk counts again.
    client.close('sources.yaml');
    expect(await client.codes('a.brief', (codes) => codes.length === 2)).toEqual(['missing-source', 'unknown-source']);
    client.write(
      'more.sources.yaml',
      'references:\n  - { id: nikkei-1, container-title: Nikkei, issued: 2021-08-31 }\n',
    );
    client.notifyFileChange('more.sources.yaml', 1);
    expect(await client.codes('a.brief', (codes) => codes.length === 1)).toEqual(['missing-source']);
    client.delete('more.sources.yaml');
    client.notifyFileChange('more.sources.yaml', 3);
    expect(await client.codes('a.brief', (codes) => codes.length === 2)).toEqual(['missing-source', 'unknown-source']);
  });

  test('of a registry are found in the registry, with the other place', async () => {
    await start({
      capabilities,
      files: { 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES, 'x.entities.yaml': ENTITIES },
    });
    client.open('x.entities.yaml', ENTITIES);
    expect(await client.codes('x.entities.yaml', (codes) => codes.length > 0)).toEqual([
      'duplicate-id',
      'duplicate-id',
    ]);
    const [duplicate] = await client.diagnostics('x.entities.yaml');
    expect(duplicate!.relatedInformation).toMatchObject([
      { location: { uri: client.uri('entities.yaml'), range: { start: { line: 1, character: 10 } } } },
    ]);
  });
});

test('a client that pulls is told when nothing has changed since its last answer', async () => {
  await start();
  client.open('a.brief', BRIEF);
  await client.codes('a.brief', has('unknown-source'));
  await indexed();
  const pull = (previousResultId?: string) =>
    client.request<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: client.uri('a.brief') },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const type = (line: number, character: number, text: string) =>
    client.change('a.brief', [{ range: { start: { line, character }, end: { line, character } }, text }]);
  const first = await pull();
  expect(first.items).toHaveLength(2);
  type(4, BRIEF.split('\n')[4]!.length, ' So it was.');
  const second = await pull(first.resultId);
  expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });
  type(4, 0, 'Yes, ');
  const third = await pull(first.resultId);
  expect(third).toMatchObject({ kind: 'full', items: [{ range: { start: { line: 4, character: 21 } } }, {}] });
  expect(await pull(first.resultId)).toEqual(third);
  // What other files say counts as well, and a document that is opened again is a new one.
  client.open('sources.yaml', `${SOURCES}  - { id: nikkei-1, container-title: Nikkei, issued: 2021-08-31 }\n`);
  const fourth = await pull(third.resultId);
  expect(fourth).toMatchObject({ kind: 'full', items: [{ code: 'missing-source' }] });
  client.close('a.brief');
  client.open('a.brief', BRIEF);
  expect(await pull(fourth.resultId)).toMatchObject({ kind: 'full', items: [{}] });
});

test('what is no longer wanted is not looked for', async () => {
  await start();
  await indexed();
  const cancel = new CancellationTokenSource();
  // While this one is read, the question comes, and that it is not needed.
  client.open('long.brief', BRIEF.slice(BRIEF.indexOf('ISKP')).repeat(5_000));
  const asked = client.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri: client.uri('long.brief') } },
    cancel.token,
  );
  cancel.cancel();
  await expect(asked).rejects.toThrow('canceled');
});

test('a client that is pushed to is told only what is news', async () => {
  await start({ capabilities: PUSH });
  const versions: (number | undefined)[] = [];
  client.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
    if (uri === client.uri('a.brief')) versions.push(version);
  });
  client.open('a.brief', 'It ended (, May 3). So be it.\n');
  await indexed();
  await expect.poll(() => versions).toEqual([1]);
  const type = (character: number, text: string) =>
    client.change('a.brief', [{ range: { start: { line: 0, character }, end: { line: 0, character } }, text }]);
  const published = async () => {
    // Nothing says that nothing will come.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return versions;
  };
  type(27, ' not');
  expect(await published()).toEqual([1]);
  type(0, 'Now: ');
  await expect.poll(() => versions).toEqual([1, 3]);
});

test('settings change severities, switch rules off, and exclude files', async () => {
  await start({
    settings: { rules: { 'missing-source': 'hint', 'unknown-source': 'off' }, exclude: ['entities.yaml'] },
  });
  client.open('a.brief', BRIEF);
  expect(await client.codes('a.brief', (codes) => codes.length === 1)).toEqual(['missing-source']);
  expect((await client.diagnostics('a.brief'))[0]!.severity).toBe(4);
  const hover = await client.request<Hover | null>('textDocument/hover', at('a.brief', 4, 1));
  expect(hover).toBeNull();
});

test('a client that pulls is asked to refresh when another file changes the meaning of names', async () => {
  await start();
  client.open('a.brief', BRIEF);
  await client.codes('a.brief', has('unknown-source'));
  const refreshes = () => client.serverRequests.filter((method) => method === 'workspace/diagnostic/refresh').length;
  await indexed();
  const before = refreshes();
  client.change('a.brief', [
    { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: 'Yes. ' },
  ]);
  await client.codes('a.brief');
  expect(refreshes()).toBe(before);
  client.open('sources.yaml', 'references: []\n');
  await expect.poll(refreshes).toBeGreaterThan(before);
});

test('hover explains a name, a citation, a missing source; plain text where the client knows no Markdown', async () => {
  await start({ files: { 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES, 'b.brief': 'ISKP and ISKP.\n' } });
  client.open('a.brief', BRIEF);
  await client.codes('a.brief', has('unknown-source'));
  const hover = async (character: number) => {
    const { contents, range } = await client.request<Hover & { contents: MarkupContent }>(
      'textDocument/hover',
      at('a.brief', 4, character),
    );
    return { kind: contents.kind, value: contents.value, from: range!.start.character, to: range!.end.character };
  };
  await expect.poll(async () => (await hover(2)).value).toContain('1 here\\, 2 elsewhere \\(in 1 brief\\)');
  expect(await hover(2)).toMatchObject({ kind: 'markdown', from: 0, to: 4 });
  expect((await hover(20)).value).toContain('The source is missing');
  expect((await hover(55)).value).toContain('[Open the report](<https://example.org/1>)');
  expect((await hover(75)).value).toContain('unknown source');
  await client.stop();
  await start({ capabilities: {} });
  client.open('a.brief', BRIEF);
  await client.codes('a.brief', has('unknown-source'));
  expect(await hover(55)).toMatchObject({
    kind: 'plaintext',
    value: expect.stringContaining('Open the report: https://example.org/1'),
  });
});

test('the outline has sections, citations and entities', async () => {
  await start();
  client.open('a.brief', `# One\n\n${BRIEF.slice(BRIEF.indexOf('ISKP'))}`);
  await client.codes('a.brief', has('unknown-source'));
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri: client.uri('a.brief') },
  });
  const [section] = symbols;
  expect(symbols.map(({ name }) => name)).toEqual(['One']);
  expect(section!.children!.map(({ name, detail }) => `${name} [${detail ?? ''}]`)).toEqual([
    'Missing source, September 22 []',
    'TASS, September 6; Nikkei, August 31 []',
    'Islamic State in Khorasan Province [1 mention]',
  ]);
});

test('folders come and go', async () => {
  await start({ files: { 'one/a.brief': '', 'two/sources.yaml': SOURCES } });
  client.open('one/a.brief', BRIEF);
  await client.codes('one/a.brief', has('unknown-source'));
  const folder = { uri: client.uri(''), name: 'test' };
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: {
      added: [{ uri: client.uri('one'), name: 'one' }],
      removed: [{ ...folder, uri: folder.uri.replace(/\/$/, '') }],
    },
  });
  expect(await client.codes('one/a.brief', (codes) => codes.length === 1)).toEqual(['missing-source']);
});

test('a folder that is deleted takes its files with it; what is excluded stays out when it changes', async () => {
  const nikkei = 'references:\n  - { id: nikkei-1, container-title: Nikkei, issued: 2021-08-31 }\n';
  await start({
    files: {
      'entities.yaml': ENTITIES,
      'sources.yaml': SOURCES,
      'sub/sources.yaml': nikkei,
      'old/sources.yaml': nikkei,
    },
    settings: { exclude: ['old/'] },
  });
  client.open('a.brief', BRIEF);
  await indexed();
  expect(await client.codes('a.brief')).toEqual(['missing-source']);
  client.delete('sub');
  client.notifyFileChange('sub', 3);
  expect(await client.codes('a.brief', has('unknown-source'))).toEqual(['missing-source', 'unknown-source']);
  client.notifyFileChange('old/sources.yaml', 2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await client.codes('a.brief')).toEqual(['missing-source', 'unknown-source']);
});

test('a document of another language, an unknown document, a stale request: answered empty', async () => {
  await start();
  expect(await client.diagnostics('nowhere.brief')).toEqual([]);
  expect(await client.request('textDocument/hover', at('nowhere.brief', 0, 0))).toBeNull();
  client.open('a.brief', 'Short.');
  expect(await client.request('textDocument/hover', at('a.brief', 99, 99))).toBeNull();
});

test('characters of two code units and CRLF before a citation', async () => {
  await start();
  client.open('a.brief', 'First 🛰️ line.\r\n\r\nÜnï 𝔘𝔫𝔦 环球 (, June 19).\r\n');
  await client.codes('a.brief', has('missing-source'));
  expect((await client.diagnostics('a.brief'))[0]!.range).toEqual({
    start: { line: 2, character: 15 },
    end: { line: 2, character: 24 },
  });
});

test('huge and broken input is answered, and the server lives on', async () => {
  await start({ files: { 'sources.yaml': '\u0000\u0001[[[{{{"\n'.repeat(20_000) } });
  client.open('a.brief', '('.repeat(100_000) + '['.repeat(100_000));
  client.open('b.brief', `${'word '.repeat(1_000_000)}(, June 19).`);
  expect(await client.codes('b.brief')).toEqual(['missing-source']);
  expect(await client.codes('a.brief')).toEqual([]);
  client.open('sources.yaml', '\u0000\u0001[[[{{{"\n'.repeat(20_000));
  expect((await client.codes('sources.yaml')).length).toBeGreaterThan(0);
});

/** Waits until the server has read the whole folder and has asked for what follows from that. */
async function indexed(): Promise<void> {
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

function at(name: string, line: number, character: number): object {
  return { textDocument: { uri: client.uri(name) }, position: { line, character } };
}
