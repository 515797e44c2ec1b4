/** `node test/editor/run.mjs [WORDS]`: the packaged extension in the real VS Code, on a copy of the samples. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowser } from '../../scripts/editor/install.mjs';
import { launchCodeServer } from '../../scripts/editor/launch.mjs';
import { packagePath } from '../../scripts/package.mjs';
import { fail, root } from '../../scripts/run.mjs';
import { openEditor } from './driver.mjs';
import { runTests } from './harness.mjs';

const results = join(root, 'test-results');

const settings = {
  'editor.hover.delay': 100,
  'files.autoSave': 'off',
  'window.confirmBeforeClose': 'never',
  'workbench.editor.enablePreview': false,
};

async function main() {
  const browser = await installBrowser();
  const vsix = packagePath();
  const folder = await mkdtemp(join(tmpdir(), 'briefmark-samples-'));
  await cp(join(root, 'samples'), folder, { recursive: true });
  await cp(join(root, 'test/editor/fixtures'), folder, { recursive: true });
  const server = await launchCodeServer({ vsix, folder, settings });
  try {
    const editor = await openEditor({ url: server.url, browser, folder, serverPid: server.pid });
    for (const name of ['reading', 'changes', 'recovery']) await import(`./${name}.test.mjs`);
    const pattern = process.argv.slice(2).join(' ');
    const { passed, failed } = await runTests(editor, {
      pattern,
      async after(name, broken) {
        if (broken) {
          await mkdir(results, { recursive: true });
          await editor.screenshot(join(results, `${name.replace(/\W+/g, '-')}.png`));
        }
        await editor.reset();
      },
    });
    await editor.close();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main().catch(fail);
