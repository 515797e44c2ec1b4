/** The brief in the editor: findings, hovers, the status bar. */
import { brief, drag, layout, openBrief, rest, scrollUp } from './stage.mjs';

/** @typedef {import('./stage.mjs').Editor} Editor */
/** @typedef {import('./stage.mjs').Shoot} Shoot */

/** The brief with its findings, the Problems panel and the sources view. @param {Editor} editor @param {Shoot} shoot */
export async function problems(editor, shoot) {
  await editor.page.setViewportSize({ width: 1180, height: 740 });
  await openBrief(editor);
  await editor.command('Briefmark: Focus on Sources View');
  await drag(editor, '.part.sidebar', { right: 70 });
  await editor.command('Problems: Focus on Problems View');
  await editor.until(
    () => editor.problems(brief),
    (rows) => rows.length > 5,
  );
  await scrollUp(editor, brief, 'In Dushanbe the language');
  await rest(editor);
  await shoot('problems');
  await drag(editor, '.part.sidebar', { right: -70 });
}

/** The hovers on an untagged name and on a term of likelihood. @param {Editor} editor @param {Shoot} shoot */
export async function hovers(editor, shoot) {
  const { page } = editor;
  await openBrief(editor);
  await layout(editor, { sidebar: false, panel: false });
  for (const [name, top, text] of /** @type {const} */ ([
    ['hover', 'Holding power', 'Islamic State in Khorasan'],
    ['likelihood', 'For both capitals', 'likely'],
  ])) {
    await scrollUp(editor, brief, top);
    await editor.hover(text, /Mentions|%/);
    await page.waitForTimeout(500);
    await shoot(name, { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: 400 });
    await editor.press('Escape');
    await rest(editor);
  }
}

/** The count in the status bar, and the language status. @param {Editor} editor @param {Shoot} shoot */
export async function status(editor, shoot) {
  const { page } = editor;
  await openBrief(editor);
  await layout(editor, { sidebar: false, panel: false });
  await scrollUp(editor, brief, 'Holding power');
  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  await page.locator('.hover-language-status').first().waitFor();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await shoot('status', { x: 0, y: height - 240, width, height: 240 });
  await rest(editor);
}
