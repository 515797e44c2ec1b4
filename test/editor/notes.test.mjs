/** A brief whose sources stand in notes: what it shows, where it leads. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const NAME = 'draft.brief';
const TEXT = `# The port

The board doubled its fees in May.[^1] Two shippers left.[^2] The rest stayed.[^9]

# Notes

[^1]: Harbour Watch, May 8, 2024; Harbour Gazette, May 9, 2024.
[^2]: Harbour Watch, May 8, 2024.
`;

test('notes: hover, definition, outline and preview', async (editor) => {
  const { page, until, write, open, press } = editor;
  const before = await editor.read(NAME);
  await write(NAME, TEXT);
  try {
    await open(NAME);
    await until(() => editor.squiggled('error', '[^9]'), true);
    await editor.hover('[^2]', /Note 2/, /Board doubles its fees/);
    await editor.hover('[^9]', /Note 9 does not exist/);
    const rows = await until(editor.outline, (rows) => rows.some(({ text }) => text.includes('Notes, 2')));
    assert(
      rows?.some(({ text }) => text.includes('Missing source: [^9]')),
      JSON.stringify(rows),
    );
    await editor.goTo(NAME, '[^2]');
    await press('F12');
    const cursor = page.locator('.statusbar-item', { hasText: /Ln \d+, Col/ });
    await until(
      () => cursor.textContent(),
      (words) => /Ln 8, Col/.test(words ?? ''),
    );
    await press('Control+k');
    await press('v');
    const outer = page.frameLocator('iframe.webview.ready');
    const shown = outer.frameLocator('iframe#active-frame');
    await shown.locator('.note').nth(1).waitFor();
    assert.equal(await shown.locator('mark').first().textContent(), 'source missing [^9]');
    assert.equal(await shown.locator('[role=doc-noteref]').count(), 2);
    assert.equal(await shown.locator('.note [role=doc-backlink]').count(), 2);
  } finally {
    await write(NAME, before);
  }
});
