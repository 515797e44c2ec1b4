/** The built `dist/cli.js`, as people and pipelines run it. */
import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = process.env.BRIEFMARK_CLI ?? join(root, 'dist', 'cli.js');

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], options: SpawnOptions & { input?: string } = {}): Promise<Run> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    ...options,
    env: { ...env, ...options.env },
    stdio: 'pipe',
  });
  const read = (stream: typeof child.stdout) =>
    new Promise<string>((resolve) => {
      let text = '';
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      stream?.on('close', () => resolve(text));
    });
  child.stdin?.end(options.input ?? '');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [code, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
  return { code, stdout, stderr };
}

async function json(args: readonly string[], options: SpawnOptions & { input?: string } = {}) {
  const { stdout } = await run([...args, '--format', 'json'], options);
  return JSON.parse(stdout) as Record<string, string | number | boolean | null>[];
}

const article = '../shared/seeds/000_d33b63744b05b3e2.txt';

// The article is not ours to publish: it lies beside the project where that is developed, and in no clone.
const isHere = existsSync(join(root, article));

if (isHere)
  describe('the real article', () => {
    test('has lost exactly seven sources', async () => {
      const { code, stdout, stderr } = await run(['check', article]);
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toMatch(/\n7 errors in 1 of 1 file\.\n$/);
      const findings = await json(['check', article]);
      expect(findings.map(({ code: rule }) => rule)).toEqual(Array(7).fill('missing-source'));
      expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([article]));
    });

    test('has 18 citation items in 17 groups, all of 2021', async () => {
      const rows = await json(['list', 'citations', article]);
      expect(rows).toHaveLength(18);
      expect(new Set(rows.map(({ group }) => JSON.stringify(group))).size).toBe(17);
      expect(rows.filter(({ status }) => status === 'missing')).toHaveLength(7);
      expect(rows.every(({ iso }) => String(iso).startsWith('2021-'))).toBe(true);
    });

    test('has two sections', async () => {
      const lines = readFileSync(join(root, article), 'utf8').split('\n');
      const rows = await json(['list', 'outline', article]);
      expect(rows.map(({ title }) => lines.indexOf(String(title)) + 1)).toEqual([5, 16]);
    });
  });

const texts = join(root, '../shared/data/real');
if (existsSync(texts))
  test('real texts of other houses have no findings; whatever they cite, no source is missing', async () => {
    const paths = readdirSync(texts).map((name) => join(texts, name));
    expect(paths).toHaveLength(32);
    expect(await json(['check', ...paths])).toEqual([]);
    const rows = await json(['list', 'citations', ...paths]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ status }) => status === 'missing')).toEqual([]);
  });

test('the findings in the casebook are those that its README promises', async () => {
  const findings = await json(['check', 'samples']);
  const counts = new Map<string, number>();
  for (const { file, code } of findings) counts.set(`${file} ${code}`, (counts.get(`${file} ${code}`) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    'samples/sahel-outlook.brief.md invalid-tlp': 1,
    'samples/sahel-outlook.brief.md uncited-paragraph': 1,
    'samples/sahel-outlook.brief.md confidence-with-likelihood': 1,
    'samples/sahel-outlook.brief.md off-scale-likelihood': 1,
    'samples/sahel-outlook.brief.md mixed-likelihood-terms': 1,
    'samples/sahel-update.brief.md ambiguous-source': 1,
    'samples/sahel-update.brief.md unknown-source': 1,
    'samples/taliban-neighbours.brief missing-source': 7,
  });
});

