/** The views: side bar, preview, entity graph, timeline, walkthrough. */
import { pictureOf } from '../../test/editor/pictures.mjs';
import { brief, drag, layout, open, openBrief, rest, scrollUp } from './stage.mjs';

/** @typedef {import('./stage.mjs').Editor} Editor */
/** @typedef {import('./stage.mjs').Shoot} Shoot */

const annotated = 'taliban-neighbours-annotated.brief';

/** Resizes the window to fit what is shown. @param {Editor} editor @param {number} width @param {number} height */
const size = ({ page }, width, height) => page.setViewportSize({ width, height });

/** Sources, entities and briefs. @param {Editor} editor @param {Shoot} shoot */
export async function sidebar(editor, shoot) {
  await size(editor, 1024, 840);
  await openBrief(editor);
  await layout(editor, { sidebar: true, panel: false });
  await editor.command('Briefmark: Focus on Sources View');
  await drag(editor, '.part.sidebar', { right: 110 });
  const groups = editor.page.locator('.pane-body .monaco-list-row[aria-label^="Groups"]');
  await groups.locator('.monaco-tl-twistie').click();
  await editor.page.locator('.pane-body .monaco-list-row[aria-label^="Boko Haram"]').waitFor();
  await scrollUp(editor, brief, 'Less than six');
  await rest(editor);
  await shoot('sidebar');
  await drag(editor, '.part.sidebar', { right: -110 });
}

/** The typeset brief beside the text. @param {Editor} editor @param {Shoot} shoot */
export async function preview(editor, shoot) {
  await openBrief(editor);
  await layout(editor, { sidebar: false, panel: false });
  await scrollUp(editor, brief, 'Holding power');
  await editor.press('Control+k');
  await editor.press('v');
  const frame = await pictureOf(editor, '.part');
  await editor.until(
    () => frame.locator('a.entity.is-group').count(),
    (count) => count > 3,
  );
  await frame.locator('a.entity', { hasText: 'Khyber Pakhtunkhwa' }).first().hover();
  await frame.getByRole('tooltip').waitFor();
  await shoot('preview');
  await rest(editor);
}

/** The entity graph. @param {Editor} editor @param {Shoot} shoot */
export async function graph(editor, shoot) {
  await open(editor, annotated);
  await layout(editor, { sidebar: false, panel: false });
  await editor.command('Briefmark: Open Entity Graph');
  await pictureOf(editor, 'tbody tr');
  await editor.command('View: Maximize Editor Group');
  await editor.page.waitForTimeout(3_000);
  await rest(editor);
  await shoot('graph');
}

/** The timeline. @param {Editor} editor @param {Shoot} shoot */
export async function timeline(editor, shoot) {
  await openBrief(editor);
  await layout(editor, { sidebar: false, panel: false });
  await editor.command('Briefmark: Open Timeline');
  await pictureOf(editor, 'button.item');
  await rest(editor);
  await shoot('timeline');
}

/** The first steps. @param {Editor} editor @param {Shoot} shoot */
export async function walkthrough(editor, shoot) {
  await size(editor, 1280, 920);
  await layout(editor, { sidebar: false, panel: false });
  await editor.startCommand('Welcome: Open Walkthrough...');
  await editor.answer('Get started with Briefmark');
  const step = editor.page.locator('.getting-started-step[data-step-id$="#fix"]');
  await step.click();
  await rest(editor);
  await shoot('walkthrough');
}
