/** What makes a brief and its registries easier to look at: lenses, folds. */
import assert from 'node:assert/strict';
import { succeeds } from './driver/waiting.mjs';
import { test } from './harness.mjs';

test('a lens above each entry says how often it is used, and shows where', async (editor) => {
  // Briefmark starts with the first brief, not with any YAML file.
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.open('harbour.sources.yaml');
  await editor.until(editor.lenses, ['cited once', 'cited 2 times in 2 briefs']);
  await editor.open('harbour.entities.yaml');
  await editor.until(editor.lenses, [
    '5 mentions in 2 briefs',
    '2 mentions in 2 briefs',
    'outlet of 2 sources',
    'never mentioned',
  ]);
  const peek = editor.page.locator('.peekview-widget');
  // VS Code may draw the lenses again between the two halves of a click.
  await editor.until(async () => {
    await editor.page.locator('.codelens-decoration a', { hasText: '5 mentions' }).click();
    return succeeds(peek.waitFor({ timeout: 5_000 }));
  }, true);
  await editor.until(async () => /brief.*Locations \(5\)/s.test(await peek.innerText()), true);
  await editor.press('Escape');
});

test('sections fold, those below a heading with it', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.goTo('harbour.brief', '# The port');
  await editor.press('Control+Shift+BracketLeft');
  const seen = (/** @type {string} */ text) => async () => (await editor.place(text)) !== null;
  await editor.until(seen('Two shippers left'), false);
  assert.equal(await seen('## Reactions')(), false);
  assert.equal(await seen('# Outlook')(), true);
  await editor.command('Unfold All');
  await editor.until(seen('## Reactions'), true);
});
