/** `briefmark diff` of the built `dist/cli.js`, with files and with a Git repository. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from './commandLine.ts';

const OLD = '---\ndate: 2022-06-01\n---\n\nGrain left the port on May 3 (TASS, May 4).\n';
const NEW = OLD.replace('TASS', '');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-diff-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runCli(['diff', ...args], { cwd: folder, env: { LC_ALL: 'C' } });

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

const EMPTIED = `new.brief:5:1 source-emptied This citation no longer names its source. It was “TASS, May 4, 2022”.
  Grain left the port on May 3.

One brief compared: one change.
`;

test('two files', async () => {
  write('old.brief', OLD);
  write('new.brief', NEW);
  expect(await run('old.brief', 'new.brief')).toEqual({ code: 1, stdout: EMPTIED, stderr: '' });
  expect(await run('old.brief', 'old.brief')).toMatchObject({ code: 0 });
  expect(await run('old.brief', 'gone.brief')).toMatchObject({ code: 2, stdout: '' });
  expect(await run('old.brief')).toMatchObject({
    code: 2,
    stderr: 'briefmark: Name two files, or a revision: “briefmark diff OLD NEW” or “briefmark diff HEAD -- PATHS”.\n',
  });
});

test('a commit and the files of today', async () => {
  write('new.brief', OLD);
  expect((await run('HEAD', '--', '.')).stderr).toMatch(/^briefmark: The files are not in a Git repository/);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=One');
  expect(await run('HEAD', '--', '.')).toEqual({
    code: 0,
    stdout: 'One brief compared: no statement lost or changed its source.\n',
    stderr: '',
  });
  write('new.brief', NEW);
  write('added.brief', 'The first of 300 tons arrived in Odesa on May 9.\n');
  const { code, stdout } = await run('HEAD', '--format', 'json');
  expect([code, stdout]).toEqual([2, '']);
  const changes = JSON.parse((await run('HEAD', '--format', 'json', '--', '.')).stdout);
  expect(changes.map(({ file, kind, line }: Record<string, unknown>) => [file, kind, line])).toEqual([
    ['added.brief', 'added-without-source', 1],
    ['new.brief', 'source-emptied', 5],
  ]);
  expect(Object.keys(changes[1])).toEqual([
    ...['kind', 'message', 'file', 'statement', 'span', 'line', 'column', 'earlier', 'lost', 'gained', 'other'],
  ]);
  expect((await run('HEAD~7', '--', '.')).stderr).toBe('briefmark: Git knows no commit “HEAD~7” here.\n');
  expect((await run('--', '.')).code).toBe(2);
  expect((await run('HEAD', '--format', 'markdown', '--', 'new.brief')).stdout).toBe(
    '### Sources of the briefs\n\nOne brief compared: one change.\n\n- **new.brief:5** This citation no longer names its source. It was “TASS, May 4, 2022”.\n  > Grain left the port on May 3.\n',
  );
});

test('check --changed-since leaves out what the commit has', async () => {
  write('same.brief', NEW);
  write('edited.brief', OLD);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=One');
  write('edited.brief', NEW);
  write('added ü.brief', NEW);
  const check = (...args: string[]) =>
    runCli(['check', '--format', 'json', ...args], { cwd: folder, env: { LC_ALL: 'C' } });
  const { code, stdout } = await check('--changed-since', 'HEAD');
  expect([code, JSON.parse(stdout).map(({ file }: { file: string }) => file)]).toEqual([
    1,
    ['added ü.brief', 'edited.brief'],
  ]);
  expect((await check('--changed-since', 'nothing')).stderr).toBe('briefmark: Git knows no commit “nothing” here.\n');
});
