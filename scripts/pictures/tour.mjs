/** The tour: fixing a missing source in four steps. */
import { brief, layout, openBrief, rest, scrollUp } from './stage.mjs';

/** @typedef {import('./stage.mjs').Editor} Editor */
/** @typedef {import('./stage.mjs').Shoot} Shoot */

/** @param {Editor} editor @param {Shoot} shoot */
export async function tour(editor, shoot) {
  const { page } = editor;
  await page.setViewportSize({ width: 760, height: 500 });
  await openBrief(editor);
  await layout(editor, { sidebar: false, panel: false });
  await scrollUp(editor, brief, 'The Uzbek approach');
  await rest(editor);
  await shoot('tour-1');
  await editor.startCommand('Briefmark: Fix Missing Sources…');
  await editor.asked((title) => title.startsWith('Missing source 1 of 7'));
  await shoot('tour-2');
  await editor.choose('asiaplustj');
  await editor.asked((title) => title.startsWith('Missing source 2 of 7'));
  await shoot('tour-3');
  await editor.press('Escape');
  await page.locator('.notification-toast').waitFor();
  await editor.command('Notifications: Clear All Notifications');
  await scrollUp(editor, brief, 'The Uzbek approach');
  await editor.hover('asiaplustj.info', /Asia-Plus|asiaplustj/i);
  await shoot('tour-4');
}