describe('files', () => {
  let folder: string;
  const lost = 'It ended (, May 3).\n';
  const registry = 'references:\n  - { id: tass, type: report, title: T, container-title: TASS, issued: 2021-05-03 }\n';
  const cited = 'It ended (TASS, May 3, 2021).\n';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefmark-cli-'));
    const files = {
      'desk/.git/HEAD': '',
      'desk/sources.yaml': registry,
      'desk/gulf/a b.brief': cited,
      'desk/gulf/plain.txt': lost,
      'desk/old/c.brief': lost,
      'empty/readme.md': '',
      'bare/c.brief': cited,
      'sources.yaml': registry,
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const statuses = async (args: readonly string[], cwd = '.', input = '') =>
    (await json(['list', 'citations', ...args], { cwd: join(folder, cwd), input })).map(
      ({ file, status }) => `${file} ${status}`,
    );

  test('a folder is searched; names are joined to what was given', async () => {
    expect(await statuses(['desk'])).toEqual(['desk/gulf/a b.brief resolved', 'desk/old/c.brief missing']);
    expect(await statuses(['./desk/'])).toEqual(['desk/gulf/a b.brief resolved', 'desk/old/c.brief missing']);
    expect(await statuses([], 'desk/old')).toEqual(['c.brief missing']);
    expect(await statuses([join(folder, 'desk/old')])).toEqual([`${join(folder, 'desk/old/c.brief')} missing`]);
    expect(await statuses(['desk', '--exclude', 'old/'])).toEqual(['desk/gulf/a b.brief resolved']);
  });

  test('a file given by name is a brief whatever its name; each file is read once', async () => {
    expect(await statuses(['desk/gulf/plain.txt', 'desk/old', './desk/old/c.brief'])).toEqual([
      'desk/gulf/plain.txt missing',
      'desk/old/c.brief missing',
    ]);
  });

  test('the registries above a named file apply, up to the repository or the current folder', async () => {
    expect(await statuses(['desk/gulf/a b.brief'])).toEqual(['desk/gulf/a b.brief resolved']);
    expect(await statuses(['a b.brief'], 'desk/gulf')).toEqual(['a b.brief unchecked']);
    expect(await statuses(['bare/c.brief'])).toEqual(['bare/c.brief resolved']);
    expect(await statuses(['../bare/c.brief'], 'empty')).toEqual(['../bare/c.brief unchecked']);
    expect(await statuses(['../bare/c.brief', '../desk/sources.yaml'], 'empty')).toEqual(['../bare/c.brief resolved']);
  });

  test('- is standard input, with the registries of the current folder', async () => {
    expect(await statuses(['-'], 'desk', `\ufeff${cited}`)).toEqual(['<stdin> resolved']);
    const { code, stdout } = await run(['check', '-'], { cwd: folder, input: lost });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<stdin>:1:11 error missing-source /);
  });

  test('a folder in which nothing was checked is not clean', async () => {
    const { code, stdout, stderr } = await run(['check', 'empty'], { cwd: folder });
    expect([code, stdout]).toEqual([2, 'Nothing was checked.\n']);
    expect(stderr).toBe(
      'briefmark: There are no briefs (*.brief, *.brief.md, *.brief.txt) and no registries in “empty”. Passed over: empty/readme.md. Name a text file to read it as a brief.\n',
    );
    expect((await run(['check', 'empty', '--allow-empty'], { cwd: folder })).code).toBe(0);
    expect((await run(['list', 'citations', 'empty'], { cwd: folder })).code).toBe(0);
  });

  test('what is no text, no regular file or a link to elsewhere is named, and the check is not complete', async () => {
    const odd = join(folder, 'odd');
    const write = async (name: string, text: string | Uint8Array) => {
      await mkdir(dirname(join(odd, name)), { recursive: true });
      await writeFile(join(odd, name), text);
    };
    const utf16 = Buffer.from(`\ufeff${lost}`, 'utf16le');
    await write('text/a.brief', cited);
    await write('text/utf16.brief', utf16);
    await write('binary/a.brief', 'PK\x03\x04 and so on');
    await write('latin/sources.yaml', Uint8Array.of(0x45, 0x6c, 0x20, 0xed, 0x0a));
    await write('linked/a.brief', cited);
    await symlink('../text/a.brief', join(odd, 'linked/b.brief'));
    await write('config/a.brief', lost);
    await symlink('/dev/zero', join(odd, 'config/.briefmark.yaml'));
    await write('secret/a.brief', lost);
    await write('key', 'KEY: secret');
    await symlink('../key', join(odd, 'secret/.briefmark.yaml'));
    const check = async (...args: string[]) => {
      const { code, stderr } = await run(['check', ...args], { cwd: odd });
      return `${code} ${stderr.trimEnd()}`;
    };
    expect(await check('text')).toMatchInlineSnapshot(
      `"1 briefmark: “text/utf16.brief” is encoded in UTF-16, and was read so. Save it as UTF-8."`,
    );
    expect(await check('binary')).toMatchInlineSnapshot(
      `"2 briefmark: “binary/a.brief” was not read: it is a Word or other Office document. Save it as plain text in UTF-8."`,
    );
    expect(await check('latin')).toMatchInlineSnapshot(
      `"2 briefmark: “latin/sources.yaml” was not read: it is not encoded in UTF-8. Save it as UTF-8."`,
    );
    expect(await check('linked')).toMatchInlineSnapshot(
      `"2 briefmark: “linked/b.brief” was not read: it is a symbolic link. Put the file itself here, or exclude the link."`,
    );
    expect(await check('config')).toMatchInlineSnapshot(
      `"2 briefmark: “config/.briefmark.yaml” was not read: it is a symbolic link. Put the file itself here, or exclude the link."`,
    );
    expect(await check('secret')).toMatchInlineSnapshot(
      `"2 briefmark: “secret/.briefmark.yaml” was not read: it is a symbolic link. Put the file itself here, or exclude the link."`,
    );
    expect(await check('/dev/zero')).toMatchInlineSnapshot(
      `"2 briefmark: “/dev/zero” was not read: it is not a regular file. Copy its text into one."`,
    );
  });

  test('a folder as standard input is not an empty brief', async () => {
    const result = await promisify(execFile)('sh', ['-c', `"${process.execPath}" "${cli}" check - < /`]).catch(
      (error) => error,
    );
    expect([result.code, result.stdout]).toEqual([2, 'Nothing was checked.\n']);
    expect(result.stderr).toContain('Standard input is a folder');
  });

  test('a file that is named twice, and once through a link, is checked once', async () => {
    await symlink(join(folder, 'desk'), join(folder, 'latest'), 'dir');
    expect(await statuses(['desk/old', 'latest/old/c.brief', 'latest'])).toEqual([
      'desk/old/c.brief missing',
      'latest/gulf/a b.brief resolved',
    ]);
    await rm(join(folder, 'latest'));
  });

  test('the threshold decides the exit code', async () => {
    const code = async (...args: string[]) => (await run(['check', ...args], { cwd: folder, input: cited })).code;
    expect(await code('desk')).toBe(1);
    expect(await code('desk', '--fail-on', 'never')).toBe(0);
    expect(await code('-')).toBe(0);
    // By default, information and hints are shown and do not fail.
    for (const level of ['hint', 'information'])
      expect(await code('desk', '--rule', `missing-source=${level}`)).toBe(0);
    expect(await code('desk', '--rule', 'missing-source=hint', '--fail-on', 'hint')).toBe(1);
    expect(await code('desk', '--rule', 'missing-source=warning')).toBe(1);
  });

  test('sarif and github output is complete', async () => {
    const sarif = await run(['check', 'desk', '--format', 'sarif'], { cwd: folder });
    expect(JSON.parse(sarif.stdout).runs[0].results).toHaveLength(1);
    const github = await run(['check', 'desk', '--format', 'github'], { cwd: folder });
    expect(github.stdout).toMatch(
      /^::error file=desk\/old\/c\.brief,line=1,col=11,endColumn=18,title=missing-source::/,
    );
  });

  test.each([
    [['chek'], 'There is no command “chek”.'],
    [['check', '--color'], '“check” has no option --color.'],
    [['check', '--format', 'xml'], 'Invalid value “xml” for --format.'],
    [['check', 'nowhere'], 'There is no file or folder “nowhere” in '],
    [['list', 'citations', 'desk', 'no\x1bwhere'], 'There is no file or folder “no\\x1bwhere” in '],
    [['list'], 'Nothing to list: name one of citations,'],
    [['check', '--profile', 'final'], 'Invalid value “final” for --profile. Use one of draft, release.'],
    [['check', '--rule', 'missing-sorce=off'], 'There is no rule “missing-sorce”. Did you mean “missing-source”?'],
    [['check', '--rule', 'missing-source=eror'], 'Unknown severity “eror” for missing-source. Did you mean “error”?'],
    [['check', '--rule', 'missing-source'], 'The option --rule needs a rule and a severity: --rule missing-source='],
    [['rules', 'missing-sorce'], 'There is no rule “missing-sorce”. Did you mean “missing-source”?'],
    [['rules', '--format', 'csv'], 'Invalid value “csv” for --format. Use one of text, json.'],
  ])('%o cannot run', async (args, message) => {
    const { code, stdout, stderr } = await run(args, { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`briefmark: ${message}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('configuration', () => {
  let folder: string;
  const lost = 'It ended (, May 3).\n';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefmark-config-'));
    const files = {
      'desk/.git/HEAD': '',
      'desk/.briefmark.yaml': 'rules: { missing-source: { draft: hint, release: warning } }\nexclude: [old/]\n',
      'desk/gulf/a.brief': lost,
      'desk/gulf/b.brief': `---\nprofile: release\n---\n\n${lost}`,
      'desk/old/c.brief': lost,
      'desk/near/.briefmark.yaml': 'rules: { missing-source: warning }\nexclude: ["*"]\n',
      'desk/near/e.brief': 'It ended (, May 3) at last (Nikkei, May 3, 2021).\n',
      'desk/sources.yaml': 'references: []\n',
      'wrong/.briefmark.yaml': 'profile: relase\nrules: { missing-source: hint, unknown-sorce: off }\n',
      'wrong/below/d.brief': lost,
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const found = async (args: readonly string[], cwd = '.', input = '') =>
    (await json(['check', ...args], { cwd: join(folder, cwd), input })).map(
      ({ file, code, severity }) => `${file} ${code} ${severity}`,
    );

  test('applies in its folder, below it, and to a named file', async () => {
    const both = ['gulf/a.brief missing-source hint', 'gulf/b.brief missing-source warning'];
    expect(await found(['--exclude', 'near/'], 'desk')).toEqual(both);
    expect(await found(['gulf'], 'desk')).toEqual(both);
    expect(await found(['desk/gulf/a.brief'])).toEqual(['desk/gulf/a.brief missing-source hint']);
    expect(await found(['-'], 'desk', lost)).toEqual(['<stdin> missing-source hint']);
  });

  test('the nearest one applies, and not to files above it', async () => {
    expect(await found(['desk/near/e.brief'])).toEqual([
      'desk/near/e.brief missing-source warning',
      'desk/near/e.brief unknown-source hint',
    ]);
  });

  test('an excluded file is read if it is named', async () => {
    expect(await found(['desk/old/c.brief'])).toEqual(['desk/old/c.brief missing-source hint']);
    expect(await found(['old'], 'desk')).toEqual([]);
  });

  test('the command line overrides it', async () => {
    const path = 'desk/gulf/a.brief';
    expect(await found([path, '--profile', 'release'])).toEqual([`${path} missing-source warning`]);
    expect(await found([path, '--rule', 'missing-source=error'])).toEqual([`${path} missing-source error`]);
    expect(await found(['desk/gulf', '--rule', 'missing-source=off'])).toEqual([]);
    expect(await found(['desk/gulf/b.brief', '--profile', 'draft'])).toEqual(['desk/gulf/b.brief missing-source hint']);
  });

  test('its mistakes are findings if its folder is checked, and warnings otherwise', async () => {
    expect(await found(['wrong'])).toEqual([
      'wrong/.briefmark.yaml invalid-registry error',
      'wrong/.briefmark.yaml invalid-registry error',
      'wrong/below/d.brief missing-source hint',
    ]);
    expect(await found(['wrong/.briefmark.yaml'])).toHaveLength(2);
    const below = await run(['check', 'below'], { cwd: join(folder, 'wrong') });
    expect(below.stderr).toBe(
      'briefmark: .briefmark.yaml:1: There is no profile “relase”. Did you mean “release”? Write draft or ' +
        'release. “briefmark check .briefmark.yaml” shows 1 more.\n',
    );
    expect(below.stdout).toContain('below/d.brief:1:11 hint missing-source');
  });
});

test('the rules: all, one explained, and as JSON', async () => {
  const all = await run(['rules']);
  expect([all.code, all.stderr]).toEqual([0, '']);
  expect(all.stdout).toMatch(/^missing-source {2,}error {2,}error {2,}yes {2,}A citation has a date but no source\.$/m);
  const one = await run(['rules', 'missing-source']);
  expect(one.stdout).toMatch(/^missing-source: A citation has a date but no source\.\n/);
  expect(one.stdout).toContain('Standard  ICD 206');
  expect(one.stdout).toContain('Found:');
  const rows = await json(['rules']);
  expect(new Set(rows.map((row) => Object.keys(row).join()))).toEqual(new Set(['code,severity,fixable,standard']));
  expect(await json(['rules', 'missing-source'])).toEqual([rows.find(({ code }) => code === 'missing-source')]);
});

test('the sources of the casebook', async () => {
  const rows = await json(['list', 'sources', 'samples']);
  expect(rows.find(({ id }) => id === 'rfi-2023-12-22')).toEqual({
    file: 'samples/sahel-update.brief.md',
    outlet: 'Radio France Internationale',
    title: 'Last French soldiers leave Niger',
    date: '2023-12-22',
    id: 'rfi-2023-12-22',
    status: 'resolved',
    rating: 'B1',
    cited: 1,
    archived: true,
    singleSourced: 1,
  });
  const { stdout } = await run(['list', 'sources', 'samples', '--format', 'csv']);
  expect(stdout).toMatch(/^file,outlet,title,date,id,status,rating,cited,archived,single_sourced\r\n/);
});

test.each([[[]], [['check']], [['list']], [['render']], [['rules']], [['lsp']]])(
  'help and version with %j',
  async (command) => {
    const help = await run([...command, '--help']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain(`Usage: briefmark ${command[0] ?? 'COMMAND'}`);
    expect((await run([...command, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  },
);

test('without a command, the help is an error', async () => {
  const nothing = await run([]);
  expect([nothing.code, nothing.stdout]).toEqual([2, '']);
  expect(nothing.stderr).toContain('Usage: briefmark COMMAND');
});

test('colors if forced, but never with NO_COLOR', async () => {
  const paints = async (env: Record<string, string>) =>
    (await run(['check', '-'], { env, input: 'It ended (, May 3).' })).stdout.includes('\x1b');
  expect(await paints({})).toBe(false);
  expect(await paints({ FORCE_COLOR: '1' })).toBe(true);
  expect(await paints({ FORCE_COLOR: '0' })).toBe(false);
  expect(await paints({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

test('the reader of the output may stop early', async () => {
  const child = spawn(process.execPath, [cli, 'check', '-'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end('It ended (, May 3). '.repeat(5_000));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
  expect(complaints).toBe('');
});

test('lsp answers an editor', async () => {
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { cwd: root, stdio: 'pipe' });
  const answer = new Promise<string>((resolve) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('"capabilities"')) resolve(text);
    });
  });
  child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  expect(await answer).toContain('"hoverProvider"');
  child.kill();
});
