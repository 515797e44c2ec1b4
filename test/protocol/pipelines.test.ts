/** What build servers run: the steps of the GitHub Action as GitHub runs them, and the hooks of pre-commit. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCli } from './commandLine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const LOST = 'The crew refused to sail (, May 10).\n';
const SLIP = 'Grain left the port (Eurasianet May 9).\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-pipelines-'));
  mkdirSync(join(folder, 'briefs'));
  write('briefs/a_b [1].brief', LOST + SLIP);
  write('summary.md', '# Earlier\n\n');
  write('output', '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

async function run(program: string, args: readonly string[], env: Record<string, string> = {}) {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  const options = { cwd: folder, env: { ...inherited, LC_ALL: 'C', ...env } };
  return promisify(execFile)(program, args, options).then(
    (streams) => ({ code: 0, ...streams }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

/** Runs the last step of the Action as GitHub does: with bash, and with the inputs in the environment. */
async function runAction(inputs: Record<string, string>, environment: Record<string, string> = {}) {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const step = action.runs.steps.at(-1);
  const env = Object.entries<string>(step.env).map(([name, value]) => {
    const input = /inputs\.([\w-]+)/.exec(value)![1]!;
    return [name, inputs[input] ?? action.inputs[input].default];
  });
  return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
    ...Object.fromEntries(env),
    GITHUB_ACTION_PATH: root,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output'),
    RUNNER_TEMP: folder,
    ...environment,
  });
}

test('the Action annotates lines, adds a table to the summary, and sets outputs', async () => {
  const { code, stdout, stderr } = await runAction({ paths: 'briefs', sarif: 'briefs.sarif' });
  expect(stderr).toBe('');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=briefs\/a_b \[1\]\.brief,line=1,col=27,endColumn=35,title=missing-source::/);
  expect(read('summary.md')).toMatchInlineSnapshot(`
    "# Earlier

    ### Briefmark

    1 error and 1 information in 1 of 1 file.

    | severity | position | rule | finding |
    |---|---|---|---|
    | 🔴 error | briefs/a\\_b \\[1\\].brief:1:27 | \`missing-source\` | The source of “The crew refused to sail” \\(May 10\\) is missing. Write it before the date. |
    | 🔵 information | briefs/a\\_b \\[1\\].brief:2:22 | \`malformed-citation\` | A comma is missing after the source. Write \\(Eurasianet, May 9\\). |
    "
  `);
  expect(read('output')).toBe('error=1\nwarning=0\ninformation=1\nhint=0\nfindings=2\n');
  expect(JSON.parse(read('briefs.sarif')).runs[0].results).toHaveLength(2);
});

test('the inputs of the Action are options, and never code', async () => {
  const evil = '$(touch evil); `touch evil` "; touch evil';
  const { code, stdout } = await runAction({ paths: `briefs\n${evil}`, 'fail-on': 'never' });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(() => read('evil')).toThrow('ENOENT');
  expect(read('output')).toBe('');
  const options = { paths: 'briefs', 'fail-on': 'never', arguments: '--rule=missing-source=hint\n--exclude=old/' };
  expect(await runAction(options)).toMatchObject({ code: 0, stdout: expect.stringContaining('::notice file=') });
  expect(read('output')).toContain('error=0\n');
});

test('the Action keeps a cache where it is asked to, outside of the checkout', async () => {
  const home = mkdtempSync(join(tmpdir(), 'briefmark-home-'));
  const env = { HOME: home, XDG_CACHE_HOME: join(home, 'kept'), LOCALAPPDATA: join(home, 'kept') };
  const files = () => readdirSync(home, { recursive: true }).length;
  await runAction({ paths: 'briefs' }, env);
  const before = files();
  for (let run = 0; run < 2; run++)
    expect(await runAction({ paths: 'briefs', cache: 'true' }, env)).toMatchObject({ code: 1 });
  expect([before, files()]).not.toEqual([before, before]);
  expect(
    await runAction({ paths: 'briefs', cache: 'true' }, { ...env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder }),
  ).toMatchObject({ code: 2 });
  rmSync(home, { recursive: true });
});

test('a run writes several reports at once', async () => {
  const reports = ['--report', 'junit=briefs.xml', '--report', 'gitlab=quality.json', '--report', 'markdown=briefs.md'];
  const { code, stdout } = await runCli(['check', 'briefs', ...reports], { cwd: folder });
  expect([code, stdout.split('\n').at(-2)]).toEqual([1, '1 error and 1 information in 1 of 1 file.']);
  expect(read('briefs.xml')).toMatch(/^<\?xml/);
  expect(JSON.parse(read('quality.json'))).toHaveLength(2);
  expect(read('briefs.md')).toMatch(/^### Briefmark\n/);
});

test('a report never replaces what is checked, and a wrong one is refused before anything is written', async () => {
  const errors = [];
  for (const report of ['text=briefs/a_b [1].brief', 'html=a.html', 'json', 'json=no/such/folder.json'])
    errors.push((await runCli(['check', 'briefs', `--report=${report}`], { cwd: folder })).stderr);
  expect(errors.join('')).toMatchInlineSnapshot(`
    "briefmark: “briefs/a_b [1].brief” is checked and was not replaced. Name another file for the report.
    briefmark: There is no format “html”. Use one of text, json, markdown, sarif, github, gitlab, junit.
    briefmark: The option --report needs a format and a file: --report sarif=briefs.sarif.
    briefmark: “no/such/folder.json” cannot be written: ENOENT: no such file or directory, open 'no/such/folder.json'. Name a file in an existing folder that you can write to.
    "
  `);
  expect(read('briefs/a_b [1].brief')).toBe(LOST + SLIP);
});

test('the hooks of pre-commit check the files that they are given, and correct them', async () => {
  const hooks: { id: string; entry: string; args: string[] }[] = parse(
    readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'),
  );
  const [check, fix] = hooks.map(
    ({ entry, args }) =>
      () =>
        run(process.execPath, [join(root, entry), ...args, 'briefs/a_b [1].brief']),
  );
  expect(await check!()).toMatchObject({ code: 1, stdout: expect.stringContaining('missing-source') });
  expect(await fix!()).toMatchObject({ code: 0 });
  expect(read('briefs/a_b [1].brief')).toBe(LOST + SLIP.replace('Eurasianet', 'Eurasianet,'));
});
