/** The built server in a second real editor: Neovim, which speaks another dialect of LSP (push diagnostics, no file watching). */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installNeovim } from '../../scripts/editor/install.mjs';
import { fail, root, run } from '../../scripts/run.mjs';
import { runTests, test } from '../editor/harness.mjs';

test('diagnostics arrive, with the registries taken into account', async (/** @type {any} */ seen) => {
  assert.deepEqual(sorted(seen.opened), [
    { code: 'missing-source', severity: 1, text: ', May 12' },
    { code: 'unknown-source', severity: 2, text: 'Quay Gazette, May 15' },
  ]);
});

test('hover explains a tag and a plain mention', async (/** @type {any} */ seen) => {
  assert.match(JSON.stringify(seen.tag.contents), /Runs the port of Veldt/);
  assert.match(JSON.stringify(seen.mention.contents), /Speaks for the shipping lines/);
});

test('document symbols are the sections', async (/** @type {any} */ seen) => {
  assert.deepEqual(names(seen.symbols).slice(0, 2), ['The port', 'Outlook']);
});

test('an edit takes its finding away', async (/** @type {any} */ seen) => {
  assert.deepEqual(seen.edited, [{ code: 'unknown-source', severity: 2, text: 'Quay Gazette, May 15' }]);
});

/** @param {{ code: string }[]} findings */
const sorted = (findings) => findings.toSorted((a, b) => a.code.localeCompare(b.code));

/** @param {{ name: string }[]} symbols */
const names = (symbols) => symbols.map(({ name }) => name);

async function main() {
  const nvim = await installNeovim();
  const folder = await mkdtemp(join(tmpdir(), 'briefmark-neovim-'));
  try {
    await cp(join(root, 'test/editor/fixtures'), folder, { recursive: true });
    const result = join(folder, 'result.json');
    // Neovim would read and write the user's own settings and history.
    const homes = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder };
    const paths = { FOLDER: folder, NODE: process.execPath, SERVER: join(root, 'dist/server.js'), RESULT: result };
    const settings = { SETTINGS: join(root, 'docs/editors.md') };
    const script = join(root, 'test/protocol/neovim.lua');
    await run(nvim, ['--headless', '-n', '-u', 'NONE', '-c', `luafile ${script}`, '-c', 'cquit'], {
      env: { ...process.env, ...homes, ...paths, ...settings },
      quiet: true,
    });
    const seen = JSON.parse(await readFile(result, 'utf8'));
    const { passed, failed } = await runTests(seen);
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main().catch(fail);
