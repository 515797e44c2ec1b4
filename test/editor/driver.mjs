/** What a person does and sees in VS Code, as functions. Selectors hold for code-server 4.139 and live only here. */
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { chromium } from 'playwright-core';
import { boxesOf, hasTakenFocus, placeOf, rowsOf, suggestionsOf, watchFocus } from './in-page.mjs';

/** Longer than anything takes on a machine that is busy with other work. */
const PATIENCE_MS = 60_000;

const browserArgs = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
browserArgs.push('--disable-background-networking', '--disable-component-update', '--disable-sync');

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
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

  const activeLines = '.editor-group-container.active .monaco-editor .view-line';
  const sidebar = page.locator('.explorer-folders-view');
  const folders = page.locator('.pane-header', { hasText: basename(folder) });
  const activeEditor = page.locator('.editor-group-container.active .monaco-editor');
  const quickInput = page.locator('.quick-input-widget');
  const box = quickInput.locator('.quick-input-box input');
  const focusedRow = quickInput.locator('.quick-input-list .monaco-list-row.focused');

  /** Waits until what is seen is what is expected: a value, or a condition on it. @template T
   * @param {() => Promise<T>} see @param {T | ((seen: T) => boolean)} expected @returns {Promise<T>} */
  async function until(see, expected) {
    const deadline = Date.now() + PATIENCE_MS;
    const holds = typeof expected === 'function' ? /** @type {(seen: T) => boolean} */ (expected) : undefined;
    for (;;) {
      const seen = await see();
      if (holds ? holds(seen) : isDeepStrictEqual(seen, expected)) return seen;
      if (Date.now() > deadline) {
        if (!holds) assert.deepEqual(seen, expected);
        assert.fail(`waited for ${holds}, saw ${JSON.stringify(seen, null, 2)}`);
      }
      await sleep(100);
    }
  }

  /** Writes a file of the workspace on disk, as another program would. @param {string} name @param {string} text */
  async function write(name, text) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }

  /** Deletes a file or folder of the workspace on disk. @param {string} name */
  const remove = (name) => rm(join(folder, name), { recursive: true });

  /** @param {string} name */
  const read = (name) => readFile(join(folder, name), 'utf8');

  /** Opens a file of the workspace's top folder by a click in the explorer. @param {string} name */
  async function open(name) {
    await fold(folders, false);
    await sidebar.getByText(name, { exact: true }).click();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.locator(activeLines).first().waitFor();
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
   * Opens the box at the top, types into it, and presses Enter once the row that Enter takes is the expected one: the list
   * shows its rows before it has filtered them.
   * @param {string} key @param {string} text @param {string | RegExp} row
   */
  async function chooseInBox(key, text, row) {
    await page.keyboard.press(key);
    await box.fill(text);
    await focusedRow.filter({ hasText: row }).waitFor();
    await box.press('Enter');
  }

  /** Starts a command by its title, as from F1. It may go on to ask something. @param {string} title */
  const startCommand = (title) => chooseInBox('F1', `>${title}`, title);

  /** Runs a command by its title that asks nothing. @param {string} title */
  async function command(title) {
    await startCommand(title);
    await quickInput.waitFor({ state: 'hidden' });
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

  /** What is asked at the top of the window, once its title is the expected one. @param {(title: string) => boolean} expected */
  async function asked(expected) {
    const title = quickInput.locator('.quick-input-title');
    await until(async () => (await title.textContent({ timeout: 2_500 }).catch(() => '')) ?? '', expected);
    const placeholder = (await box.getAttribute('placeholder')) ?? '';
    return { placeholder, rows: (await rows('.quick-input-list')).map(({ text }) => text) };
  }

  /** Types the answer to what is asked, or words of the row to choose, and presses Enter. @param {string} words */
  async function answer(words) {
    await box.fill(words);
    if (await page.locator('.quick-input-list').isVisible()) await focusedRow.filter({ hasText: words }).waitFor();
    await box.press('Enter');
  }

  /**
   * Chooses a folder in VS Code's own file picker.
   * @param {string} path @param {string} entry a folder in it: its row shows that the picker has listed the folder. Before,
   *   Enter would only go there.
   */
  async function chooseFolder(path, entry) {
    const listed = page.locator('.quick-input-list .monaco-list-row');
    // Once it has listed the folder it begins with, the picker writes that into the box, over what was typed.
    await listed.first().waitFor();
    await box.fill(`${path}/`);
    await listed.filter({ hasText: entry }).first().waitFor();
    await box.press('Enter');
  }

  /** Chooses what the light bulb at the cursor offers. @param {string} title */
  async function lightBulb(title) {
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
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

  /** The words above the lines of the open file, from top to bottom. */
  const lenses = async () =>
    (await rowsInOrder('.editor-group-container.active .codelens-decoration')).map(({ text }) => text);

  /** Where on the screen this text is drawn; null when it is not in view.
   * @param {string} text @returns {Promise<Box | null>} */
  const place = (text) => page.evaluate(placeOf, [activeLines, text]);

  /**
   * Points at a text until the hover over it has all that is expected, and answers with its words. Its parts come one after
   * the other: the finding, then what the server says. Some of that is known only when all briefs are read, and a hover that
   * is shown does not change: so it is looked at again.
   * @param {string} text @param {RegExp[]} expected
   */
  async function hover(text, ...expected) {
    await page.keyboard.press('Escape');
    const widget = page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();
    let pointedAt = '';
    let lookAgain = 0;
    return until(
      async () => {
        const drawn = await place(text);
        // The line moves when a lens comes above it.
        if (drawn && (JSON.stringify(drawn) !== pointedAt || Date.now() > lookAgain)) {
          await page.mouse.move(5, 5);
          await page.mouse.move(drawn.x + drawn.width / 2, drawn.y + drawn.height / 2, { steps: 3 });
          pointedAt = JSON.stringify(drawn);
          lookAgain = Date.now() + 5_000;
        }
        return (await widget.count()) > 0 ? ((await widget.textContent({ timeout: 1_000 }).catch(() => '')) ?? '') : '';
      },
      (words) => expected.every((one) => one.test(words)),
    );
  }

  /** The places on the screen that have a squiggle of this kind.
   * @param {'error' | 'warning' | 'info' | 'hint'} kind @returns {Promise<Box[]>} */
  const squiggles = (kind) => page.locator(`.editor-group-container.active .squiggly-${kind}`).evaluateAll(boxesOf);

  /** Whether one squiggle of this kind lies exactly under this text. @param {'error' | 'warning' | 'info' | 'hint'} kind @param {string} text */
  async function squiggled(kind, text) {
    const box = await place(text);
    if (!box) return false;
    const near = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 2.5;
    return (await squiggles(kind)).some(
      (one) => near(one.x, box.x) && near(one.width, box.width) && near(one.y + one.height, box.y + box.height),
    );
  }

  /** What is suggested at the cursor, and whether Enter would accept it; nothing while no list is open.
   * @returns {Promise<{ text: string, focused: boolean }[]>} */
  const suggestions = () => page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll(suggestionsOf);

  /** @param {string} selector @returns {Promise<{ level: number, text: string }[]>} */
  const rowsInOrder = (selector) => page.locator(selector).evaluateAll(rowsOf);
  /** @param {string} selector */
  const rows = (selector) => rowsInOrder(`${selector} .monaco-list-row`);

  /** The findings the Problems panel lists for a file. @param {string} name */
  async function problems(name) {
    const panel = page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      // A task that begins shows its terminal in the same place: then there is nothing to be seen yet.
      const isShown = await succeeds(focusPart('Problems: Focus on Problems View', '.markers-panel', 5_000));
      if (!isShown) return [];
    }
    const all = await rows('.markers-panel');
    const start = all.findIndex((row) => row.level === 1 && row.text.startsWith(name));
    if (start < 0) return [];
    const next = all.findIndex((row, index) => index > start && row.level === 1);
    // The rows of related information lie one level deeper.
    return all
      .slice(start + 1, next < 0 ? undefined : next)
      .filter(({ level }) => level === 2)
      .map(({ text }) => text);
  }

  /** The rows of the Outline view, which gets the whole height, since rows out of view do not exist. */
  async function outline() {
    await fold(folders, true);
    await fold(page.locator('.pane-header', { hasText: 'Outline' }), false);
    return rows('.outline-tree');
  }

  /** Folds a pane of the side bar up or down. @param {import('playwright-core').Locator} header @param {boolean} up */
  async function fold(header, up) {
    if ((await header.getAttribute('aria-expanded')) === String(up)) await header.click();
  }

  /** Forgets what a test typed and closes its files. */
  async function reset() {
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
    const dirty = page.locator('.tab.dirty').first();
    while (await dirty.isVisible()) {
      // What was being saved when we looked is clean by now.
      if (await succeeds(dirty.click({ timeout: 3_000 }))) await command('File: Revert File');
    }
    if ((await page.locator('.tab').count()) > 0) await command('View: Close All Editors');
    await until(() => page.locator('.tab').count(), 0);
  }

  return {
    page,
    folder,
    serverPid,
    remove,
    until,
    write,
    read,
    open,
    command,
    startCommand,
    asked,
    answer,
    chooseFolder,
    chooseInBox,
    lightBulb,
    goTo,
    lenses,
    place,
    hover,
    squiggles,
    squiggled,
    problems,
    suggestions,
    outline,
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

/** Whether something comes in time. @param {Promise<unknown>} work @returns {Promise<boolean>} */
function succeeds(work) {
  return work.then(
    () => true,
    () => false,
  );
}
