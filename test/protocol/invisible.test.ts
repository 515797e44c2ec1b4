/** What nobody sees in a text changes no answer: soft hyphens, zero-width characters, no-break spaces, accents in two characters. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, Hover, SymbolInformation } from 'vscode-languageserver-protocol';
import { type Client, startClient } from './client.ts';

const cli = process.env.BRIEFMARK_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const TEXT = `---
date: 2021-09-24
---

Jose\u0301 Li\u00ADma left (TA\u00ADSS,\u00A0May\u200B 3), and [he](person:jose\u0301) came (\uFEFFO\uFB03ce Post, May\u202F4).
`;
const FILES = {
  'a.brief': TEXT,
  'entities.yaml': 'entities:\n  - { id: josé, type: person, name: José Lima }\n',
  'sources.yaml': `references:
  - { id: t-1, title: One, container-title: TASS, issued: 2021-05-03 }
  - { id: o-1, title: Two, container-title: Office Post, issued: 2021-05-04 }
`,
};

let client: Client;
beforeAll(async () => {
  client = await startClient({ files: FILES });
  client.open('a.brief', TEXT);
  while (!client.log.some((line) => line.startsWith('Read '))) await sleep(20);
});
afterAll(() => client.stop());

const at = (words: string, offset = 1) => ({
  textDocument: { uri: client.uri('a.brief') },
  position: { line: 4, character: TEXT.split('\n')[4]!.indexOf(words) + offset },
});

test('nothing is missing or unknown', async () => {
  const codes = await client.codes('a.brief', (found) => found.length === 0);
  expect(codes).toEqual([]);
});

test.each([
  ['Jose\u0301', 'José Lima'],
  ['[he]', 'José Lima'],
  ['TA\u00ADSS', 'One'],
  ['O\uFB03ce', 'Two'],
])('hover on %j', async (words, expected) => {
  expect(JSON.stringify((await client.request<Hover>('textDocument/hover', at(words)))?.contents)).toContain(expected);
});

test('symbol search', async () => {
  const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'jose\u0301 lima' });
  expect(symbols.map(({ name }) => name)).toContain('José Lima');
});

test('completion', async () => {
  const text = `${TEXT}\nJose\u0301`;
  client.change('a.brief', [{ text }]);
  const answer = await client.request<CompletionList | CompletionItem[] | null>('textDocument/completion', {
    textDocument: { uri: client.uri('a.brief') },
    position: { line: 6, character: 5 },
  });
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  expect(items.map(({ label }) => label)).toContain('José Lima');
});

test('the command line lists the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefmark-invisible-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  try {
    const run = (...args: string[]) => promisify(execFile)(process.execPath, [cli, ...args], { cwd: folder });
    const rows = JSON.parse((await run('list', 'citations', '--format', 'json')).stdout) as {
      status: string;
      id: string;
    }[];
    expect(rows.map(({ status, id }) => [status, id])).toEqual([
      ['resolved', 't-1'],
      ['resolved', 'o-1'],
    ]);
    const entities = JSON.parse((await run('list', 'entities', '--format', 'json')).stdout) as { id: string }[];
    expect(entities.map(({ id }) => id.normalize('NFC'))).toEqual(['josé', 'josé']);
    expect((await run('check', '--fail-on', 'information')).stdout).toContain('No findings');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
