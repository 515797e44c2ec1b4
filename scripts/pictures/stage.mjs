/** The settings of VS Code for pictures, and how a picture is taken. */
import assert from 'node:assert/strict';
import { stat, writeFile } from 'node:fs/promises';
import { findProgram, run } from '../run.mjs';

/** @typedef {import('../../test/editor/driver.mjs').Editor} Editor */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {(name: string, clip?: Box) => Promise<void>} Shoot */

export const brief = 'taliban-neighbours.brief';

/** Hide what distracts from the subject of a picture. */
export const settings = {
  'editor.fontSize': 13,
  'editor.lineHeight': 1.6,
  'editor.hover.delay': 100,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.lineNumbersMinChars': 3,
  'editor.folding': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'files.autoSave': 'off',
  'files.exclude': { '.vscode': true },
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** `suffix` is part of the file names of the pictures. */
export const themes = [
  { suffix: 'light', theme: 'Default Light Modern', look: 'vs' },
  { suffix: 'dark', theme: 'Default Dark Modern', look: 'vs-dark' },
  { suffix: 'hc', theme: 'Default High Contrast', look: 'hc-black' },
];

/** Takes a picture of the window, or of a part of it, once nothing moves. Fails if a message is shown.
 * @param {Editor} editor @param {string} path @param {Box} [clip] */
export async function shoot({ page, until }, path, clip) {
  await page.waitForTimeout(600);
  await until(
    () => page.locator('.monaco-progress-container.active:visible, .codicon-loading:visible').count(),
    (count) => count === 0,
  );
  assert.equal(await page.locator('.notification-toast').count(), 0, `${path}: a message is in the picture`);
  const style = await page.addStyleTag({ content: '.cursors-layer { visibility: hidden !important; }' });
  const png = await page.screenshot(clip ? { clip } : {});
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  await writeFile(path, png);
  // 256 colors look the same and take a third of the space.
  const program = findProgram(['pngquant']);
  if (program) await run(program, ['--force', '--strip', '--speed', '1', '--output', path, '256', path]);
  const { size } = await stat(path);
  console.log(`  ${path.replace(/^.*[\\/]/, '')}, ${Math.round(size / 1000)} kB`);
}

/** Opens a file by its name. @param {Editor} editor @param {string} name */
export async function open({ page, press }, name) {
  await press('Control+p');
  await page.locator('.quick-input-widget input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.waitForTimeout(300);
  await press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/** Opens the brief and waits for its findings. @param {Editor} editor */
export async function openBrief(editor) {
  await open(editor, brief);
  await editor.page.locator('.statusbar-item[id="status.problems"]', { hasText: '7' }).waitFor();
}

/** Shows or hides the side bar and the panel. @param {Editor} editor @param {{ sidebar: boolean, panel: boolean }} wanted */
export async function layout({ page, command, until }, { sidebar, panel }) {
  for (const [part, title, shown] of /** @type {const} */ ([
    ['.part.sidebar', 'View: Toggle Primary Side Bar Visibility', sidebar],
    ['.part.panel', 'View: Toggle Panel Visibility', panel],
  ])) {
    const seen = () => page.locator(part).isVisible();
    if ((await seen()) === shown) continue;
    await command(title);
    await until(seen, shown);
  }
}

/** Moves the edge of a part of the window. @param {Editor} editor @param {string} part
 * @param {{ right?: number, up?: number }} by */
export async function drag({ page }, part, { right = 0, up = 0 }) {
  const box = await page.locator(part).boundingBox();
  assert(box, `${part} is not shown`);
  const [x, y] = right ? [box.x + box.width + 1, box.y + box.height / 2] : [box.x + box.width / 2, box.y - 1];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y - up, { steps: 5 });
  await page.mouse.up();
  await rest({ page });
}

/** Moves the pointer away from everything. @param {{ page: import('playwright-core').Page }} editor */
export const rest = ({ page }) => page.mouse.move(page.viewportSize()?.width ?? 0, 1);

/** Scrolls until the line that begins with a text is at the top. @param {Editor} editor @param {string} name @param {string} text */
export async function scrollUp({ page, press, place, read, command }, name, text) {
  await command('View: Focus Active Editor Group');
  const line = (await read(name)).split('\n').findIndex((one) => one.startsWith(text)) + 1;
  await press('Control+g');
  await page.locator('.quick-input-widget input').fill(`:${line}`);
  await press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  const top = (await page.locator('.editor-group-container.active .monaco-editor').first().boundingBox())?.y ?? 0;
  const words = text.slice(0, 30);
  for (let left = 60; left > 0; left--) {
    const box = await place(words);
    if (!box || box.y < top + 25) break;
    await press('Control+ArrowDown');
    await page.waitForTimeout(60);
  }
}
