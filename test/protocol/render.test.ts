/** The preview, the export and the copy without tags, as the client requests them, and `briefmark render`. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../server/src/protocol/base64.ts';
import type { PreviewRequests } from '../../server/src/protocol/preview.ts';
import { type Client, startClient } from './client.ts';

const text = `---
title: Cranes
date: 2024-03-10
---

The [board](org:harbour) met (Tide, March 4), and left (, March 5).
`;
const files = {
  'cranes.brief': text,
  'entities.yaml': `entities:
  - { id: harbour, type: org, name: Harbour Board }
`,
  'sources.yaml': `references:
  - { id: tide-1, container-title: Tide, title: Cranes stand still, issued: 2024-03-04 }
`,
};

const cli = process.env.BRIEFMARK_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function runRender(cwd: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, 'render', ...args], { cwd }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('over LSP', () => {
  let client: Client;
  const ask = <Method extends keyof PreviewRequests>(method: Method, params: object) =>
    client.request<PreviewRequests[Method]['result'] | null>(method, {
      uri: client.uri('cranes.brief'),
      name: 'cranes',
      ...params,
    });

  beforeAll(async () => {
    client = await startClient({ files });
    client.open('cranes.brief', text);
    // Until the registries are read.
    while (!JSON.stringify(await ask('briefmark/preview', {})).includes('Cranes stand still')) await sleep(20);
  });
  afterAll(async () => {
    await client.stop();
  });

  test('the preview comes in parts that say where they are from', async () => {
    const preview = await ask('briefmark/preview', {});
    expect(preview).toMatchObject({ version: 1, title: 'Cranes' });
    const [header, paragraph, sources] = preview?.parts ?? [];
    expect(header?.html).toContain('<h1>Cranes</h1>');
    expect([paragraph?.line, paragraph?.at]).toEqual([5, text.indexOf('The [')]);
    expect(paragraph?.html).toContain('class="entity is-org" data-at="5"');
    expect(sources?.html).toContain('<cite>Cranes stand still</cite>');
  });

  test('it follows the text', async () => {
    client.change('cranes.brief', [{ text: `${text}\nMore.\n` }]);
    const preview = await ask('briefmark/preview', {});
    expect(preview?.version).toBe(2);
    expect(preview?.parts.some(({ html }) => html.includes('More.'))).toBe(true);
  });

  test('a card says of a place what its hover says; there is none in plain prose', async () => {
    const card = await ask('briefmark/previewCard', { offset: text.indexOf('board') });
    expect(card?.lines[0]).toEqual({ kind: 'title', text: 'Harbour Board', note: 'org' });
    expect(await ask('briefmark/previewCard', { offset: text.indexOf('met') })).toBeNull();
  });

  test('the export formats are those of `render`', async () => {
    const formats = await ask('briefmark/exportFormats', {});
    expect(formats?.[0]).toEqual({ id: 'html', extension: 'html', mediaType: 'text/html', title: 'HTML' });
    const ids = formats?.map(({ id }) => id).join(', ');
    expect((await runRender(process.cwd(), '--help')).stdout).toContain(`(${ids}; default html)`);
  });

  test('the HTML export is one page without scripts', async () => {
    const exported = await ask('briefmark/export', { format: 'html' });
    const html = new TextDecoder().decode(decodeBase64(exported?.content ?? ''));
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(html).not.toMatch(/<script|data-at/);
  });

  test('prose without tags, of all or of a part', async () => {
    const start = { line: 5, character: 0 };
    const whole = await ask('briefmark/withoutTags', { ranges: [] });
    expect(whole?.text).toContain('\nThe board met (Tide, March 4)');
    const part = await ask('briefmark/withoutTags', { ranges: [{ start, end: { line: 5, character: 9 } }] });
    expect(part?.text).toBe('The boar');
  });

  test('a file that is not an open brief, or an unknown format, has no answer', async () => {
    expect(await ask('briefmark/preview', { uri: client.uri('sources.yaml') })).toBeNull();
    expect(await ask('briefmark/export', { uri: 'file:///etc/passwd', format: 'html' })).toBeNull();
    expect(await ask('briefmark/export', { format: 'constructor' })).toBeNull();
  });
});

describe('briefmark render', () => {
  let folder: string;
  const run = (...args: string[]) => runRender(folder, ...args);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefmark-render-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('prints the page, with the title that is asked for', async () => {
    const { code, stdout, stderr } = await run('cranes.brief', '--title', 'Harbour & Cranes');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('<h1>Harbour &amp; Cranes</h1>');
    expect(stdout).toContain('<cite>Cranes stand still</cite>');
  });

  test('--format html is the default', async () => {
    expect(await run('cranes.brief', '--format', 'html')).toEqual(await run('cranes.brief'));
    const refused = await run('cranes.brief', '--format', 'pdf');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('Invalid value “pdf” for --format. Use one of html');
  });

  test('writes a file, but never over another without --force', async () => {
    expect(await run('cranes.brief', '-o', 'out.html')).toEqual({ code: 0, stdout: '', stderr: '' });
    await writeFile(join(folder, 'out.html'), 'mine');
    const refused = await run('cranes.brief', '-o', 'out.html');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('“out.html” already exists and was not changed.');
    expect(await readFile(join(folder, 'out.html'), 'utf8')).toBe('mine');
    expect((await run('cranes.brief', '--output', 'out.html', '--force')).code).toBe(0);
    // The files that it reads are never replaced, whichever way they are named.
    await symlink('cranes.brief', join(folder, 'link.html'));
    for (const output of ['cranes.brief', './cranes.brief', 'link.html', 'entities.yaml']) {
      const harmful = await run('cranes.brief', '-o', output, '--force');
      expect([harmful.code, harmful.stderr]).toEqual([2, expect.stringContaining('is read for this export')]);
    }
    expect(await readFile(join(folder, 'cranes.brief'), 'utf8')).toBe(text);
    // A disk that is full keeps the old page, and a device is not replaced.
    const before = await readFile(join(folder, 'out.html'), 'utf8');
    const limited = `ulimit -f 1; "${process.execPath}" "${cli}" render cranes.brief -o out.html --force`;
    await promisify(execFile)('sh', ['-c', limited], { cwd: folder }).catch(() => {});
    expect(await readFile(join(folder, 'out.html'), 'utf8')).toBe(before);
    expect((await run('cranes.brief', '-o', '/dev/null', '--force')).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(await readFile(join(folder, 'out.html'), 'utf8')).toContain('<h1>Cranes</h1>');
  });

  test.each([
    [[], 'Nothing to render: name a brief'],
    [['cranes.brief', 'cranes.brief'], 'Only one brief can be rendered at a time.'],
    [['.'], '“.” is not a brief.'],
    [['sources.yaml'], '“sources.yaml” is not a brief.'],
    [['gone.brief'], 'There is no file or folder “gone.brief”'],
    [['cranes.brief', '-o', 'no/such/folder.html'], '“no/such/folder.html” cannot be written'],
  ])('%j is refused with a reason', async (args, reason) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
