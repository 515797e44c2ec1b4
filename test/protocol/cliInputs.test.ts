/** Which files the command line reads: those that are named, folders, standard input, and what `.briefmark.yaml` says of them. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLI, ROOT, type RunOptions, runCli, runJson } from './commandLine.ts';

const run = (args: readonly string[], options: RunOptions = {}) => runCli(args, { cwd: ROOT, ...options });

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
    (await runJson(['list', 'citations', ...args], { cwd: join(folder, cwd), input })).map(
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
      'briefmark: There are no briefs (*.brief, *.brief.md, *.brief.txt) and no registries in “empty”. Passed over: empty/readme.md. Name a text file to read it as a brief, or list such files in .briefmark.yaml: include: ["**/*.{md,txt}"]\n',
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
    const result = await promisify(execFile)('sh', ['-c', `"${process.execPath}" "${CLI}" check - < /`]).catch(
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
    (await runJson(['check', ...args], { cwd: join(folder, cwd), input })).map(
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
