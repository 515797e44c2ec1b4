/** What a reader of Spanish sees of the server and of the command line, and who else sees English. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol/node';
import { type ClientOptions, startClient } from './client.ts';

const files = {
  'entities.yaml': 'entities:\n  - { id: imf, name: International Monetary Fund, type: org, aliases: [IMF] }\n',
  'sources.yaml': 'references: []\n',
  'a.brief': 'The International Monetary Fund left (, September 22).\n',
};
const ENGLISH = /^The source of “The International Monetary Fund left” \(September 22\) is missing/;
const SPANISH = /fuente.*September 22/;

describe('the command line', () => {
  const cli = process.env.BRIEFMARK_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'briefmark-spanish-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What is printed where the language is that of `LC_ALL`. */
  function run(locale: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
    const options = { cwd: folder, env: { ...process.env, LC_ALL: locale, NO_COLOR: '1' } };
    return new Promise((resolve) => {
      execFile(process.execPath, [cli, ...args], options, (_, stdout, stderr) => resolve({ stdout, stderr }));
    });
  }

  test.each(['es_ES.UTF-8', 'es'])('speaks Spanish where the language is %s', async (locale) => {
    const { stdout } = await run(locale, '--help');
    expect(stdout).toContain('Uso: briefmark COMANDO [OPCIONES]');
  });

  test.each(['C', 'fr_FR.UTF-8', '../../etc'])('speaks English where the language is %s', async (locale) => {
    const { stdout } = await run(locale, '--help');
    expect(stdout).toContain('Usage: briefmark COMMAND [OPTIONS]');
  });

  test('finds the same in Spanish; what scripts and problem matchers read stays', async () => {
    const [english, spanish] = await Promise.all([run('C', 'check'), run('es_ES.UTF-8', 'check')]);
    const start = 'a.brief:1:39 error missing-source ';
    expect([english.stdout, spanish.stdout].map((text) => text.startsWith(start))).toEqual([true, true]);
    expect(english.stdout.slice(start.length)).toMatch(ENGLISH);
    expect(spanish.stdout.slice(start.length)).toMatch(SPANISH);
    expect(english.stdout).toMatch(/\n1 error in 1 of 3 files\.\n$/);
    expect(spanish.stdout).toMatch(/\n1 error en 1 de 3 archivos\.\n$/);
  });

  test('a table has Spanish titles, data have the fields they always had', async () => {
    const table = await run('es', 'list', 'entities');
    expect(table.stdout).toMatch(/^POSICIÓN +FORMA +TIPO +ID +ETIQUETADA\n/);
    expect(table.stdout).toContain('International Monetary Fund  org   imf  no\n');
    for (const format of ['json', 'csv']) {
      const list = ['list', 'entities', '--format', format];
      expect(await run('es', ...list)).toEqual(await run('C', ...list));
    }
  });

  test('SARIF says its language', async () => {
    const language = async (locale: string) =>
      JSON.parse((await run(locale, 'check', '--format', 'sarif')).stdout).runs[0].language;
    expect([await language('C'), await language('es_ES.UTF-8')]).toEqual(['en', 'es']);
  });

  test('complaints are Spanish', async () => {
    const { stderr } = await run('es', 'check', 'nada.brief');
    expect(stderr).toMatch(/^briefmark: No existe ningún archivo ni carpeta «nada\.brief» en /);
  });
});

describe('the server', () => {
  /** What a finding and a hover say to a client. */
  async function said(options: ClientOptions): Promise<{ finding: string; hover: string }> {
    const client = await startClient({ files, ...options });
    try {
      client.open('a.brief', files['a.brief']);
      await client.codes('a.brief', (codes) => codes.includes('missing-source'));
      const [finding] = await client.diagnostics('a.brief');
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri: client.uri('a.brief') },
        position: { line: 0, character: files['a.brief'].indexOf('September') },
      });
      return { finding: String(finding!.message), hover: JSON.stringify(hover.contents) };
    } finally {
      await client.stop();
    }
  }

  test.each(['es', 'es-AR'])('speaks Spanish to a client whose locale is %s', async (locale) => {
    const { finding, hover } = await said({ locale });
    expect(finding).toMatch(SPANISH);
    expect(hover).toMatch(/22 de septiembre/);
  });

  test.each([undefined, 'xx', '../../etc'])('speaks English to a client whose locale is %s', async (locale) => {
    const { finding, hover } = await said(locale === undefined ? {} : { locale });
    expect(finding).toMatch(ENGLISH);
    expect(hover).not.toMatch(/septiembre/);
  });

  test('a client that brings translations is believed, whatever its locale is', async () => {
    const key = 'The source of “{0}” ({1}) is missing.';
    const options = { translations: { [key]: 'Sans source : {1}.', 'not a text': 1 } };
    expect((await said({ locale: 'es', options })).finding).toMatch(/^Sans source : September 22\./);
    expect((await said({ options })).finding).toMatch(/^Sans source : September 22\./);
  });

  test('translations that are none leave the server English', async () => {
    expect((await said({ options: { translations: [1, null] } })).finding).toMatch(ENGLISH);
    expect((await said({ options: { translations: 'es' } })).finding).toMatch(ENGLISH);
  });
});
