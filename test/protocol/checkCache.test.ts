/** `briefmark check --cache` of the built `dist/cli.js`: the same output, a file where nobody else writes, and no trust in a damaged one. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from './commandLine.ts';

const LOST = 'The crew refused to sail (, May 10).\n';
const SLIP = 'Grain left the port (Eurasianet May 9).\n';
const CLEAN = 'Grain left the port (Eurasianet, May 9).\n';

let folder: string;
let project: string;
let caches: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-cache-'));
  [project, caches] = ['project', 'caches'].map((name) => join(folder, name)) as [string, string];
  mkdirSync(join(project, 'briefs'), { recursive: true });
  mkdirSync(join(project, '.git'));
  mkdirSync(caches);
  write('briefs/a.brief', LOST + SLIP);
  write('briefs/b.brief', CLEAN);
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(project, name), text);
const run = (...args: string[]) => runIn({}, ...args);
const runIn = (env: Record<string, string>, ...args: string[]) =>
  runCli(['check', ...args], {
    cwd: project,
    env: { LC_ALL: 'C', HOME: folder, LOCALAPPDATA: caches, XDG_CACHE_HOME: caches, ...env },
  });
const named = () => ['--cache', `--cache-location=${join(caches, 'checks')}`];
const stored = () => readFileSync(join(caches, 'checks'), 'utf8');
/** Where the default file is. */
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test.each(['text', 'json', 'markdown', 'sarif', 'github', 'gitlab', 'junit'])('%s is the same', async (format) => {
  const options = ['briefs', `--format=${format}`, '--profile=release'];
  const without = await run(...options);
  expect(await run(...options, ...named())).toEqual(without);
  const before = statSync(join(caches, 'checks')).mtimeMs;
  expect(await run(...options, ...named())).toEqual(without);
  expect(await run(...options, ...named(), '--threads=2')).toEqual(without);
  // What has not changed is not written again.
  expect(statSync(join(caches, 'checks')).mtimeMs).toBe(before);
});

test('what changes is found: a brief, a registry, the language', async () => {
  await run(...named());
  write('briefs/b.brief', LOST);
  expect((await run(...named())).stdout).toContain('b.brief:1:27');
  const unknown = { stdout: expect.stringContaining('unknown-source') };
  expect(await run(...named(), '--profile=release')).not.toMatchObject(unknown);
  write(
    'briefs/sources.yaml',
    'references:\n  - { id: a, type: report, title: A, container-title: A, issued: 2021 }\n',
  );
  expect(await run(...named(), '--profile=release')).toMatchObject(unknown);
  expect((await runIn({ LC_ALL: 'es_ES.UTF-8' }, ...named())).stdout).toContain('Falta');
});

test('the default file is in the folder of the user, for each project, and readable to nobody else', async () => {
  expect(await run('--cache')).toMatchObject({ code: 1, stderr: '' });
  expect(await run('briefs', '--cache')).toMatchObject({ code: 1, stderr: '' });
  const files = filesIn(folder).filter(({ parentPath }) => !parentPath.startsWith(project));
  expect(files).toHaveLength(1);
  const { parentPath, name } = files[0]!;
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  if (process.platform !== 'win32') expect(statSync(join(parentPath, name)).mode & 0o777).toBe(0o600);
});

test('a file that is damaged, foreign or of another build is ignored and replaced', async () => {
  const without = await run();
  await run(...named());
  const good = stored();
  const [header = '', rest = ''] = good.split('\n');
  const forged = rest.replace(/"findings":\[.*?\],"cited"/, '"findings":[],"cited"');
  expect(forged).not.toBe(rest);
  for (const damaged of [
    '',
    '\n',
    '{}',
    good.slice(0, -9),
    `${header}\n${forged}`,
    good.replace('cache-1', 'cache-0'),
  ]) {
    writeFileSync(join(caches, 'checks'), damaged);
    expect(await run(...named())).toEqual(without);
    expect(stored()).toBe(good);
  }
  expect(readdirSync(caches)).toEqual(['checks']);
});

test('a run on some files keeps what is known of the others, and forgets files that are gone', async () => {
  await run(...named());
  const uris = () => (JSON.parse(stored().split('\n')[1]!) as [string][]).map(([uri]) => uri.split('/').at(-1)).sort();
  write('briefs/c.brief', CLEAN);
  await run(...named(), 'briefs/c.brief');
  expect(uris()).toEqual(['a.brief', 'b.brief', 'c.brief']);
  rmSync(join(project, 'briefs/b.brief'));
  await run(...named(), 'briefs/c.brief');
  expect(uris()).toEqual(['a.brief', 'c.brief']);
  expect((await runCli(['check', '-', ...named()], { cwd: project, input: LOST })).stdout).toContain('<stdin>:1:27');
  expect(uris()).toEqual(['a.brief', 'c.brief']);
});

test('--fix corrects what the cache knows of, and the next run finds it corrected', async () => {
  await run(...named());
  expect(await run(...named(), '--fix', '--dry-run')).toEqual(await run('--fix', '--dry-run'));
  const { stderr, stdout } = await run(...named(), '--fix');
  expect(stderr).toBe('briefmark: Corrected in 1 file: 1 malformed-citation.\n');
  expect(readFileSync(join(project, 'briefs/a.brief'), 'utf8')).toBe(LOST + CLEAN);
  expect(await run(...named())).toMatchObject({ stdout, stderr: '' });
  expect((await run(...named(), '--fix')).stderr).toBe('briefmark: There is nothing to correct automatically.\n');
});

test('a place that the authors of the briefs can write to is refused', async () => {
  const outside = join(folder, 'outside');
  mkdirSync(outside);
  const links: [target: string, path: string][] = [
    [join(project, 'briefs'), join(outside, 'in')],
    [join(project, 'briefs', 'gone'), join(outside, 'dangling')],
    [join(outside, 'dangling'), join(outside, 'twice')],
    [outside, join(project, 'out')],
  ];
  for (const [target, path] of links) symlinkSync(target, path, 'junction');
  const refused = {
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^briefmark: The cache “.*” would be in .*project, with what is checked/),
  };
  for (const place of ['checks', 'briefs/checks', '../project/x', '../outside/in/x', '../outside/dangling', 'out/x'])
    expect(await run('briefs', '--cache', `--cache-location=${place}`), place).toMatchObject(refused);
  expect(await run('briefs', '--cache', '--cache-location=../outside/twice')).toMatchObject(refused);
  expect(await runIn({ XDG_CACHE_HOME: project, LOCALAPPDATA: project, HOME: project }, '--cache')).toMatchObject(
    refused,
  );
  expect(await run('briefs/a.brief', '--cache', '--cache-location=checks')).toMatchObject(refused);
  expect(existsSync(join(project, 'briefs', 'gone'))).toBe(false);
  expect(await run('briefs', '--cache', '--cache-location=../project2')).toMatchObject({ code: 1, stderr: '' });
  expect(await run('briefs', '--cache-location=x')).toMatchObject({ code: 2, stderr: expect.stringContaining('both') });
});

test('a cache that cannot be written is said, and changes no result', async () => {
  mkdirSync(join(caches, 'checks'));
  const { code, stdout, stderr } = await run(...named());
  expect({ code, stdout }).toEqual({ code: 1, stdout: (await run()).stdout });
  expect(stderr).toMatch(/^briefmark: The cache “.*checks” cannot be written: .* The findings are complete\.\n$/);
});
