/** What a person does and sees in VS Code, as functions. Selectors hold for code-server 4.139 and live only here and in `driver/`. */
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { createBox } from './driver/box.mjs';
import { hasTakenFocus, watchFocus } from './driver/in-page.mjs';
import { ACTIVE_LINES, createSeeing } from './driver/seeing.mjs';
import { PATIENCE_MS, succeeds, until } from './driver/waiting.mjs';

const browserArgs = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
browserArgs.push('--disable-background-networking', '--disable-component-update', '--disable-sync');

/** @typedef {import('./driver/seeing.mjs').Box} Box */
/** @typedef {Awaited<ReturnType<typeof openEditor>>} Editor */

/**
 * @param {{ url: string, browser: string, folder: string, serverPid?: number, viewport?: { width: number, height: number }, scale?: number,
 *   prepare?: (page: import('playwright-core').Page) => Promise<unknown> }} options
 */
export async function openEditor(options) {
  const { url, browser, folder, serverPid = 0, viewport = { width: 1500, height: 1400 }, scale = 1 } = options;
  const chrome = await chromium.launch({ executablePath: browser, chromiumSandbox: false, args: browserArgs });
  const page = await chrome.newPage({ viewport, deviceScaleFactor: scale });
  page.setDefaultTimeout(PATIENCE_MS);
  await options.prepare?.(page);
  await page.goto(url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();

  const sidebar = page.locator('.explorer-folders-view');
  const folders = page.locator('.pane-header', { hasText: basename(folder) });
  const activeEditor = page.locator('.editor-group-container.active .monaco-editor');
  const { quickInput, box, focusedRow, ...questions } = createBox(page);
  const { command, chooseInBox } = questions;

  /** Writes a file of the workspace on disk, as another program would. @param {string} name @param {string} text */
  async function write(name, text) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }

  /**
   * Writes a new file, which the explorer then shows. Until VS Code watches the folder, it does not see new files: the file is written again then.
   * @param {string} name @param {string} text
   */
  async function add(name, text) {
    let [next, isWritten] = [0, false];
    await fold(folders, false);
    await until(async () => {
      if (Date.now() > next) {
        // Apart in time: a file that is removed and written at once counts as changed.
        if (isWritten) await rm(join(folder, name), { force: true });
        else await write(name, text);
        isWritten = !isWritten;
        next = Date.now() + (isWritten ? 5_000 : 1_500);
      }
      return isWritten ? sidebar.getByText(name, { exact: true }).count() : 0;
    }, 1);
  }

  /** Writes a new file and opens it. @param {string} name @param {string} text */
  async function create(name, text) {
    await add(name, text);
    await open(name);
  }

  /** Deletes a file or folder of the workspace on disk. @param {string} name */
  const remove = (name) => rm(join(folder, name), { recursive: true });

  /** @param {string} name */
  const read = (name) => readFile(join(folder, name), 'utf8');

  /**
   * Opens a file of the workspace's top folder by a click in the explorer. The click hits a neighbor if a file above comes or goes
   * at that moment (VS Code hears of changes on disk late): then it clicks again, as a person would.
   * @param {string} name
   */
  async function open(name) {
    await fold(folders, false);
    const tab = page.locator('.tab.active', { hasText: name });
    await until(async () => {
      await sidebar.getByText(name, { exact: true }).click();
      return succeeds(tab.waitFor({ timeout: 5_000 }));
    }, true);
    await page.locator(ACTIVE_LINES).first().waitFor();
    // A click leaves the focus in the explorer.
    await focusEditor();
  }

  /**
   * Focuses the active editor, and again, as a person would, if the workbench then moves the focus elsewhere. It does not click:
   * a click on a line could hit the headings that stick above the first one.
   */
  async function focusEditor() {
    const input = activeEditor.locator(':is(.native-edit-context, textarea)').first();
    const isFocused = async () => (await activeEditor.and(page.locator('.focused')).count()) > 0;
    await until(async () => {
      if (!(await isFocused())) await input.focus();
      return isFocused();
    }, true);
  }

  /**
   * Opens a file of a subfolder by its name, as with Ctrl+P. That list is made when it opens, from what VS Code has heard of until
   * then: for a file that was written a moment ago it is opened again.
   * @param {string} name
   */
  async function openByName(name) {
    const tab = page.locator('.tab.active', { hasText: name });
    await until(async () => {
      await page.keyboard.press('Control+p');
      await box.fill(name);
      const isListed = await succeeds(focusedRow.filter({ hasText: name }).waitFor({ timeout: 3_000 }));
      await page.keyboard.press(isListed ? 'Enter' : 'Escape');
      return isListed && succeeds(tab.waitFor({ timeout: 5_000 }));
    }, true);
  }

  /**
   * Runs a command that moves the focus to a part of the window, and waits until it has. VS Code does so after the box at the top
   * has closed and the part has loaded: up to a second later, and away from what has been focused meanwhile.
   * @param {string} title @param {string} part a selector @param {number} [timeout]
   */
  async function focusPart(title, part, timeout = PATIENCE_MS) {
    await page.evaluate(watchFocus, part);
    await command(title);
    await page.waitForFunction(hasTakenFocus, undefined, { timeout });
  }

  /** Shows a view in the side bar of Briefmark and focuses it. @param {string} view its title */
  const focusView = (view) =>
    focusPart(`Briefmark: Focus on ${view} View`, `.pane:has(> .pane-header[aria-label^="${view}"])`);

  /** Shows the explorer in the side bar again. */
  async function showExplorer() {
    await page.keyboard.press('Escape');
    await focusPart('View: Show Explorer', '.explorer-viewlet');
  }

  /**
   * Chooses what the light bulb at the cursor offers. Its menu closes when the workbench moves the focus, a while after a file was
   * opened: then it is opened again, as a person would.
   * @param {string} title
   */
  async function lightBulb(title) {
    const menu = page.locator('.action-widget');
    await until(async () => {
      if (!(await menu.isVisible())) await page.keyboard.press('Control+.');
      return succeeds(menu.locator('.monaco-list-row', { hasText: title }).first().click({ timeout: 5_000 }));
    }, true);
  }

  /** Puts the cursor before the first occurrence of a text in the file on disk. @param {string} name @param {string} text */
  async function goTo(name, text) {
    const content = (await read(name)).replace(/^\uFEFF/, '');
    const offset = content.indexOf(text);
    assert.notEqual(offset, -1, `${name} has no "${text}"`);
    const before = content.slice(0, offset).split('\n');
    const line = before.length;
    const column = /** @type {string} */ (before.at(-1)).length + 1;
    await focusEditor();
    await chooseInBox('Control+g', `:${line}:${column}`, new RegExp(`\\b${line}\\b.*\\b${column}\\b`));
    await quickInput.waitFor({ state: 'hidden' });
    await page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await focusEditor();
  }

  /** Folds a pane of the side bar up or down. @param {import('playwright-core').Locator} header @param {boolean} up */
  async function fold(header, up) {
    if ((await header.getAttribute('aria-expanded')) === String(up)) await header.click();
  }

  /** Forgets what a test typed and closes its files. */
  async function reset() {
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
    const tabs = page.locator('.tab');
    const dirty = page.locator('.tab.dirty').first();
    // A rename saves the files that it changed after the scenario has seen them on disk: a tab may turn dirty meanwhile.
    await until(async () => {
      // What was being saved when we looked is clean by now.
      while (await dirty.isVisible())
        if (await succeeds(dirty.click({ timeout: 3_000 }))) await command('File: Revert File');
      if ((await tabs.count()) > 0) await command('View: Close All Editors');
      if ((await tabs.count()) > 0) await page.keyboard.press('Escape');
      return tabs.count();
    }, 0);
  }

  return {
    page,
    folder,
    serverPid,
    ...questions,
    ...createSeeing(page, { focusPart, fold, folders }),
    until,
    write,
    add,
    create,
    remove,
    read,
    open,
    openByName,
    lightBulb,
    goTo,
    focusView,
    showExplorer,
    fold,
    folders,
    reset,
    /** @param {string} text */
    type: (text) => page.keyboard.type(text),
    /** Types as fast as a quick typist: the editor looks for suggestions between two letters. @param {string} text */
    typeByHand: (text) => page.keyboard.type(text, { delay: 80 }),
    /** @param {string} key */
    press: (key) => page.keyboard.press(key),
    /** @param {string} path */
    screenshot: (path) => page.screenshot({ path }),
    close: () => chrome.close(),
  };
}
