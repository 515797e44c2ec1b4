/** `briefmark check --fix` of the built `dist/cli.js`: what it writes, and what it leaves alone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFixing } from '../../server/src/cli/fixing.ts';
import type { Input } from '../../server/src/cli/inputs.ts';
import { openProject } from '../../server/src/cli/project.ts';
import { replaceUnchangedFile } from '../../server/src/cli/replaceFile.ts';
import { runCli } from './commandLine.ts';

const SLIP = 'Grain left the port (Eurasianet May 9).\n';
const FIXED = 'Grain left the port (Eurasianet, May 9).\n';
const LOST = 'The crew refused to sail (, May 10).\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-fix-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runCli(['check', ...args], { cwd: folder, env: { LC_ALL: 'C' } });
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('corrects briefs and reports what is left', async () => {
  write('a.brief', SLIP + LOST);
  write('b.brief', `${SLIP}\n(Reuters May 3)\n`);
  write('c.brief', 'Nothing to see.\n');
  const before = statSync(join(folder, 'c.brief')).mtimeMs;
  const { code, stdout, stderr } = await run('--fix');
  expect(stderr).toBe('briefmark: Corrected in 2 files: 3 malformed-citation.\n');
  expect(stdout).toMatch(/^a\.brief:2:27 error missing-source .*\n\n1 error in 1 of 3 files\.\n$/s);
  expect(code).toBe(1);
  expect(read('a.brief')).toBe(FIXED + LOST);
  expect(read('b.brief')).toBe(`${FIXED}\n(Reuters, May 3)\n`);
  expect(statSync(join(folder, 'c.brief')).mtimeMs).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(['a.brief', 'b.brief', 'c.brief']);
  expect(await run('--fix', 'b.brief')).toMatchObject({
    code: 0,
    stderr: 'briefmark: There is nothing to correct automatically.\n',
  });
});

test('keeps the byte order mark, the line ends and the permissions', async () => {
  write('a.brief', `\uFEFF${SLIP}\n${SLIP}`.replaceAll('\n', '\r\n'));
  write('mac.brief', `${SLIP}\n${SLIP}`.replaceAll('\n', '\r'));
  chmodSync(join(folder, 'a.brief'), 0o600);
  expect(await run('--fix')).toMatchObject({ code: 0 });
  expect(read('a.brief')).toBe(`\uFEFF${FIXED}\n${FIXED}`.replaceAll('\n', '\r\n'));
  expect(read('mac.brief')).toBe(`${FIXED}\n${FIXED}`.replaceAll('\n', '\r'));
  if (process.platform !== 'win32') expect(statSync(join(folder, 'a.brief')).mode & 0o777).toBe(0o600);
});

test('a file in another encoding is left as it is, and the run is not complete', async () => {
  const bytes = Buffer.from(`\uFEFF${SLIP}`, 'utf16le');
  write('a.brief', bytes);
  write('b.brief', SLIP);
  const { code, stderr } = await run('--fix', '--fail-on', 'never');
  expect(code).toBe(2);
  expect(stderr).toContain('“a.brief” was not changed, because it is not in UTF-8. Save it in UTF-8.\n');
  expect(readFileSync(join(folder, 'a.brief'))).toEqual(bytes);
  expect(read('b.brief')).toBe(FIXED);
});

test('the formats report what is left, and the profile and the house style apply', async () => {
  write('.briefmark.yaml', 'style: { dates: 5 September }\nprofile: release\n');
  write('a.brief', `${SLIP}\n${LOST}`);
  const { stdout, stderr } = await run('--fix', '--format', 'json');
  expect(read('a.brief')).toBe(`Grain left the port (Eurasianet, 9 May).\n\n${LOST.replace('May 10', '10 May')}`);
  expect(stderr).toContain('citation-date-style');
  const findings = JSON.parse(stdout) as { code: string; span: { start: number; end: number } }[];
  const lost = findings.find(({ code }) => code === 'missing-source')!;
  expect(read('a.brief').slice(lost.span.start, lost.span.end)).toBe(', 10 May');
});

test('a dry run writes nothing, and prints a diff that Git applies', async () => {
  write('a.brief', `\uFEFF${`One.\n\nTwo.\n\n${SLIP}\nThree.\n`.replaceAll('\n', '\r\n')}`);
  write('b.brief', `${LOST}\n${SLIP.trimEnd()}`);
  const texts = [read('a.brief'), read('b.brief')];
  const { code, stdout, stderr } = await run('--fix', '--dry-run', '.');
  expect(stderr).toBe('briefmark: Would be corrected in 2 files: 2 malformed-citation. Nothing was written.\n');
  expect(code).toBe(1);
  expect([read('a.brief'), read('b.brief')]).toEqual(texts);
  expect(stdout.replaceAll('\r', '')).toMatchInlineSnapshot(`
    "--- a/a.brief
    +++ b/a.brief
    @@ -2,6 +2,6 @@
     
     Two.
     
    -Grain left the port (Eurasianet May 9).
    +Grain left the port (Eurasianet, May 9).
     
     Three.
    --- a/b.brief
    +++ b/b.brief
    @@ -1,3 +1,3 @@
     The crew refused to sail (, May 10).
     
    -Grain left the port (Eurasianet May 9).
    \\ No newline at end of file
    +Grain left the port (Eurasianet, May 9).
    \\ No newline at end of file
    "
  `);
  execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
  expect([read('a.brief'), read('b.brief')]).toEqual(
    texts.map((text) => text.replace('Eurasianet May', 'Eurasianet, May')),
  );
});

test('what cannot be corrected is refused with advice', async () => {
  write('a.brief', SLIP);
  const errors = [];
  for (const args of [['--fix', '-'], ['--dry-run'], ['--fix', '--dry-run', '--format', 'json']])
    errors.push((await run(...args)).stderr);
  expect(errors.join('')).toMatchInlineSnapshot(`
    "briefmark: Standard input cannot be corrected. Save the text in a file, and name that.
    briefmark: --dry-run shows what --fix would change. Use both: --fix --dry-run.
    briefmark: --dry-run prints a unified diff. Leave out --format.
    "
  `);
  expect(read('a.brief')).toBe(SLIP);
});

test('a file that changed while it was checked stays as it is', async () => {
  const path = join(folder, 'a.brief');
  const input: Input = {
    name: 'a.brief',
    uri: pathToFileURL(path).href,
    kind: 'brief',
    named: true,
    inFolder: true,
    read: async () => ({ text: SLIP }),
  };
  const reports: string[] = [];
  const noProblem = (name: string) => expect.fail(name);
  write('a.brief', LOST);
  const project = await openProject([input], noProblem, noProblem);
  const { checker, result } = createFixing(project, { isDryRun: false, report: (line) => reports.push(line) });
  const texts: string[] = [];
  for await (const file of project.sources())
    if (file.kind === 'unparsed') texts.push((await checker.check(file)).source.text);
  expect(texts).toEqual([SLIP]);
  expect(result()).toMatchObject({ files: 0, diff: '', isComplete: false });
  expect(reports).toEqual(['“a.brief” changed while it was checked, and was not corrected. Run the command again.']);
  expect(read('a.brief')).toBe(LOST);
});

test('a file that changed in the last moment is not replaced', async () => {
  write('a.brief', SLIP);
  const path = join(folder, 'a.brief');
  expect(await replaceUnchangedFile(path, Buffer.from(LOST), Buffer.from(FIXED))).toBe(false);
  expect(readdirSync(folder).map(read)).toEqual([SLIP]);
  expect(await replaceUnchangedFile(path, Buffer.from(SLIP), Buffer.from(FIXED))).toBe(true);
  expect(readdirSync(folder).map(read)).toEqual([FIXED]);
});
