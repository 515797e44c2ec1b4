/** The first hour, in a folder that holds a web page alone: paste it, set up the registries, annotate. */
import { copy } from '../../test/editor/clipboard.mjs';
import { layout, rest } from './stage.mjs';

/** @typedef {import('./stage.mjs').Editor} Editor */
/** @typedef {import('./stage.mjs').Shoot} Shoot */

/** @param {Editor} editor @param {Shoot} shoot */
export async function firstHour(editor, shoot) {
  const { page, until } = editor;
  await page.setViewportSize({ width: 760, height: 500 });
  await page.locator('.activitybar .action-label[aria-label*="Briefmark"]').waitFor();
  await editor.write('strait.brief', '---\ndate: 2024-06-30\n---\n\n');
  await editor.openByName('strait.brief');
  await layout(editor, { sidebar: false, panel: false });
  await editor.command('View: Focus Active Editor Group');
  await page.locator('.statusbar-item', { hasText: 'nothing to check' }).waitFor();
  // The workbench moves the focus a while after it has opened a file.
  await until(async () => {
    await editor.press('Control+End');
    return page.locator('[id="status.editor.selection"]').innerText();
  }, 'Ln 5, Col 1');
  const html = await editor.read('strait.html');
  await copy(editor, { 'text/html': html, 'text/plain': html.replaceAll(/<[^>]+>/g, '') });
  await editor.press('Control+V');
  await page.locator('.statusbar-item', { hasText: '24 of 24 cited' }).waitFor();
  await editor.press('Control+Home');
  await rest(editor);
  await shoot('hour-1');
  await editor.startCommand('Briefmark: Set Up Registries…');
  await editor.asked((title) => title.includes('Set up registries'));
  const focused = page.locator('.quick-input-list .monaco-list-row.focused');
  await until(async () => {
    await editor.press('ArrowDown');
    return focused.filter({ hasText: 'Velmar Dockers Union' }).count();
  }, 1);
  await shoot('hour-2');
  await editor.press('Enter');
  await page.locator('.notification-toast').waitFor();
  await editor.command('Notifications: Clear All Notifications');
  await editor.startCommand('Briefmark: Annotate…');
  await editor.asked((title) => title.startsWith('Annotate: 1 of'));
  for (let at = 2; at <= 4; at++) {
    await editor.press('Enter');
    await editor.asked((title) => title.startsWith(`Annotate: ${at} of`));
  }
  await shoot('hour-3');
  await editor.press('Escape');
}
