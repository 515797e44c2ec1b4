/** `briefmark check --threads`: whatever threads check a brief, the output is the same. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCheckPool } from '../../server/src/cli/checkPool.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../server/src/rules/engine/settings.ts';
import { runCli } from './commandLine.ts';

/** More than one request for each of several threads. */
const BRIEF_COUNT = 130;
/** What the folder holds beside briefs that cite, in turn, known, unknown and lost sources. */
const FILES = {
  '.briefmark.yaml': 'bibliography: zotero.bib\nrules: { unknown-source: error }\n',
  'entities.yaml': 'entities:\n  - { id: rferl, type: media, name: RFE/RL }\n',
  'sources.yaml': `references:
  - { id: rferl-2021-05-03, type: report, title: Ports, container-title: RFE/RL, issued: 2021-05-03 }
  - { id: unused, type: report, title: Unused, container-title: RFE/RL, issued: 2021-05-04 }
`,
  'zotero.bib': '@article{holm2021, title = {Grain}, journaltitle = {Harbor News}, date = {2021-05-05}}\n@article{',
  'own.brief': `---
references:
  - { id: own, type: report, title: Own, container-title: Dock Times, issued: 2021-05-06 }
---

It ended [@own]. It began [@holm2021].
`,
  'latin.brief': new Uint8Array([0xe9, 0x20, 0xe9, 0x0a]),
  'wide.brief': Buffer.from('\uFEFFThe crew refused to sail (, May 10).\n', 'utf16le'),
};
const CITATIONS = ['RFE/RL, May 3, 2021', 'TASS, May 3', ', May 3', 'RFE/RL May 3, 2021', '@own', 'Dock Times, May 6'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-threads-'));
  mkdirSync(join(folder, 'briefs'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  for (let index = 0; index < BRIEF_COUNT; index++) {
    const sentences = CITATIONS.slice(index % 3).map((citation, at) => `Ship ${index} left dock ${at} (${citation}).`);
    writeFileSync(join(folder, 'briefs', `${index}.brief`), `---\ndate: 2021-06-01\n---\n\n${sentences.join(' ')}\n`);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const check = (...args: string[]) => runCli(['check', ...args], { cwd: folder, env: { LC_ALL: 'es_ES.UTF-8' } });

test.each([
  ['text', '--profile=release'],
  ['json', '--rule=missing-source=hint'],
  ['sarif', '--fail-on=never'],
  ['junit', '--exclude=latin.brief'],
])('%s %s', async (format, option) => {
  const options = ['.', 'briefs/7.brief', `--format=${format}`, option];
  const [alone, together] = await Promise.all([check(...options, '--threads=1'), check(...options, '--threads=3')]);
  expect(together).toEqual(alone);
  expect(alone.stdout.length).toBeGreaterThan(BRIEF_COUNT);
});

test('a wrong number is refused', async () => {
  expect(await check('--threads=0')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--threads'),
  });
});

test('a thread that fails fails the check', async () => {
  const pool = createCheckPool('/no/such/script.js', 2, { registries: [], unread: new Map() });
  const file = { name: 'a.brief', uri: 'file:///a.brief', text: '', positionAt: () => ({ line: 0, character: 0 }) };
  await pool.add(file, DEFAULT_CHECK_SETTINGS);
  await expect(pool.finish()).rejects.toThrow('/no/such/script.js');
  await pool.stop();
});
