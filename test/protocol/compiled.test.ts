/** The compiled engine is stored in the folder of `--compile-cache`, and used only while it is complete and of this bundle. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMessageConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { SERVER_PATH } from './client.ts';

const DIST = join(SERVER_PATH, '..');

let home: string;
let cacheFolder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'briefmark-compiled-'));
  cacheFolder = join(home, 'not', 'yet', 'there');
  for (const name of ['server.js', 'engine.js']) cpSync(join(DIST, name), join(home, name));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Starts the copied server and stops it. Returns what it answers to `initialize`. */
async function start(args = [`--compile-cache=${cacheFolder}`]): Promise<InitializeResult> {
  const child = spawn(process.execPath, [join(home, 'server.js'), '--stdio', ...args]);
  const exited = once(child, 'exit');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exited).toEqual([0, null]);
  return initialized;
}

function stored(): string[] {
  return readdirSync(cacheFolder).map((name) => join(cacheFolder, name));
}

test('a second start uses what the first one compiled', async () => {
  const first = await start();
  expect(first.serverInfo).toEqual({ name: 'Briefmark' });
  expect(stored()).toHaveLength(1);
  const [cache = ''] = stored();
  const { mtimeMs } = statSync(cache);
  expect(await start()).toEqual(first);
  expect(statSync(cache).mtimeMs).toBe(mtimeMs);
});

test('what is damaged, cut off or of another bundle is compiled anew', async () => {
  const first = await start();
  const [cache = ''] = stored();
  const damages: (() => void)[] = [
    () => {
      const bytes = readFileSync(cache);
      bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 100);
      writeFileSync(cache, bytes);
    },
    () => truncateSync(cache, 1_000),
    () => writeFileSync(cache, ''),
    () => utimesSync(join(home, 'engine.js'), 1, 1),
  ];
  for (const damage of damages) {
    damage();
    const before = readFileSync(cache);
    expect(await start()).toEqual(first);
    expect(stored()).toEqual([cache]);
    expect(readFileSync(cache).equals(before)).toBe(false);
    expect(await start()).toEqual(first);
  }
});

test('without the argument nothing is stored anywhere', async () => {
  await start([]);
  expect(readdirSync(home).sort()).toEqual(['engine.js', 'server.js']);
});
