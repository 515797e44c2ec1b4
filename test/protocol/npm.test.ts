/** The npm package, as it is installed from its file into an empty folder without a network. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { version } from '../../package.json';
import { packNpm } from '../../scripts/npmPackage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Nothing listens there. */
const NO_REGISTRY = ['--registry=http://127.0.0.1:9/', '--fetch-retries=0'];
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const NPX = process.platform === 'win32' ? 'npx.cmd' : 'npx';

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-npm-'));
  write('package.json', '{ "private": true }\n');
  tarball = await packNpm();
  await run(NPM, ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...NO_REGISTRY, tarball]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function run(
  program: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const options = { cwd: folder, env: { ...env, LC_ALL: 'C' }, shell: process.platform === 'win32' };
  return promisify(execFile)(program, args, options).then(
    (streams) => ({ code: 0, ...streams }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

test('installs one package, with a command', async () => {
  write('a.brief', 'It ended (, May 3).\n');
  const { code, stdout, stderr } = await run(NPX, ['--no-install', 'briefmark', 'check']);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/^a\.brief:1:11 error missing-source /);
  expect((await run(NPX, ['--no-install', 'briefmark', '--version'])).stdout).toBe(`${version}\n`);
  const installed = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  expect(Object.keys(installed.packages)).toEqual(['node_modules/briefmark']);
});

test('speaks Spanish', async () => {
  const command = join(folder, 'node_modules/briefmark/dist/cli.js');
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--help'], {
    env: { ...process.env, LC_ALL: 'es_ES.UTF-8' },
  });
  expect(stdout).toContain('Uso: briefmark');
});

test('writes Word files, for which it loads code of its own', async () => {
  write('a.brief', 'It ended (TASS, May 3, 2021).\n');
  const { code, stderr } = await run(NPX, [
    '--no-install',
    'briefmark',
    'export',
    'a.brief',
    '--format',
    'docx',
    '-o',
    'a.docx',
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(readFileSync(join(folder, 'a.docx')).toString('latin1', 0, 2)).toBe('PK');
});

test('has a plug-in for markdown-it', async () => {
  const use = "console.log(markdownIt().use(briefmark).render('It ended (, May 3).'));\n";
  const markdownIt = JSON.stringify(join(root, 'node_modules/markdown-it'));
  const head = `import { createRequire } from 'node:module';\nconst markdownIt = createRequire(import.meta.url)(${markdownIt});\n`;
  write('plugin.mjs', `import { briefmark } from 'briefmark/markdown-it';\n${head}${use}`);
  const { stdout, stderr } = await run(process.execPath, ['plugin.mjs']);
  expect(stderr).toBe('');
  expect(stdout).toContain('<mark class="briefmark-missing">');
});

test('is imported and required', async () => {
  const use = "console.log(version, check('It ended (, May 3).\\n')[0].code);\n";
  write('use.mjs', `import { check, version } from 'briefmark';\n${use}`);
  write('use.cjs', `const { check, version } = require('briefmark');\n${use}`);
  const outputs = await Promise.all(['use.mjs', 'use.cjs'].map((name) => run(process.execPath, [name])));
  expect(outputs.map(({ stdout, stderr }) => stdout + stderr)).toEqual(Array(2).fill(`${version} missing-source\n`));
});

test('the example of its page runs, and answers as it says', async () => {
  const page = readFileSync(join(root, 'npm/README.md'), 'utf8');
  const [, example] = /^```js\n([\s\S]*?)^```$/m.exec(page)!;
  const printing = example!.replace(/^(checker\..*);$/gm, 'console.log(JSON.stringify($1));');
  write('example.mjs', printing);
  const { stdout, stderr } = await run(process.execPath, ['example.mjs']);
  expect(stderr).toBe('');
  const [findings, fixed, id] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [{ code, range, span }] = findings;
  expect(code).toBe('missing-source');
  expect(example).toContain(`start: { line: 0, character: ${range.start.character} }`);
  expect(example).toContain(`span: { start: ${span.start}, end: ${span.end} }`);
  expect(example).toContain(`// '${fixed.replace('\n', '\\n')}'`);
  expect(example).toContain(`// '${id}'`);
});

test('its types hold in modules of both kinds', async () => {
  const use = `import { check, createChecker, type Finding } from 'briefmark';
import { briefmark } from 'briefmark/markdown-it';
const findings: Finding[] = check('x', { profile: 'draft', rules: { 'missing-source': 'off' } });
export const ids: (string | null)[] = createChecker({ registries: [''] }).listCitations('x').map(({ id }) => id);
// @ts-expect-error There is no such profile.
check('x', { profile: 'final' });
export const [first = findings[0]] = findings;
briefmark({ core: { ruler: {} }, renderer: { rules: {} } });
`;
  for (const name of ['use.mts', 'use.cts', 'use.ts']) write(name, use);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const strict = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--types', ''];
  for (const options of [
    ['--module', 'nodenext', 'use.mts', 'use.cts'],
    ['--module', 'esnext', '--moduleResolution', 'bundler', 'use.ts'],
  ]) {
    const { stdout } = await run(process.execPath, [compiler, ...strict, ...options]);
    expect(stdout).toBe('');
  }
});

test('npm would publish it, with nothing but what it needs', async () => {
  const { code, stdout } = await run(NPM, ['publish', '--dry-run', '--json', ...NO_REGISTRY, tarball]);
  expect(code).toBe(0);
  const { name, files } = Object.values(
    JSON.parse(stdout) as Record<string, { name: string; files: { path: string }[] }>,
  )[0]!;
  expect(name).toBe('briefmark');
  expect(files.map(({ path }) => path).sort()).toMatchInlineSnapshot(`
    [
      "LICENSE",
      "README.md",
      "THIRD-PARTY-NOTICES.txt",
      "dist/cli.js",
      "dist/docxWriter.mjs",
      "dist/engine.js",
      "dist/mcpSdk.js",
      "dist/nameLists.mjs",
      "dist/server.js",
      "docs/rules.md",
      "extras/briefmark.lua",
      "index.d.ts",
      "index.js",
      "l10n/bundle.l10n.es.json",
      "markdown-it.d.ts",
      "markdown-it.js",
      "media/markdown.css",
      "package.json",
    ]
  `);
});
