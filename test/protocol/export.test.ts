/** The preview, the export and the copy without tags, as the client requests them, and `briefmark export`. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../server/src/protocol/base64.ts';
import type { PreviewRequests } from '../../server/src/protocol/preview.ts';
import { type Client, startClient } from './client.ts';
import { CLI, runCli } from './commandLine.ts';

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
  - { id: tide-1, container-title: Tide, title: Cranes stand still, issued: 2024-03-04, custom: { credibility: 2 } }
`,
};

const runExport = (cwd: string, ...args: string[]) => runCli(['export', ...args], { cwd });

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

  test('the export formats are those of `export`', async () => {
    const formats = await ask('briefmark/exportFormats', {});
    expect(formats?.[0]).toMatchObject({ id: 'html', extension: 'html', mediaType: 'text/html', title: 'HTML' });
    const ids = formats?.map(({ id }) => id).join(', ');
    expect((await runExport(process.cwd(), '--help')).stdout).toContain(`(${ids}; default html)`);
  });

  test('the HTML export is one page without scripts', async () => {
    const exported = await ask('briefmark/export', { format: 'html' });
    const html = new TextDecoder().decode(decodeBase64(exported?.files[0]?.content ?? ''));
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(html).not.toMatch(/<script|data-at/);
  });

  test('ratings are exported if they are asked for', async () => {
    const pageOf = async (params: object) => {
      const exported = await ask('briefmark/export', { format: 'html', ...params });
      return new TextDecoder().decode(decodeBase64(exported?.files[0]?.content ?? ''));
    };
    expect(await pageOf({})).not.toContain('Rated');
    expect(await pageOf({ internal: 'yes' })).not.toContain('Rated');
    expect(await pageOf({ internal: true })).toContain('Rated 2<');
  });

  test('a gap that the brief or the settings ignore is quiet', async () => {
    const comment = '<!-- brief-ignore missing-source -->\n';
    client.open('quiet.brief', `${comment}It left (, March 5).\n\nIt came (, March 6).\n`);
    const marks = async () => {
      const page = await ask('briefmark/preview', { uri: client.uri('quiet.brief') });
      return page?.parts.flatMap(({ html }) => [...html.matchAll(/<mark>.*?<\/mark>/g)].map(([mark]) => mark));
    };
    expect(await marks()).toEqual(['<mark><strong>source missing</strong>, March 6</mark>']);
    client.change('quiet.brief', [{ text: `---\nignore: missing-source\n---\n\nIt left (, March 5).\n` }]);
    expect(await marks()).toEqual([]);
    client.close('quiet.brief');
  });

  test('prose without tags, of all or of a part', async () => {
    const start = { line: 5, character: 0 };
    const whole = await ask('briefmark/withoutTags', { ranges: [] });
    expect(whole?.text).toContain('The board met (Tide, March 4)');
    const part = await ask('briefmark/withoutTags', { ranges: [{ start, end: { line: 5, character: 9 } }] });
    expect(part?.text).toBe('The boar');
  });

  test('other requests are answered while a long preview is rendered', async () => {
    const paragraph = text.slice(text.indexOf('The'));
    const long = ['# Long\n', ...Array.from({ length: 4_000 }, () => paragraph)].join('\n');
    client.open('long.brief', long);
    const textDocument = { uri: client.uri('long.brief') };
    const hover = () => client.request('textDocument/hover', { textDocument, position: { line: 2, character: 6 } });
    await hover();
    let isRendered = false;
    const preview = ask('briefmark/preview', { uri: textDocument.uri, name: 'long' }).then((page) => {
      isRendered = true;
      return page;
    });
    for (let answered = 0; answered < 5; answered++) {
      expect(await hover()).not.toBeNull();
      expect(isRendered).toBe(false);
    }
    // An edit meanwhile: the page is of the version that was asked for.
    client.change('long.brief', [{ text: 'Short.\n' }]);
    const page = await preview;
    expect([page?.version, page?.parts.length]).toEqual([1, 4_003]);
    client.close('long.brief');
  });

  test('a file that is not an open brief, or an unknown format, has no answer', async () => {
    expect(await ask('briefmark/preview', { uri: client.uri('sources.yaml') })).toBeNull();
    expect(await ask('briefmark/export', { uri: 'file:///etc/passwd', format: 'html' })).toBeNull();
    expect(await ask('briefmark/export', { format: 'constructor' })).toBeNull();
  });
});

describe('briefmark export', () => {
  let folder: string;
  const run = (...args: string[]) => runExport(folder, ...args);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefmark-export-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('prints the page, with the title that is asked for', async () => {
    const { code, stdout, stderr } = await run('cranes.brief', '--title', 'Harbour & Cranes');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('<h1>Harbour &amp; Cranes</h1>');
    expect(stdout).toContain('<cite>Cranes stand still</cite>');
  });

  test('--internal adds ratings; the profile and the ignored gaps are those of the brief', async () => {
    expect((await run('cranes.brief')).stdout).not.toContain('Rated');
    expect((await run('cranes.brief', '--internal')).stdout).toContain('Rated 2<');
    await writeFile(join(folder, 'quiet.brief'), '---\nignore: [missing-source]\n---\n\nIt left (, March 5).\n');
    expect((await run('quiet.brief')).stdout).not.toContain('source missing');
    expect((await run('cranes.brief')).stdout).toContain('source missing');
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
    const limited = `ulimit -f 1; "${process.execPath}" "${CLI}" export cranes.brief -o out.html --force`;
    await promisify(execFile)('sh', ['-c', limited], { cwd: folder }).catch(() => {});
    expect(await readFile(join(folder, 'out.html'), 'utf8')).toBe(before);
    expect((await run('cranes.brief', '-o', '/dev/null', '--force')).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(await readFile(join(folder, 'out.html'), 'utf8')).toContain('<h1>Cranes</h1>');
  });

  test('several briefs: one page each, one bundle, or one bundle each', async () => {
    await mkdir(join(folder, 'more/deep'), { recursive: true });
    for (const name of ['a', 'deep/a', 'b'])
      await writeFile(join(folder, `more/${name}.brief`), 'It left (, March 5).\n');
    expect((await run('more', '-o', 'pages')).code).toBe(0);
    expect((await readdir(join(folder, 'pages'), { recursive: true })).sort()).toEqual([
      'a.html',
      'b.html',
      'deep',
      join('deep', 'a.html'),
    ]);
    // Nothing is written if one of the files must not be.
    await rm(join(folder, 'pages/a.html'));
    expect((await run('more', '-o', 'pages')).stderr).toContain('already exists and was not changed');
    const bundle = await run('more', '--format', 'bibtex');
    expect(bundle).toMatchObject({ code: 0, stdout: '', stderr: 'briefmark: 3 citations have lost their source.\n' });
    expect((await run('more', '--format', 'csv', '-o', 'tables')).code).toBe(0);
    expect((await readdir(join(folder, 'tables'))).sort()).toEqual([
      'briefs.citations.csv',
      'briefs.entities.csv',
      'briefs.sources.csv',
    ]);
    expect((await run('more/b.brief', 'more/a.brief', '--format', 'bibtex', '-o', 'each/')).code).toBe(0);
    expect((await readdir(join(folder, 'each'))).sort()).toEqual(['a.bib', 'b.bib']);
  });

  test.each([
    [[], 'Nothing to export: name a brief'],
    [['.'], 'Name a folder for them, as in “-o exports”.'],
    [['cranes.brief', '--format', 'csv'], 'This export in CSV is 3 files.'],
    [['sources.yaml'], '“sources.yaml” is not a brief.'],
    [['gone.brief'], 'There is no file or folder “gone.brief”'],
    [['cranes.brief', '-o', 'no/such/folder.html'], '“no/such/folder.html” cannot be written'],
  ])('%j is refused with a reason', async (args, reason) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
