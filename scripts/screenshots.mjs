/** `npm run screenshots [NAME…]`: the pictures in docs/images/, taken from the packaged extension in the real VS Code. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root } from './run.mjs';
import { setup } from './setup.mjs';

/** @typedef {(editor: import('./pictures/stage.mjs').Editor, shoot: import('./pictures/stage.mjs').Shoot) => Promise<void>} Scene */

const images = join(root, 'docs', 'images');
/** The width that GitHub shows without scaling down. */
const viewport = { width: 1024, height: 640 };
const scale = 1.25;

async function main() {
  await setup();
  const { pack } = await import('./package.mjs');
  const { installBrowser } = await import('./editor/install.mjs');
  const { endInOrder, launchCodeServer } = await import('./editor/launch.mjs');
  endInOrder();
  const { settings, themes } = await import('./pictures/stage.mjs');
  const { tour } = await import('./pictures/tour.mjs');
  const { firstHour } = await import('./pictures/firstHour.mjs');
  const text = await import('./pictures/text.mjs');
  const scenes = chosen({ ...text, ...(await import('./pictures/views.mjs')), tour, firstHour });

  const [vsix, browser] = [await pack(), await installBrowser()];
  await mkdir(images, { recursive: true });
  const place = await mkdtemp(join(tmpdir(), 'briefmark-images-'));
  const folder = join(place, 'casebook');
  await cp(join(root, 'samples'), folder, { recursive: true });
  const raw = join(place, 'strait');
  await cp(join(root, 'test', 'editor', 'raw'), raw, { recursive: true });
  for (const one of [folder, raw]) await mkdir(join(one, '.vscode'));
  const server = await launchCodeServer({ vsix, folder, settings });
  try {
    for (const { suffix, theme, look } of themes) {
      for (const one of [folder, raw])
        await writeFile(join(one, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      const views = scenes.filter((scene) => scene !== tour && scene !== firstHour);
      if (views.length > 0) await inTheme({ url: server.url, browser, folder }, look, views, `-${suffix}`);
      // These show a procedure, so one theme is enough.
      for (const [folderOfScene, scene] of /** @type {const} */ ([
        [folder, tour],
        [raw, firstHour],
      ])) {
        if (suffix !== 'light' || !scenes.includes(scene)) continue;
        const url = `${new URL(server.url).origin}/?folder=${encodeURIComponent(folderOfScene)}`;
        await inTheme({ url, browser, folder: folderOfScene }, look, [scene], '');
      }
    }
  } finally {
    await server.stop();
    await rm(place, { recursive: true, force: true });
  }
}

/** The scenes named in the arguments; all if there are none. @param {Record<string, Scene>} all */
function chosen(all) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in all));
  if (unknown.length > 0)
    throw new Error(`No such picture: ${unknown.join(', ')}. There are ${Object.keys(all).join(', ')}.`);
  return Object.entries(all).flatMap(([name, scene]) => (names.length === 0 || names.includes(name) ? [scene] : []));
}

/** Plays the scenes in a new window, since the theme has changed.
 * @param {{ url: string, browser: string, folder: string }} options @param {string} look @param {Scene[]} scenes @param {string} suffix */
async function inTheme(options, look, scenes, suffix) {
  const { openEditor } = await import('../test/editor/driver.mjs');
  const { shoot } = await import('./pictures/stage.mjs');
  const editor = await openEditor({ ...options, viewport, scale });
  try {
    await editor.page.locator(`.monaco-workbench.${look}`).waitFor();
    for (const scene of scenes) {
      await editor.page.setViewportSize(viewport);
      await scene(editor, (name, clip) => shoot(editor, join(images, `${name}${suffix}.png`), clip));
      await editor.reset();
    }
  } catch (error) {
    await editor.screenshot(join(tmpdir(), 'briefmark-picture-failed.png'));
    throw error;
  } finally {
    await editor.close();
  }
}

await main().catch(fail);
