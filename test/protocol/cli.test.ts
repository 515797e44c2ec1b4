/** The built `dist/cli.js`, as people and pipelines run it. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { CLI, ROOT, type RunOptions, runCli, runJson } from './commandLine.ts';

const run = (args: readonly string[], options: RunOptions = {}) => runCli(args, { cwd: ROOT, ...options });

test('the findings in the casebook are those that its README promises', async () => {
  const findings = await runJson(['check', 'samples']);
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

test('the rules: all, one explained, and as JSON', async () => {
  const all = await run(['rules']);
  expect([all.code, all.stderr]).toEqual([0, '']);
  expect(all.stdout).toMatch(/^missing-source {2,}error {2,}error {2,}yes {2,}A statement has lost its source\.$/m);
  const one = await run(['rules', 'missing-source']);
  expect(one.stdout).toMatch(/^missing-source: A statement has lost its source\.\n/);
  expect(one.stdout).toContain('Standard  ICD 206');
  expect(one.stdout).toContain('Found:');
  const rows = await runJson(['rules']);
  expect(new Set(rows.map((row) => Object.keys(row).join()))).toEqual(new Set(['code,severity,fixable,standard']));
  expect(await runJson(['rules', 'missing-source'])).toEqual([rows.find(({ code }) => code === 'missing-source')]);
});

test('the sources of the casebook', async () => {
  const rows = await runJson(['list', 'sources', 'samples']);
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
    author: '',
    type: 'broadcast',
    url: 'https://example.org/rfi/2023-12-22',
    archive: 'https://example.org/archive/rfi-2023-12-22',
    sha256: '',
    tlp: '',
    language: '',
  });
  const { stdout } = await run(['list', 'sources', 'samples', '--format', 'csv']);
  expect(stdout).toMatch(/^\uFEFFfile,outlet,title,date,id,status,rating,cited,archived,single_sourced,author,/);
});

test.each([[[]], [['check']], [['list']], [['export']], [['rules']], [['lsp']]])(
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
  const child = spawn(process.execPath, [CLI, 'check', '-'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
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
  const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { cwd: ROOT, stdio: 'pipe' });
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
