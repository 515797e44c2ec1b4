/** `briefmark mcp` of the built `dist/cli.js`, asked by the client of the SDK over standard input and output. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLI } from './commandLine.ts';

const BRIEF = `---
date: 2021-09-24
---

A police officer was killed in Khyber Pakhtunkhwa (, September 22). Talks began (Dawn, September 20).
`;
const ENTITIES = 'entities:\n  - { id: dawn, type: media, name: Dawn, reliability: B }\n';
const SOURCES = `references:
  - { id: dawn-20, title: Talks begin, container-title: Dawn, issued: 2021-09-20, URL: https://dawn.example/talks }
  - { id: dawn-22, title: Officer killed in Khyber Pakhtunkhwa, container-title: Dawn, issued: 2021-09-22 }
`;

let folder: string;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefmark-mcp-'));
  const files = { 'a.brief': BRIEF, 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  client = new Client({ name: 'test', version: '1' });
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C' };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', folder], env }));
});
afterAll(async () => {
  await client.close();
  await rm(folder, { recursive: true });
});

/** The words of an answer, and whether it is an error. */
async function call(name: string, args: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const [first] = content as { text: string }[];
  return { text: first?.text ?? '', isError: isError === true };
}

async function answer(name: string, args: Record<string, unknown>) {
  const { text, isError } = await call(name, args);
  expect(isError, text).toBe(false);
  return JSON.parse(text);
}

test('five tools that only read', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'check_brief',
    'list_citations',
    'find_source',
    'explain_rule',
    'suggest_candidates',
  ]);
  for (const { annotations, inputSchema, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true });
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(description).toBeTruthy();
  }
});

test('check_brief: a file, or a text to which the registries apply', async () => {
  const expected = { citations: 2, findings: [{ code: 'missing-source', severity: 'error', line: 5, column: 52 }] };
  expect(await answer('check_brief', { path: 'a.brief' })).toMatchObject(expected);
  expect(await answer('check_brief', { text: BRIEF })).toMatchObject(expected);
});

test('list_citations', async () => {
  const { total, citations } = await answer('list_citations', { path: 'a.brief' });
  expect([total, citations.map(({ id, status }: Record<string, unknown>) => [id, status])]).toEqual([
    2,
    [
      [null, 'missing'],
      ['dawn-20', 'resolved'],
    ],
  ]);
});

test('find_source answers only what a registry lists, without ratings', async () => {
  const talks = {
    id: 'dawn-20',
    outlet: 'Dawn',
    title: 'Talks begin',
    authors: [],
    date: '2021-09-20',
    url: 'https://dawn.example/talks',
  };
  expect(await answer('find_source', { outlet: 'dawn', words: 'TALKS' })).toEqual({ total: 1, sources: [talks] });
  expect(await answer('find_source', { date: '2021-09' })).toMatchObject({ total: 2 });
  expect(await answer('find_source', { outlet: 'Reuters' })).toEqual({ total: 0, sources: [] });
});

test('explain_rule', async () => {
  expect((await answer('explain_rule', { code: 'missing-source' })).explanation).toContain('missing-source');
  const { text, isError } = await call('explain_rule', { code: 'missing-sorce' });
  expect([isError, text]).toEqual([true, expect.stringContaining('missing-source')]);
});

test('suggest_candidates ranks what the registries list', async () => {
  const { gaps } = await answer('suggest_candidates', { path: 'a.brief' });
  expect(gaps).toMatchObject([
    {
      line: 5,
      citation: '(, September 22)',
      candidates: [{ id: 'dawn-22', inRegistry: true, shared: expect.arrayContaining(['killed']) }],
    },
  ]);
});

test.each([
  ['../secret.brief', 'outside'],
  ['/etc/hostname', 'outside'],
  ['link.brief', 'outside'],
  ['gone.brief', 'There is no file'],
  ['entities.yaml', 'is not a brief'],
  ['.', 'outside'],
])('the path %s is refused', async (path, words) => {
  await symlink('/etc/hostname', join(folder, 'link.brief')).catch(() => {});
  const { text, isError } = await call('check_brief', { path });
  expect([isError, text]).toEqual([true, expect.stringContaining(words)]);
});

test('a long text, no brief, two briefs and unknown arguments are refused', async () => {
  for (const args of [{ text: 'A. '.repeat(400_000) }, {}, { path: 'a.brief', text: 'A.' }, { pat: 'a.brief' }]) {
    const { isError } = await call('check_brief', args).catch(() => ({ isError: true }));
    expect(isError, Object.keys(args).join()).toBe(true);
  }
});
