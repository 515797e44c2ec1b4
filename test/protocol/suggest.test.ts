/** `briefmark suggest` of the built `dist/cli.js`: output, exit codes, and what it writes. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from './commandLine.ts';

const BRIEF =
  '---\ndate: 2022-06-01\n---\n\nHarbor Minister Ida Holm spoke in Oslo (TASS, May 2; Harbor Weekly, May 3). It fell (, May 4).\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefmark-suggest-'));
  await writeFile(join(folder, 'a.brief'), BRIEF);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => runCli(['suggest', ...args], { cwd: folder, env: { LC_ALL: 'C' } });

const textOf = (name: string) => readFile(join(folder, name), 'utf8');

test('names as JSON, with spans in the file', async () => {
  const { code, stdout, stderr } = await run('names', 'a.brief', '--format', 'json');
  expect([code, stderr]).toEqual([0, '']);
  const rows = JSON.parse(stdout);
  const phrases = rows.map((row: { spans: { start: number; end: number }[] }) =>
    row.spans.map(({ start, end }) => BRIEF.slice(start, end)),
  );
  expect(rows.map(({ kind, name, type }: Record<string, string>) => [kind, name, type])).toEqual([
    ['entity', 'Oslo', 'place'],
    ['entity', 'Ida Holm', 'person'],
  ]);
  expect(phrases).toEqual([['Oslo'], ['Harbor Minister Ida Holm']]);
  expect(Object.keys(rows[0])).toEqual([
    ...['kind', 'name', 'type', 'aliases', 'count', 'files', 'spans', 'reason', 'sentence', 'entry'],
  ]);
});

test.each(
  ['names', 'sources'].flatMap((subject) => ['table', 'json', 'yaml'].map((format) => [subject, format] as const)),
)('%s as %s writes nothing', async (subject, format) => {
  expect((await run(subject, '.', '--format', format)).code).toBe(0);
  expect(await readdir(folder)).toEqual(['a.brief']);
});

test('--write creates the registries with what --format yaml prints; then nothing is left to suggest', async () => {
  const { stdout: yaml } = await run('sources', '.', '--format', 'yaml');
  const { code, stderr } = await run('sources', '.', '--write');
  expect(code).toBe(0);
  expect(stderr).toBe(
    'briefmark: Created sources.yaml with 2 sources.\nbriefmark: Created entities.yaml with 2 entities.\n',
  );
  expect(yaml).toBe(
    `# sources.yaml\n${await textOf('sources.yaml')}\n# entities.yaml\n${await textOf('entities.yaml')}`,
  );
  const again = await run('sources', '.', '--write', '--format', 'json');
  expect([again.code, again.stdout]).toEqual([0, '[]\n']);
  expect(again.stderr).toBe(
    'briefmark: Nothing was written: the registries have everything that the briefs name or cite.\n',
  );
});

test('what exists stays as it is, byte by byte', async () => {
  const before = '\uFEFF# ours\r\nreferences:\r\n  - id: x   # first\r\n    title: "Ä"\r\n\r\n# end\r\n';
  await writeFile(join(folder, 'desk.sources.yaml'), before);
  expect((await run('sources', '.', '--write')).stderr).toContain('Added 2 sources to desk.sources.yaml.');
  const after = await textOf('desk.sources.yaml');
  expect(after.startsWith(before.slice(0, before.indexOf('\r\n\r\n')))).toBe(true);
  expect(after.endsWith('\r\n\r\n# end\r\n')).toBe(true);
  expect(after).toContain('  - id: tass-2022-05-02\r\n');
});

test.each([
  ['entities: broken: yaml\n', 'entities.yaml', 'names', '“entities.yaml” was not changed'],
  [Buffer.from([0x72, 0x3a, 0xff, 0xfe, 0x0a]), 'sources.yaml', 'sources', ''],
])('a registry that cannot take entries is left alone: %o', async (content, name, subject, message) => {
  await writeFile(join(folder, name), content);
  const { code, stderr } = await run(subject, '.', '--write');
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(await readFile(join(folder, name))).toEqual(Buffer.from(content));
});

test.each([
  [[], 'Say what to suggest: names, sources, as in “briefmark suggest names”.'],
  [['persons'], '“persons” cannot be suggested. Name one of names, sources, as in “briefmark suggest names”.'],
  [['names', 'nowhere'], 'There is no file or folder “nowhere” in '],
  [['names', '--format', 'csv'], 'Invalid value “csv” for --format. Use one of table, json, yaml.'],
])('%o cannot run', async (args, message) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`briefmark: ${message}`);
});

test('a citation without a year is left out, and said so', async () => {
  await writeFile(join(folder, 'a.brief'), 'It fell (TASS, May 2).\n');
  const { code, stdout, stderr } = await run('sources', '.', '--format', 'json');
  expect([code, stdout]).toEqual([0, '[]\n']);
  expect(stderr).toBe(
    'briefmark: One citation in a.brief is left out, because its year is unknown. Give the brief a date.\n',
  );
});
