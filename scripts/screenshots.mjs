/** `npm run screenshots`: the pictures of the README, taken from the packaged extension in the real VS Code. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './run.mjs';
import { setup } from './setup.mjs';

/** @typedef {import('../test/editor/driver.mjs').Editor} Editor */

const images = join(root, 'docs', 'images');
const brief = 'taliban-neighbours.brief';

const settings = {
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.hover.delay': 100,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.lineNumbersMinChars': 3,
  'editor.folding': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.tips.enabled': false,
  'outline.showFiles': false,
};

async function main() {
  await setup();
  const { pack } = await import('./package.mjs');
  const { installBrowser } = await import('./editor/install.mjs');
  const { launchCodeServer } = await import('./editor/launch.mjs');
  const { openEditor } = await import('../test/editor/driver.mjs');

  const [vsix, browser] = [await pack(), await installBrowser()];
  const place = await mkdtemp(join(tmpdir(), 'briefmark-images-'));
  const folder = join(place, 'casebook');
  await cp(join(root, 'samples'), folder, { recursive: true });
  await mkdir(images, { recursive: true });
  const server = await launchCodeServer({ vsix, folder, settings });
  try {
    const viewport = { width: 1280, height: 800 };
    const editor = await openEditor({ url: server.url, browser, folder, viewport, scale: 1.5 });
    await editor.open(brief);
    await editor.until(
      () => editor.problems(brief),
      (rows) => rows.length > 0,
    );
    await editor.until(editor.outline, (rows) => rows.length > 3);
    await widenSidebar(editor.page);
    await hero(editor);
    await explained(editor);
    await editor.close();
  } finally {
    await server.stop();
    await rm(place, { recursive: true, force: true });
  }
}

/** The brief with what is wrong in it, the list of that, and the outline. @param {Editor} editor */
async function hero(editor) {
  await scrollUp(editor, 'In Dushanbe the language');
  await settle(editor);
  await editor.screenshot(join(images, 'problems.png'));
}

/** What the hover says of a name nobody tagged. @param {Editor} editor */
async function explained(editor) {
  await editor.command('View: Toggle Panel Visibility');
  await settle(editor);
  await editor.hover('Islamic State in Khorasan');
  await editor.page.waitForTimeout(500);
  await editor.screenshot(join(images, 'hover.png'));
}

/** Room for whole lines in the outline. @param {import('playwright-core').Page} page */
async function widenSidebar(page) {
  const right = await page.locator('.part.sidebar').boundingBox();
  if (!right) return;
  const [x, y] = [right.x + right.width + 1, 300];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 50, y, { steps: 5 });
  await page.mouse.up();
}

/** Scrolls until a line that is in view stands at the top. @param {Editor} editor @param {string} text */
async function scrollUp(editor, text) {
  await editor.goTo(brief, text);
  const top = (await editor.page.locator('.monaco-editor').first().boundingBox())?.y ?? 0;
  for (let left = 40; left > 0; left--) {
    const place = await editor.place(text);
    if (!place || place.y < top + 30) break;
    await editor.press('Control+ArrowDown');
    await editor.page.waitForTimeout(50);
  }
}

/** Nothing may blink or fade in a picture. @param {Editor} editor */
async function settle(editor) {
  await editor.page.mouse.move(640, 2);
  await editor.page.addStyleTag({ content: '.cursors-layer { visibility: hidden !important; }' });
  await editor.page.waitForTimeout(1000);
}

await main().catch(fail);
