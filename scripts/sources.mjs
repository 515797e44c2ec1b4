/** Imports the TypeScript sources of client and server, which Node 20 cannot import itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run.mjs';
import { installDependencies } from './setup.mjs';

/**
 * The exports of a module with these `contents`; its import paths are relative to the project.
 * @param {string} contents
 */
export async function importSources(contents) {
  await installDependencies();
  const esbuild = await import('esbuild');
  const folder = await mkdtemp(join(tmpdir(), 'briefmark-sources-'));
  try {
    const outfile = join(folder, 'sources.cjs');
    const stdin = { contents, resolveDir: root, loader: /** @type {const} */ ('ts') };
    const alias = { vscode: join(root, 'scripts/vscodeStub.cjs') };
    await esbuild.build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, alias, logLevel: 'warning' });
    return createRequire(import.meta.url)(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
