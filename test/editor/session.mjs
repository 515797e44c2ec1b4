/** One run of VS Code on a temporary folder: starts it, runs the tests on it, keeps a picture of every failure, cleans up. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowser } from '../../scripts/editor/install.mjs';
import { endInOrder, launchCodeServer } from '../../scripts/editor/launch.mjs';
import { root } from '../../scripts/run.mjs';
import { openEditor } from './driver.mjs';
import { runTests } from './harness.mjs';

const settings = {
  // The workbench moves the focus a while after it has opened or closed something. A person waits for that; a test types.
  'workbench.quickOpen.closeOnFocusLost': false,
  // Its copy of a saved file never ends when a test makes that file shorter meanwhile (libuv's `sendfile` loop), and then no
  // save of that file does.
  'workbench.localHistory.enabled': false,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'window.confirmBeforeClose': 'never',
  'workbench.editor.enablePreview': false,
};

/**
 * @param {{ folders: string[], vsix?: string, pattern?: string, untrusted?: boolean, virtual?: string, language?: string,
 *   prepare?: (page: import('playwright-core').Page, url: string) => Promise<unknown> }} options
 *   `folders`: what the temporary folder is made of; `pattern`: words of the names of the tests to run;
 *   `untrusted`: nobody has said that the folder may be trusted; `virtual`: the address of a folder to open instead;
 *   `language`: the one VS Code runs in
 */
export async function testInEditor({ folders, vsix, pattern, prepare, untrusted = false, virtual, language }) {
  endInOrder();
  const browser = await installBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'briefmark-test-'));
  try {
    for (const source of folders) await cp(join(root, source), folder, { recursive: true });
    const server = await launchCodeServer({
      folder,
      settings,
      untrusted,
      ...(vsix ? { vsix } : {}),
      ...(language ? { language } : {}),
    });
    try {
      const { url, pid } = server;
      const editor = await openEditor({
        url: virtual ? `${new URL(url).origin}/?folder=${encodeURIComponent(virtual)}` : url,
        browser,
        folder: virtual ?? folder,
        serverPid: pid,
        prepare: async (page) => prepare?.(page, url),
      });
      const after = async (/** @type {string} */ name, /** @type {boolean} */ failed) => {
        if (failed) await keepPicture(editor, name);
        await editor.reset();
      };
      const { passed, failed } = await runTests(editor, { after, ...(pattern ? { pattern } : {}) });
      await editor.close();
      console.log(`${passed} passed, ${failed} failed`);
      if (failed > 0) process.exitCode = 1;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {import('./driver.mjs').Editor} editor @param {string} name */
async function keepPicture(editor, name) {
  const results = join(root, 'test-results');
  await mkdir(results, { recursive: true });
  const path = join(results, `${name.replace(/\W+/g, '-')}.png`);
  await editor.screenshot(path);
  console.log(`        picture: ${path}`);
}
