/** What the tests of the graph and of the timeline have in common. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];
/** The page of the only picture. @param {Editor} editor @param {string} ready what it holds when it is there */
export async function pictureOf({ page }, ready) {
  const outer = page.frameLocator('iframe.webview.ready');
  await outer.frameLocator('iframe#active-frame').locator(ready).first().waitFor();
  const frame = await (await outer.locator('iframe#active-frame').elementHandle())?.contentFrame();
  assert(frame);
  return frame;
}

/** No theme has a barrier for people who do not see or point.
 * @param {Editor} editor @param {import('playwright-core').Frame} frame */
export async function withoutBarriers({ until, write, remove }, frame) {
  await frame.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  try {
    for (const theme of themes) {
      await write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await until(
        () => frame.locator('body').getAttribute('data-vscode-theme-id'),
        (id) => id === theme || id === theme.replace('Default ', ''),
      );
      const found = await frame.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`);
      assert.deepEqual(found, [], theme);
    }
  } finally {
    await remove('.vscode');
  }
}
