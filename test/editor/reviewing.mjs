/** What a reviewer does in VS Code: comments, resolves, signs. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { pictureOf } from './pictures.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

export const name = 'strike.brief';
export const review = 'strike.review.yaml';
export const text = `# Strike

The port slept. It rained.

The cranes stood still (, March 4). Nobody came.
`;

/** The widget of the comments that is open. @param {Editor} editor */
export const widget = ({ page }) => page.locator('.review-widget').filter({ visible: true });

/** A comment that is shown. @param {Editor} editor @param {string} words */
export const comment = (editor, words) => widget(editor).locator('.review-comment', { hasText: words });

/** Types into a box, and presses a button of the comments. @param {Editor} editor @param {string} form a selector
 * @param {string} words @param {RegExp} button */
export async function write(editor, form, words, button) {
  await widget(editor).locator(`${form} .monaco-editor`).click();
  await editor.page.keyboard.press('Control+a');
  await editor.page.keyboard.type(words);
  await widget(editor).locator('.monaco-button', { hasText: button }).filter({ visible: true }).click();
}

/** The open comments on the sheet, with their lines. @param {import('playwright-core').Frame} sheet */
const openComments = async (sheet) =>
  (await sheet.locator('h2:text("Open comments") ~ table tr[data-at]').allTextContents()).map((row) => row.trim());

/** Comments on a statement, edits around it, resolves the comment, and signs. @param {Editor} editor */
export async function commentResolveSign(editor) {
  const { until } = editor;
  await editor.create(name, text);
  try {
    await editor.goTo(name, 'cranes');
    await editor.command('Briefmark: Add Review Comment');
    await write(editor, '.comment-form', 'Which cranes?', /^Save Comment$/);
    // The first comment asks who writes it; VS Code keeps the name when this scenario runs again.
    const title = editor.page.locator('.quick-input-title', { hasText: /^Review$/ });
    const written = () => editor.read(review).catch(() => '');
    await until(
      async () => (await title.isVisible()) || (await written()) !== '',
      (isReady) => isReady,
    );
    if (await title.isVisible()) await editor.answer('Ida Holm');
    await until(written, (written) =>
      /author: (?:Ida Holm|Tom Vega)[\s\S]*exact: The cranes stood still \(, March 4\)\.[\s\S]*text: Which cranes\?/.test(
        written,
      ),
    );
    await comment(editor, 'Which cranes?').waitFor();

    // It moves with its words.
    await editor.goTo(name, 'The port slept');
    await editor.type('One more line.\n\n');
    await editor.command('Briefmark: Open Sign-off Sheet');
    const sheet = await pictureOf(editor, 'tr[data-at]');
    await until(
      () => openComments(sheet),
      ([row = '', ...others]) =>
        /^7The cranes stood still .+Which cranes\? — (?:Ida Holm|Tom Vega)/.test(row) && others.length === 0,
    );

    await until(() => comment(editor, 'Which cranes?').count(), 1);
    await widget(editor).getByRole('button', { name: 'Resolve' }).click();
    await until(() => openComments(sheet), []);
    assert.match(await editor.read(review), /state: resolved/);
    await sheet.getByText('1 comment is resolved.').waitFor();

    await editor.startCommand('Briefmark: Sign Off…');
    await editor.asked((title) => title === `Sign off ${name}`);
    await editor.answer('Tom Vega');
    const signoff = sheet.locator('.signoffs li');
    await until(
      () => signoff.allTextContents(),
      ([first = '']) => /^Tom Vega, .+ UTC · for this text · SHA-256 [0-9a-f]{64}$/.test(first),
    );
    // What was signed is on disk.
    const signed = await editor.read(name);
    assert.match(signed, /One more line/);
    const sha256 = createHash('sha256').update(signed).digest('hex');
    assert((await signoff.first().textContent())?.endsWith(sha256));
    await sheet.locator('td.line a').first().click();
    await editor.shownBeside('One more line.');
    await editor.goTo(name, 'It rained');
    await editor.type('At last. ');
    await sheet.locator('.signoffs li', { hasText: 'The text has changed since.' }).waitFor();
    await signoff.first().scrollIntoViewIfNeeded();
  } finally {
    await editor.remove(review).catch(() => {});
    await editor.remove(name);
  }
}
