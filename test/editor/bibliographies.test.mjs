/** What someone does who keeps the sources in Zotero and cites them by their keys. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const brief = 'cranes.brief';
const bibliography = 'zotero.bib';
const text = `---\nbibliography: ${bibliography}\n---\n\nThe cranes stand still [@okafor2021].\n`;
const entry = `@article{okafor2021,\n  entrysubtype = {newspaper},\n  title = {Cranes Stand Still},\n  author = {Okafor, Ada},\n  date = {2021-09-05},\n  journaltitle = {Harbor Tide}\n}\n`;

test('a key leads into the bibliography of another program, and follows what that program writes', async (editor) => {
  await editor.write(bibliography, `\n${entry}`);
  try {
    await editor.create(brief, text);
    await editor.hover('@okafor2021', /Harbor Tide/, /Cranes Stand Still/, /Ada Okafor/);
    await editor.press('Escape');
    await editor.goTo(brief, 'okafor2021');
    await editor.press('F2');
    await editor.page.locator('.monaco-editor-overlaymessage', { hasText: bibliography }).waitFor();
    await editor.press('Control+End');
    await editor.typeByHand('They wait [@okaf');
    await editor.until(editor.suggestions, (rows) => rows.some((row) => row.text.includes('Cranes Stand Still')));
    await editor.press('Tab');
    await editor.command('File: Save All');
    const written = await editor.until(
      () => editor.read(brief),
      (saved) => saved.endsWith(']'),
    );
    assert.match(written, /They wait \[@okafor2021\]$/);
    await editor.goTo(brief, 'okafor2021');
    await editor.press('F12');
    await editor.page.locator('.tab.active', { hasText: bibliography }).waitFor();
    await editor.page.locator('.statusbar-item', { hasText: 'Ln 2, Col 10' }).waitFor();
    await editor.write(bibliography, entry.replace('Stand Still', 'Move Again'));
    await editor.open(brief);
    await editor.hover('@okafor2021', /Cranes Move Again/);
  } finally {
    await editor.remove(brief);
    await editor.remove(bibliography);
  }
});
