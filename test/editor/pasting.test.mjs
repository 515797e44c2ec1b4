/** What comes in from elsewhere: a paragraph of a web page on the clipboard, an address over words, a page as a brief. */
import assert from 'node:assert/strict';
import { copy } from './clipboard.mjs';
import { test } from './harness.mjs';

const draft = 'draft.brief';
const html =
  '<p>The convoy left (<a href="https://www.dawn.com/news/1647?utm_source=mail">dawn.com</a>, September 22).</p><p>It waits at <a href="https://tide.example/quay">the quay</a>.</p>';
const plain = 'The convoy left (, September 22).\n\nIt waits at the quay.';

/** What stands below the first paragraph of the draft, once it is saved. @param {import('./driver.mjs').Editor} editor */
async function written(editor) {
  await editor.command('File: Save All');
  await editor.until(() => editor.page.locator('.tab.dirty').count(), 0);
  return (await editor.read(draft)).split('May 8).\n\n')[1];
}

/** Runs a test at the end of the draft, which is as it was afterwards. @param {import('./driver.mjs').Editor} editor @param {() => Promise<void>} run */
async function drafting(editor, run) {
  const before = await editor.read(draft);
  try {
    await editor.open(draft);
    // Only now is the server ready.
    await editor.until(() => editor.squiggled('error', ', May 8'), true);
    await editor.press('Control+End');
    await run();
  } finally {
    await editor.write(draft, before);
  }
}

test('what is pasted from a web page keeps its sources, and one undo takes it back', (editor) =>
  drafting(editor, async () => {
    await copy(editor, { 'text/html': html, 'text/plain': plain });
    await editor.press('Control+V');
    await editor.until(() => editor.place('dawn.com').then(Boolean), true);
    assert.equal(
      await written(editor),
      'The convoy left ([dawn.com](https://www.dawn.com/news/1647), September 22).\n\nIt waits at [the quay](https://tide.example/quay).',
    );
    await editor.press('Control+Z');
    assert.equal(await written(editor), '');
  }));

test('an address pasted over words becomes their link', (editor) =>
  drafting(editor, async () => {
    await editor.type('It waits');
    await editor.press('Control+Shift+ArrowLeft');
    await copy(editor, { 'text/plain': 'https://tide.example/quay?fbclid=1' });
    await editor.press('Control+V');
    await editor.until(() => editor.place('tide.example').then(Boolean), true);
    assert.equal(await written(editor), 'It [waits](https://tide.example/quay)');
  }));

test('notes that are pasted stand at the end of the brief, and a record goes into the registry', (editor) =>
  drafting(editor, async () => {
    await editor.type('Below.');
    await editor.press('Home');
    const notes =
      '<p>It waits<a href="#n" id="r">1</a> </p><ol><li id="n">Harbor Tide, May 3, 2021. <a href="#r">^</a></li></ol>';
    await copy(editor, { 'text/html': notes, 'text/plain': 'It waits1' });
    await editor.press('Control+V');
    await editor.until(() => editor.place('[^1]:').then(Boolean), true);
    const registry = await editor.read('harbour.sources.yaml');
    await copy(editor, {
      'text/plain': '@online{tide2021, title = {Cranes stand still}, year = 2021, url = {https://tide.example/c}}',
    });
    await editor.press('Control+V');
    await editor.until(() => editor.place('@tide2021').then(Boolean), true);
    // VS Code shows the registry as changed a while after the brief.
    await editor.until(() => editor.page.locator('.tab.dirty').count(), 2);
    assert.equal(await written(editor), 'It waits[^1][@tide2021]Below.\n\n[^1]: Harbor Tide, May 3, 2021.\n');
    assert.match(
      await editor.read('harbour.sources.yaml'),
      /id: tide2021\n +type: webpage\n +title: Cranes stand still/,
    );
    await editor.write('harbour.sources.yaml', registry);
  }));

test('what is copied in VS Code is pasted as it is', (editor) =>
  drafting(editor, async () => {
    await editor.type('[the quay](https://tide.example/quay?utm_source=x)');
    await editor.press('Shift+Home');
    await editor.press('Control+C');
    await editor.press('End');
    await editor.press('Control+V');
    const link = '[the quay](https://tide.example/quay?utm_source=x)';
    await editor.until(() => written(editor), `${link}${link}`);
  }));

test('a web page is imported as a brief beside it, from the explorer', async (editor) => {
  const page = `<title>Cranes</title><article><h1>Cranes stand still</h1>${html}<img src="x"></article>`;
  // It is not opened: the notifications of VS Code's own HTML extension, which cannot start here, would hide ours.
  await editor.add('cranes.html', page);
  try {
    await editor.showExplorer();
    const row = editor.page.locator('.explorer-folders-view').getByText('cranes.html', { exact: true });
    await row.click({ button: 'right' });
    // A click right after a menu has opened is taken for the end of the one that opened it.
    const item = editor.page.locator('.monaco-menu .action-item', { hasText: 'Import as Brief…' });
    await item.hover();
    await editor.until(async () => /\bfocused\b/.test((await item.getAttribute('class')) ?? ''), true);
    await editor.press('Enter');
    await editor.page.locator('.tab.active', { hasText: 'cranes.brief' }).waitFor();
    assert.match(await editor.read('cranes.brief'), /^# Cranes stand still\n\nThe convoy left \(\[dawn\.com\]/);
    await editor.page
      .locator('.notifications-toasts', { hasText: 'Imported as cranes.brief. 1 picture was left out.' })
      .waitFor();
  } finally {
    await editor.remove('cranes.html');
    await editor.remove('cranes.brief');
  }
});
