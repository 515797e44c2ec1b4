/** What someone does who fills the registries from a brief: one list, one key. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const brief = 'inbox/dispatch.brief';
const registry = 'inbox/dispatch.entities.yaml';
const text =
  '---\ndate: 2022-06-01\n---\n\nHarbor Minister Ida Holm spoke (Quay Gazette, May 3). Later Holm stayed in Oslo (Quay Gazette, May 4).\n';

test('Set Up Registries… adds what is ticked and tags nothing, and one undo takes it back', async (editor) => {
  const sources = await editor.read('harbour.sources.yaml');
  const own = 'entities: # ours\n  - { id: x, type: org, name: Xylo }\n';
  await editor.write(registry, own);
  await editor.write(brief, text);
  try {
    await editor.openByName('dispatch.brief');
    // Only now is the server ready.
    await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 3'), true);
    await editor.startCommand('Briefmark: Set Up Registries…');
    const { rows } = await editor.asked((title) => title.includes('Set up registries'));
    assert(
      ['Quay Gazette', 'Ida Holm', 'Oslo'].every((name) => rows.some((row) => row.includes(name))),
      rows.join('\n'),
    );
    await editor.press('Enter');
    await editor.until(
      () => editor.page.locator('.notification-toast').allInnerTexts(),
      (all) => all.some((one) => one.includes('entries to the registries')),
    );
    const dirty = editor.page.locator('.tab.dirty');
    await editor.until(() => dirty.count(), 2);
    await editor.command('File: Save All');
    await editor.until(() => dirty.count(), 0);
    const yaml = await editor.until(
      () => editor.read(registry),
      (written) => written.includes('name: Ida Holm'),
    );
    assert(yaml.startsWith(own), yaml);
    assert.match(yaml, /name: Ida Holm, aliases: \[ ?Holm ?\]/);
    assert.equal(await editor.read(brief), text);
    // The nearest registry with sources.
    const written = await editor.read('harbour.sources.yaml');
    for (const day of ['2022-05-03', '2022-05-04']) assert(written.includes(day), written);
    // In the brief, which did not change.
    await editor.command('View: Focus Active Editor Group');
    await editor.press('Control+Z');
    await editor.until(() => dirty.count(), 2);
    await editor.command('File: Save All');
    await editor.until(() => dirty.count(), 0);
    await editor.until(
      () => Promise.all([brief, registry, 'harbour.sources.yaml'].map(editor.read)),
      [text, own, sources],
    );
  } finally {
    await editor.write('harbour.sources.yaml', sources);
    await editor.remove(brief);
    await editor.remove(registry);
  }
});
