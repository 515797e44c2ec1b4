/** `node test/editor/spanish.mjs [WORDS]`: the packaged extension in a VS Code whose language is Spanish. */
import assert from 'node:assert/strict';
import { packagePath } from '../../scripts/package.mjs';
import { fail } from '../../scripts/run.mjs';
import { test } from './harness.mjs';
import { pictureOf } from './pictures.mjs';
import { testInEditor } from './session.mjs';

const brief = 'harbour.brief';

/** Opens the brief and waits until the server has read it. @param {import('./driver.mjs').Editor} editor */
async function openBrief(editor) {
  await editor.open(brief);
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
}

test('in Spanish, a finding says what is wrong', async (editor) => {
  await openBrief(editor);
  const rows = await editor.until(
    () => editor.problems(brief),
    (found) => found.length > 1,
  );
  const missing = rows.find((row) => row.includes('missing-source'));
  assert.match(missing ?? '', /Falta la fuente de «.+» \(May 12\)/);
});

test('in Spanish, hover explains a missing source and a name', async (editor) => {
  await openBrief(editor);
  await editor.hover(', May 12', /12 de mayo de 2024/);
  // Mentions are counted once all briefs of the folder are read.
  await editor.hover('Board of Shippers', /Speaks for the shipping lines/, /Menciones: 1 aquí/);
});

test('in Spanish, commands have Spanish titles, and the entity graph is Spanish', async (editor) => {
  await openBrief(editor);
  await editor.command('Briefmark: Abrir el grafo de entidades');
  const frame = await pictureOf(editor, 'tbody tr');
  assert.match((await frame.locator('thead').textContent()) ?? '', /Entidad.*Menciones/);
  assert.equal(await frame.locator('html').getAttribute('lang'), 'es');
});

test('in Spanish, the side bar lists what is missing', async (editor) => {
  await openBrief(editor);
  try {
    await editor.focusView('Fuentes');
    const view = editor.page.locator('.pane:has(> .pane-header[aria-label^="Fuentes"]) .monaco-list-row');
    const first = () =>
      view
        .first()
        .getAttribute('aria-label', { timeout: 2_500 })
        .catch(() => '');
    await editor.until(first, (label) => /^Fuentes ausentes, \d+$/.test(label ?? ''));
  } finally {
    await editor.showExplorer();
  }
});

await testInEditor({
  folders: ['samples', 'test/editor/fixtures'],
  vsix: packagePath(),
  pattern: process.argv.slice(2).join(' '),
  language: 'es',
}).catch(fail);
