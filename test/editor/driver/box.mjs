/** The box at the top of the window: commands, files, and what a command asks. */
import { basename } from 'node:path';
import { rowsOf } from './in-page.mjs';
import { succeeds, until } from './waiting.mjs';

/** @param {import('playwright-core').Page} page */
export function createBox(page) {
  const quickInput = page.locator('.quick-input-widget');
  const box = quickInput.locator('.quick-input-box input');
  const focusedRow = quickInput.locator('.quick-input-list .monaco-list-row.focused');

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

  /** What is asked at the top of the window, once its title is the expected one. @param {(title: string) => boolean} expected */
  async function asked(expected) {
    const title = quickInput.locator('.quick-input-title');
    await until(async () => (await title.textContent({ timeout: 2_500 }).catch(() => '')) ?? '', expected);
    const placeholder = (await box.getAttribute('placeholder')) ?? '';
    /** @type {{ text: string }[]} */
    const rows = await quickInput.locator('.monaco-list-row').evaluateAll(rowsOf);
    return { placeholder, rows: rows.map(({ text }) => text) };
  }

  /** Types the answer to what is asked, or words of the row to choose, and presses Enter. @param {string} words */
  async function answer(words) {
    await box.fill(words);
    if (await page.locator('.quick-input-list').isVisible()) await focusedRow.filter({ hasText: words }).waitFor();
    await box.press('Enter');
  }

  /** Chooses a row where Enter takes only what was chosen with the arrow keys. @param {string} words */
  async function choose(words) {
    await box.fill(words);
    const row = quickInput.locator('.quick-input-list .monaco-list-row');
    await row.filter({ hasText: words }).first().waitFor();
    await until(() => focusedRow.count(), 0);
    await box.press('ArrowDown');
    await focusedRow.filter({ hasText: words }).waitFor();
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

  /** Opens a file in VS Code's own file picker. @param {string} path */
  async function answerPath(path) {
    const listed = page.locator('.quick-input-list .monaco-list-row', { hasText: basename(path) });
    let isEntered = false;
    // On a busy machine the picker writes the folder it begins with into the box once more, over what was typed.
    await until(async () => {
      if (isEntered && !(await quickInput.isVisible())) return true;
      // The box of the command that opens the picker may still be there, and then none for a moment.
      const written = await box.inputValue({ timeout: 2_500 }).catch(() => '');
      if (!written.startsWith('/')) return false;
      await box.fill(path);
      if (!(await succeeds(listed.first().waitFor({ timeout: 5_000 })))) return false;
      await box.press('Enter');
      isEntered = true;
      return succeeds(quickInput.waitFor({ state: 'hidden', timeout: 5_000 }));
    }, true);
  }

  return {
    quickInput,
    box,
    focusedRow,
    chooseInBox,
    startCommand,
    command,
    asked,
    answer,
    choose,
    chooseFolder,
    answerPath,
  };
}
