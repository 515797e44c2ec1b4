/** Markdown files that a folder includes: checked as what they are. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

const NOTE =
  '# Week\n\nThey crossed the river (Reuters, May 3) and left (, May 5).\n\n## Outlook\n\nThey may return.\n';

test('a Markdown file with citations is offered in the status bar; once included, it is checked and stays Markdown', async (/** @type {Editor} */ editor) => {
  const { page, until } = editor;
  const config = await editor.read('.briefmark.yaml');
  try {
    await editor.add('week.md', NOTE);
    await editor.open('week.md');
    await page.locator('.statusbar-item', { hasText: 'Check this file with Briefmark' }).click();
    await until(() => editor.squiggled('error', ', May 5'), true);
    // What is on screen counts before it is on disk.
    await until(
      () => editor.read('.briefmark.yaml'),
      (text) => /\ninclude:\n {2}- week\.md\n$/.test(text),
    );
    const folded = page.locator('.outline-tree .monaco-list-row[aria-expanded="false"] .monaco-tl-twistie');
    const rows = await until(
      async () => {
        await editor.outline();
        // VS Code sometimes shows the groups of two extensions folded. Unfolding the first leaves one fewer.
        while ((await folded.count()) > 0) await folded.first().click();
        return editor.outline();
      },
      (seen) =>
        seen.some(({ text }) => text.startsWith('Missing source')) && seen.some(({ text }) => text.startsWith('#')),
    );
    // Behind the name of a row stands how many problems there are.
    const names = [
      'Briefmark',
      'Reuters, May 3',
      'Missing source, May 5',
      'Markdown Language Features',
      '# Week',
      '## Outlook',
    ];
    assert.deepEqual(
      rows.map(({ text }, index) => text.startsWith(names[index] ?? ' ')),
      names.map(() => true),
    );
    await page.locator('.statusbar-item', { hasText: '1 missing source' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Markdown' }).waitFor();
  } finally {
    await editor.write('.briefmark.yaml', config);
    await editor.remove('week.md');
  }
});

test('the title bar of the outline hides and shows entities and citations; sections stay', async (/** @type {Editor} */ editor) => {
  const { page, until } = editor;
  const header = page.locator('.pane-header', { hasText: 'Outline' });
  const names = async () => (await editor.outline()).map(({ text }) => text);
  const has = (/** @type {string} */ start) => async () => (await names()).some((name) => name.startsWith(start));
  const press = async (/** @type {string} */ rows) => {
    await header.hover();
    await header.locator(`a.action-label[aria-label*="${rows}"]`).click();
  };
  await editor.open('taliban-neighbours.brief');
  await until(has('Casebook Bulletin'), true);
  await press('Entities');
  await until(has('Casebook Bulletin'), false);
  await press('Entities');
  await until(has('Casebook Bulletin'), true);
});

test('what is folded in the outline stays folded when entities hide and show, and the rest unfolded', async (/** @type {Editor} */ editor) => {
  const { page, until } = editor;
  const header = page.locator('.pane-header', { hasText: 'Outline' });
  // Behind a name are its count and the number of its findings.
  const names = async () => (await editor.outline()).map(({ text }) => text.match(/^[\p{L} ]+\p{L}/u)?.[0]);
  const press = async () => {
    await header.hover();
    await header.locator('a.action-label[aria-label*="Entities"]').click();
  };
  await editor.open('harbour.brief');
  await until(names, (rows) => rows.includes('Board of Shippers'));
  await page.locator('.outline-tree .monaco-list-row', { hasText: 'Reactions' }).locator('.monaco-tl-twistie').click();
  const port = ['The port', 'Harbour Watch', 'Missing source', 'Reactions', 'Outlook'];
  await until(names, [...port.slice(0, 1), 'Veldt Harbour Board', ...port.slice(1), 'Veldt Harbour Board']);
  await press();
  await until(names, port);
  await press();
  // While its only row was hidden, nothing was to be folded in the last section.
  await until(names, [...port.slice(0, 1), 'Veldt Harbour Board', ...port.slice(1)]);
});

test('a hover that leads nowhere links to the fixes of that place', async (/** @type {Editor} */ editor) => {
  const { page } = editor;
  await editor.open('taliban-neighbours.brief');
  await editor.hover(', September 22', /Find the source/);
  await page.locator('.monaco-hover a', { hasText: 'Find the source' }).click();
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Add a source' }).first().waitFor();
  await page.keyboard.press('Escape');
});
