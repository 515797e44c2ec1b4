/** What is known of closed files outlives the server, and is believed only as long as it is true. */
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Overview } from '../../server/src/protocol/views.ts';
import { type Client, startClient } from './client.ts';

const FILES = {
  'a.brief': 'JNIM left (, May 2).\n',
  'b.brief': 'JNIM stayed (TASS, May 3, 2021).\n',
  'entities.yaml': 'entities:\n  - { id: jnim, type: group, name: JNIM }\n',
  'sources.yaml': 'references:\n  - { id: tass-1, title: A report, container-title: TASS, issued: 2021-05-03 }\n',
};

/** Whole seconds, which every file system keeps. */
const WRITTEN = 1_600_000_000;

let home: string;
let storage: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'briefmark-kept-'));
  storage = mkdtempSync(join(tmpdir(), 'briefmark-storage-'));
});
afterEach(() => {
  for (const folder of [home, storage]) rmSync(folder, { recursive: true, force: true });
});

/** Starts a server there, lets it say what it knows once it knows it, and stops it. */
async function ask(
  files: Record<string, string> = {},
  untilKept = false,
): Promise<{ missing: number; uses: number; read: number }> {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(home, name), text);
    utimesSync(join(home, name), WRITTEN, WRITTEN);
  }
  const client = await startClient({ folder: home, options: { storage } });
  const overview = () => client.request<Overview>('briefmark/views/overview', {});
  await expect.poll(async () => (await overview()).isIndexed).toBe(true);
  const { missing } = await overview();
  const log = client.log.find((line) => line.startsWith('Read '));
  const read = Number(/(\d+) of them again/.exec(log ?? '')?.[1]);
  const uses = await usesOf(client);
  if (untilKept) await kept();
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
  return { missing, uses, read };
}

/** Waits until as much is kept as will be: how many files that are depends on where the folder is. */
async function kept(): Promise<void> {
  let before: string[] = [];
  await expect
    .poll(
      () => {
        const [now, last] = [readdirSync(storage), before];
        before = now;
        return now.length > 0 && now.join() === last.join() && now.every((name) => name.endsWith('.index'));
      },
      { interval: 500 },
    )
    .toBe(true);
}

async function usesOf(client: Client): Promise<number> {
  client.open('probe.brief', 'JNIM');
  const params = { textDocument: { uri: client.uri('probe.brief') }, position: { line: 0, character: 1 } };
  const places = await client.request<object[]>('textDocument/references', {
    ...params,
    context: { includeDeclaration: false },
  });
  return places.length - 1;
}

/** Replaces a file by another of the same size and time, as `mv` after `touch -r` does. */
function replace(name: string, text: string): void {
  const path = join(home, name);
  expect(text.length).toBe(statSync(path).size);
  writeFileSync(`${path}.new`, text);
  utimesSync(`${path}.new`, WRITTEN, WRITTEN);
  renameSync(`${path}.new`, path);
}

test('a second start reads only what has changed', async () => {
  expect(await ask(FILES, true)).toEqual({ missing: 1, uses: 2, read: 4 });
  expect(await ask({}, true)).toEqual({ missing: 1, uses: 2, read: 0 });
  expect(await ask({ 'b.brief': 'Nobody stayed (, May 3), or so.\n' })).toEqual({ missing: 2, uses: 1, read: 1 });
});

test('a file of the same size and time is another one', async () => {
  const registry = 'entities:\n  - { id: jnim, type: group, name: JNIM, aliases: [gone] }\n';
  expect(await ask({ ...FILES, 'entities.yaml': registry }, true)).toEqual({ missing: 1, uses: 2, read: 4 });
  replace('a.brief', 'Nobody left, in May.\n');
  expect(await ask({}, true)).toEqual({ missing: 0, uses: 1, read: 1 });
  replace('entities.yaml', registry.replace('gone', 'left'));
  // Other names have to be found in all briefs.
  expect(await ask({})).toEqual({ missing: 0, uses: 2, read: 3 });
});

test('other names are looked for anew, and files that are gone are forgotten', async () => {
  await ask(FILES, true);
  const renamed = 'entities:\n  - { id: jnim, type: group, name: Nusrat, aliases: [JNIM, left] }\n';
  expect(await ask({ 'entities.yaml': renamed })).toMatchObject({ missing: 1, uses: 3 });
  rmSync(join(home, 'a.brief'));
  expect(await ask()).toMatchObject({ missing: 0, uses: 1 });
});

test('what is damaged, empty or somebody else’s is not believed', async () => {
  for (const damage of ['', 'nonsense', '\u0000'.repeat(200)]) {
    await ask(FILES, true);
    for (const name of readdirSync(storage)) writeFileSync(join(storage, name), damage);
    expect(await ask()).toEqual({ missing: 1, uses: 2, read: 4 });
    rmSync(storage, { recursive: true, force: true });
  }
});
