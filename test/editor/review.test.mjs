/** Comments and sign-offs beside a brief, as people give them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from './harness.mjs';
import { pictureOf } from './pictures.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

const name = 'strike.brief';
const review = 'strike.review.yaml';
const text = `# Strike

The port slept. It rained.

The cranes stood still (, March 4). Nobody came.
`;

/** The widget of the comments that is open. @param {Editor} editor */
const widget = ({ page }) => page.locator('.review-widget').filter({ visible: true });

/** A comment that is shown. @param {Editor} editor @param {string} words */
const comment = (editor, words) => widget(editor).locator('.review-comment', { hasText: words });

/** Types into a box, and presses a button of the comments. @param {Editor} editor @param {string} form a selector
 * @param {string} words @param {RegExp} button */
async function write(editor, form, words, button) {
  await widget(editor).locator(`${form} .monaco-editor`).click();
  await editor.page.keyboard.press('Control+a');
  await editor.page.keyboard.type(words);
  await widget(editor).locator('.monaco-button', { hasText: button }).filter({ visible: true }).click();
}

/** The open comments on the sheet, with their lines. @param {import('playwright-core').Frame} sheet */
const openComments = async (sheet) =>
  (await sheet.locator('h2:text("Open comments") ~ table tr[data-at]').allTextContents()).map((row) => row.trim());

test('a comment stays at its words, is resolved, and a sign-off holds until the text changes', async (/** @type {Editor} */ editor) => {
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
});

test('a comment is written anew, its lost words are named, and a damaged review is not overwritten', async (/** @type {Editor} */ editor) => {
  const { until, page } = editor;
  const entry = '{ author: Ida Holm, date: 2026-11-01, quote: { exact: It rained. }, text: Really? }';
  await editor.write(review, `# Ours.\ncomments:\n  - ${entry}\n`);
  await editor.create(name, text);
  try {
    await page.locator('.comments-panel', { hasText: 'Really?' }).waitFor();
    await editor.goTo(name, 'It rained');
    await editor.command('Comments: Focus Comment on Current Line');
    await comment(editor, 'Really?').hover();
    await widget(editor).getByRole('button', { name: 'Edit Comment' }).click();
    await write(editor, '.edit-container', 'How much?', /^Save$/);
    await until(
      () => editor.read(review),
      (written) => written === `# Ours.\ncomments:\n  - ${entry.replace('Really?', 'How much?')}\n`,
    );
    await comment(editor, 'How much?').waitFor();
    await widget(editor).getByText('Open comment').waitFor();
    await write(editor, '.comment-form', 'A little.', /^Save Comment$/);
    // The name is asked once in a window.
    const question = page.locator('.quick-input-widget', { hasText: 'Your name' });
    let hasAnswered = false;
    await until(async () => {
      if (!hasAnswered && (await question.isVisible())) {
        hasAnswered = true;
        await editor.answer('Tom Vega');
      }
      return comment(editor, 'A little.').count();
    }, 1);
    assert.match(
      await editor.read(review),
      /text: How much\?, replies: \[ \{ author: .+, date: .+, text: A little\. \} \] \}\n$/,
    );

    await editor.goTo(name, 'rained');
    await editor.press('Control+Shift+ArrowRight');
    await editor.type('snowed');
    await widget(editor).getByText('The comment is about “It rained.”, which has changed since.').waitFor();

    const damaged = 'comments:\n  - text: "x\n';
    await editor.write(review, damaged);
    await page.locator('.notification-toast', { hasText: 'The review file cannot be read. Line 2' }).waitFor();
    await editor.startCommand('Briefmark: Sign Off…');
    await editor.asked((title) => title === `Sign off ${name}`);
    await editor.answer('Tom Vega');
    await page.locator('.notification-toast', { hasText: 'Nothing is written to it' }).first().waitFor();
    assert.equal(await editor.read(review), damaged);
  } finally {
    await editor.remove(review);
    await editor.remove(name);
  }
});
