/** Comments and sign-offs beside a brief, as people give them. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { comment, commentResolveSign, name, review, text, widget, write } from './reviewing.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

test('a comment stays at its words, is resolved, and a sign-off holds until the text changes', commentResolveSign);

test('briefs of one name have a review each, and one that was there before is not used', async (/** @type {Editor} */ editor) => {
  const { page } = editor;
  await editor.write(review, 'comments:\n  - { text: Really?, quote: { exact: It rained. } }\n');
  await editor.write('strike.brief.md', text);
  await editor.create(name, text);
  try {
    const said = page.locator('.notification-toast', { hasText: `${review} may be about another brief of that name` });
    await said.waitFor();
    assert.match((await said.textContent()) ?? '', /strike\.brief\.review\.yaml \/ strike\.brief\.md\.review\.yaml/);
    assert.equal(await page.locator('.comments-panel', { hasText: 'Really?' }).count(), 0);
    await editor.remove(review);
    await editor.write('strike.brief.review.yaml', 'comments:\n  - { text: Really?, quote: { exact: It rained. } }\n');
    await page.locator('.comments-panel', { hasText: 'Really?' }).waitFor();
  } finally {
    for (const file of [review, 'strike.brief.review.yaml', 'strike.brief.md'])
      await editor.remove(file).catch(() => {});
    await editor.remove(name);
  }
});

test('mistakes in a review file are shown in it, and its fields are completed', async (/** @type {Editor} */ editor) => {
  await editor.create(review, 'comments:\n  - text: Really?\n    state: done\n    quote: { exact: It rained. }\n');
  try {
    await editor.until(() => editor.squiggled('error', 'done'), true);
    await editor.press('Control+End');
    await editor.typeByHand('    au');
    const rows = await editor.until(editor.suggestions, (offers) => offers.length > 0);
    assert.match(rows[0]?.text ?? '', /^author\b/);
    await editor.press('Escape');
  } finally {
    await editor.remove(review);
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
