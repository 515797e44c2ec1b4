/** The compiled engine is kept beside its bundle, and believed only as long as it is whole and of this bundle. */
import { spawnSync } from 'node:child_process';
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

const DIST = process.env.BRIEFMARK_CLI
  ? join(process.env.BRIEFMARK_CLI, '..')
  : new URL('../../dist', import.meta.url).pathname;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'briefmark-compiled-'));
  for (const name of ['cli.js', 'server.js', 'server.browser.js']) cpSync(join(DIST, name), join(home, name));
  writeFileSync(join(home, 'a.brief'), 'The harvest failed (, May 4).\n');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function check(): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(home, 'cli.js'), 'check', 'a.brief'], { cwd: home });
  expect(stderr.toString()).toBe('');
  return stdout.toString();
}

function kept(): string[] {
  return readdirSync(home)
    .filter((name) => !/\.(?:js|brief)$/.test(name))
    .map((name) => join(home, name));
}

test('a second start uses what the first one compiled', () => {
  const first = check();
  expect(first).toContain('missing-source');
  expect(kept()).toHaveLength(1);
  const [cache = ''] = kept();
  const { mtimeMs } = statSync(cache);
  expect(check()).toBe(first);
  expect(statSync(cache).mtimeMs).toBe(mtimeMs);
});

test('what is damaged, cut off or of another bundle is compiled anew', () => {
  const first = check();
  const [cache = ''] = kept();
  const damages: (() => void)[] = [
    () => {
      const bytes = readFileSync(cache);
      bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 100);
      writeFileSync(cache, bytes);
    },
    () => truncateSync(cache, 1_000),
    () => writeFileSync(cache, ''),
    () => utimesSync(join(home, 'server.browser.js'), 1, 1),
  ];
  for (const damage of damages) {
    damage();
    const before = readFileSync(cache);
    expect(check()).toBe(first);
    expect(kept()).toEqual([cache]);
    expect(readFileSync(cache).equals(before)).toBe(false);
    expect(check()).toBe(first);
  }
});
