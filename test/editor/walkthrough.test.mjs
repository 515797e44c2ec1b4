/** The first steps: the casebook and the walkthrough, whose steps are complete when they were done. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { test } from './harness.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

/** @param {Editor} editor @param {string} id */
const step = ({ page }, id) => page.locator(`.getting-started-step[data-step-id$="#${id}"]`);

/** @param {Editor} editor */
async function openWalkthrough(editor) {
  await editor.startCommand('Welcome: Open Walkthrough...');
  await editor.answer('Get started with Briefmark');
  await step(editor, 'casebook').waitFor();
}

/** Opens a step and presses its button. @param {Editor} editor @param {string} id @param {string} label */
async function press(editor, id, label) {
  const one = step(editor, id);
  if ((await one.getAttribute('aria-expanded')) !== 'true') await one.click();
  await one.getByRole('button', { name: label }).click();
}

/** @param {Editor} editor @param {string} id */
const complete = (editor, id) =>
  editor.until(async () => (await step(editor, id).locator('.codicon.complete:visible').count()) > 0, true);

test('the walkthrough has five steps, and each is complete when it was done', async (editor) => {
  await openWalkthrough(editor);
  const titles = await editor.page.locator('.getting-started-step .step-title').allTextContents();
  assert.deepEqual(titles, [
    'Open the casebook',
    'Hover over names and citations',
    'Restore a missing source',
    'Tag every known name',
    'Check all briefs',
  ]);

  await press(editor, 'casebook', 'Open the Casebook…');
  await editor.asked((title) => title.includes('casebook'));
  await editor.press('Escape');
  await complete(editor, 'casebook');

  await press(editor, 'hover', 'Show Me a Missing Source');
  await editor.page.locator('.tab.active', { hasText: 'taliban-neighbours.brief' }).waitFor();
  const hover = editor.page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();
  await editor.until(
    async () => (await hover.textContent({ timeout: 2_500 }).catch(() => '')) ?? '',
    (words) => words.includes('September 11'),
  );
  await complete(editor, 'hover');

  await press(editor, 'fix', 'Fix Missing Sources…');
  await editor.asked((title) => title.startsWith('Missing source 1 of 7'));
  await editor.press('Escape');
  await complete(editor, 'fix');

  await press(editor, 'tag', 'Tag All Known Names');
  await editor.page.locator('.tab.dirty', { hasText: 'taliban-neighbours.brief' }).waitFor();
  await complete(editor, 'tag');
});

test('the casebook is copied into a new folder each time, and nothing is written over', async (editor) => {
  const place = await mkdtemp(join(tmpdir(), 'briefmark-place-'));
  try {
    await mkdir(join(place, 'briefmark-casebook'));
    await writeFile(join(place, 'briefmark-casebook', 'README.md'), 'mine');
    await editor.open('harbour.brief');
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.startCommand('Briefmark: Open the Casebook…');
    await editor.asked((title) => title.includes('casebook'));
    await editor.chooseFolder(place, 'briefmark-casebook');
    const dialog = editor.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /briefmark-casebook-2/);
    await editor.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const [copied, samples] = [join(place, 'briefmark-casebook-2'), join(root, 'samples')];
    assert.deepEqual((await readdir(copied)).sort(), (await readdir(samples)).sort());
    for (const name of await readdir(samples))
      assert.equal(await readFile(join(copied, name), 'utf8'), await readFile(join(samples, name), 'utf8'), name);
    assert.equal(await readFile(join(place, 'briefmark-casebook', 'README.md'), 'utf8'), 'mine');
  } finally {
    await rm(place, { recursive: true });
  }
});
