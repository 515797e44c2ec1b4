/** What a person sees in the window. */
import { boxesOf, placeOf, rowsOf, suggestionsOf } from './in-page.mjs';
import { succeeds, until } from './waiting.mjs';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

export const ACTIVE_LINES = '.editor-group-container.active .monaco-editor .view-line';

/**
 * @param {import('playwright-core').Page} page
 * @param {{ focusPart: (title: string, part: string, timeout?: number) => Promise<unknown>, fold: (header: import('playwright-core').Locator, up: boolean) => Promise<void>,
 *   folders: import('playwright-core').Locator }} window how parts of the window come into view
 */
export function createSeeing(page, { focusPart, fold, folders }) {
  /** The words above the lines of the open file, from top to bottom. */
  const lenses = async () =>
    (await rowsInOrder('.editor-group-container.active .codelens-decoration')).map(({ text }) => text);

  /** Where on the screen this text is drawn; null when it is not in view.
   * @param {string} text @returns {Promise<Box | null>} */
  const place = (text) => page.evaluate(placeOf, [ACTIVE_LINES, text]);

  /**
   * Waits until a text is in view in any group of editors. For what a click in a web view opens: VS Code asks a web view four
   * times a second whether it has the focus, and when it does so between the click and the answer, it makes the web view's group
   * the active one after the editor was shown. @param {string} text
   */
  const shownBeside = (text) =>
    until(async () => (await page.evaluate(placeOf, ['.monaco-editor .view-line', text])) !== null, true);

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

  return { lenses, place, shownBeside, hover, squiggles, squiggled, problems, suggestions, outline };
}
