/** The tools for assistants, asked through the language server. */
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { ToolAnswer } from '../../server/src/protocol/assistants.ts';
import { type Client, startClient } from './client.ts';

const FILES = {
  'entities.yaml': 'entities:\n  - { id: dawn, type: media, name: Dawn }\n',
  'sources.yaml': 'references:\n  - { id: dawn-20, title: Talks, container-title: Dawn, issued: 2021-09-20 }\n',
  'closed.brief': '---\ndate: 2021-09-24\n---\n\nTalks began (, September 20). The Dawn left.\n',
};

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const ask = (name: string, input: object) =>
  client.request('briefmark/assistantTool', { name, input }) as Promise<ToolAnswer>;

test('a closed brief is checked, and once it is open, its text in the editor', async () => {
  client = await startClient({ files: FILES });
  const findings = async () => {
    const answer = await ask('check_brief', { path: 'closed.brief' });
    return 'content' in answer
      ? JSON.parse(answer.content).findings.map(({ words }: { words: string }) => words)
      : answer;
  };
  expect(await findings()).toEqual([', September 20']);
  client.open('closed.brief', 'It left (, May 3, 2021).\n');
  expect(await findings()).toEqual([', May 3, 2021']);
  expect(await ask('find_source', { outlet: 'Dawn' })).toEqual({ content: expect.stringContaining('dawn-20') });
});

test('no path leads out of the workspace, also not through a link', async () => {
  client = await startClient({ files: FILES });
  const outside = await mkdtemp(join(tmpdir(), 'briefmark-outside-'));
  try {
    const secret = join(outside, 'secret.brief');
    await writeFile(secret, 'The word is swordfish (, May 3).\n');
    await symlink(outside, fileURLToPath(client.uri('linked'))).catch(() => {});
    for (const path of [secret, 'linked/secret.brief', '../secret.brief'])
      expect(await ask('check_brief', { path })).toEqual({ refused: `“${path}” is not a brief of the workspace.` });
  } finally {
    await rm(outside, { recursive: true });
  }
});
