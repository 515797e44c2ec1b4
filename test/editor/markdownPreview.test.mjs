/** VS Code's own Markdown preview of briefs. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { test } from './harness.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

const BRIEF = `---
title: Harbour week
date: 2024-03-10
---

# Harbour week

The [Harbour Board](org:harbour) met in [Northquay](place:north) with [the dockers](group:dockers) ([Tide](src:tide-1), March 4).[^1]
The cranes stopped (, March 5), and [Kestrel](weapon:kestrel) was seen again [@tide-2, p. 3].

It is said that they may move [citation needed].[^9]

[^1]: Tide, March 4, 2024.
[^2]: https://example.org/gull
`;
const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];

/** The page in the preview that is shown. The preview makes a new one when its text or the theme changes. @param {Editor} editor */
const shownIn = ({ page }) =>
  page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('body');

/** What is wrong with the page for people who see little contrast. @param {import('playwright-core').Locator} shown */
async function violations(shown) {
  const frame = await (await shown.elementHandle())?.ownerFrame();
  await frame?.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  // The page is transparent: what is behind it has this color.
  await frame?.evaluate(`document.body.style.background = 'var(--vscode-editor-background)'`);
  return frame?.evaluate(`axe.run({ include: ['[class^="briefmark-"]'] }, { runOnly: ['color-contrast'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`);
}

test('the Markdown preview of a brief typesets tags, notes and missing sources in every theme', async (/** @type {Editor} */ editor) => {
  const { page, until } = editor;
  await editor.create('harbour-week.brief.md', BRIEF);
  await editor.startCommand('View: Reopen Editor With...');
  await editor.answer('Markdown Preview');
  const shown = shownIn(editor);
  await until(
    () => shown.locator('.briefmark-missing').allTextContents(),
    ['source missing, March 5', 'source missing [citation needed]', 'source missing [^9]'],
  );
  assert.deepEqual(await shown.locator('.briefmark-entity').allTextContents(), [
    'Harbour Board',
    'Northquay',
    'the dockers',
    'Kestrel',
  ]);
  assert.deepEqual(await shown.locator('.briefmark-number').allTextContents(), ['1', '2']);
  assert.deepEqual(await shown.locator('.briefmark-marker').allTextContents(), ['1']);
  try {
    for (const theme of themes) {
      await editor.write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await until(
        () => shown.getAttribute('data-vscode-theme-id'),
        (id) => id === theme || id === theme.replace('Default ', ''),
      );
      await shown.locator('.briefmark-missing').first().waitFor();
      // The page may be replaced while it is looked at.
      await until(() => violations(shown).catch(() => undefined), []);
      await page.screenshot({ path: join(root, `test-results/markdown-preview-${themes.indexOf(theme)}.png`) });
    }
  } finally {
    await editor.remove('.vscode/settings.json');
    await editor.remove('harbour-week.brief.md');
  }
});

test('the Markdown preview follows a Markdown file that is included, and leaves others alone', async (/** @type {Editor} */ editor) => {
  const { page, until } = editor;
  await editor.create('plain.md', BRIEF);
  await editor.command('Markdown: Open as Preview');
  const shown = shownIn(editor);
  await shown.locator('h1').waitFor();
  assert.equal(await shown.locator('[class^="briefmark-"]').count(), 0);
  const config = await editor.read('.briefmark.yaml');
  try {
    await editor.write('.briefmark.yaml', `${config}include:\n  - plain.md\n`);
    await until(() => shown.locator('.briefmark-missing').count(), 3);
    await page.screenshot({ path: join(root, 'test-results/markdown-preview-included.png') });
  } finally {
    await editor.write('.briefmark.yaml', config);
    await editor.remove('plain.md');
  }
});
