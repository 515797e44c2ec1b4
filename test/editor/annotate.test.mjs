/** Annotate…: someone tags a brief as fast as they read it; nothing that they type reaches the text, and one undo takes all back. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const brief = 'annotate/pier.brief';
const registry = 'annotate/pier.entities.yaml';
const yaml = `entities: # ours
  - { id: ferrol, type: place, name: Ferrol }
  - { id: dock-guild, type: org, name: Dock Guild }
  - { id: marin, type: person, name: Lucia Marin, aliases: [Marin] }
`;
const paragraph = `Harbor Minister Ida Holm met Lucia Marin of the Dock Guild in Ferrol (Quay Gazette, May 3). Marin told Holm that the Dock Guild would leave Ferrol, and Holm left Ferrol too.`;
const text = `---\ndate: 2022-06-01\n---\n\n${Array(3).fill(paragraph).join('\n\n')}\n`;
const tagged = text
  .replaceAll('Ida Holm', '[Ida Holm](person:ida-holm)')
  .replaceAll(/(?<!Ida )Holm(?! met|\])/g, '[Holm](person:ida-holm)')
  .replaceAll('Lucia Marin', '[Lucia Marin](person:marin)')
  .replaceAll('Marin told', '[Marin](person:marin) told')
  .replaceAll('Dock Guild', '[Dock Guild](org:dock-guild)')
  .replaceAll('Ferrol', '[Ferrol](place:ferrol)');

/** @param {import('./driver.mjs').Editor} editor @param {number} at */
const step = (editor, at) => editor.asked((title) => title === `Annotate: ${at} of 30`);

/**
 * Saves both files, once VS Code shows both as changed, which it does for the second one only a while later.
 * @param {import('./driver.mjs').Editor} editor @param {string[]} expected
 */
async function saved(editor, expected) {
  const dirty = editor.page.locator('.tab.dirty');
  await editor.until(() => dirty.count(), 2);
  await editor.command('File: Save All');
  await editor.until(() => dirty.count(), 0);
  await editor.until(async () => [await editor.read(brief), await editor.read(registry)], expected);
}

test('Annotate… tags 30 mentions in at most 60 keys, and one undo takes all of it back', async (editor) => {
  await editor.write(registry, yaml);
  await editor.write(brief, text);
  let keys = 0;
  const press = async (/** @type {string} */ key) => {
    keys++;
    await editor.press(key);
  };
  try {
    await editor.openByName('pier.brief');
    await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 3'), true);
    await editor.startCommand('Briefmark: Annotate…');
    const { rows } = await step(editor, 1);
    assert.match(
      rows[0] ?? '',
      /^Tag “Ida Holm” as person: Ida Holm ?Enter · new: the title “Harbor Minister” .*Harbor Minister Ida Holm met/,
    );
    // Letters that are no command go nowhere; what is taken back is asked again.
    await editor.type('xyz');
    await press('Enter');
    await step(editor, 2);
    await press('Space');
    await step(editor, 3);
    await press('Backspace');
    await step(editor, 2);
    // Going elsewhere keeps the walk.
    const box = editor.page.locator('.quick-input-widget');
    await editor.press('F1');
    await editor.page.locator('.notification-toast', { hasText: '1 accepted mention is kept' }).waitFor();
    await box.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'recently used' }).first().waitFor();
    await editor.press('Escape');
    await box.waitFor({ state: 'hidden' });
    await editor.startCommand('Briefmark: Annotate…');
    await step(editor, 2);
    await editor.type('q');
    // Faster than the list is drawn.
    for (let mention = 2; mention <= 30; mention++) await press('Enter');
    await editor.page
      .locator('.notification-toast', {
        hasText: 'Tagged 30 mentions. Added 1 entity to the registry. One undo takes all of it back.',
      })
      .waitFor();
    assert(keys <= 60, `${keys} keys`);
    const idaHolm = '  - { id: ida-holm, type: person, name: Ida Holm, aliases: [ Holm ] }\n';
    await saved(editor, [tagged, yaml + idaHolm]);
    await editor.press('Control+Z');
    await saved(editor, [text, yaml]);
  } finally {
    await editor.remove('annotate');
  }
});
