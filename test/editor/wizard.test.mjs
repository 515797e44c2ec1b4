/** Fix Missing Sources…: someone answers one gap after the other, and the hand that types faster than the eye reads does no harm. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const brief = 'khyber.brief';
const text = `---
title: Khyber
date: 2026-03-20
sources:
  - { id: dawn-1, title: Trade talks at Torkham resume, container-title: Dawn, issued: 2026-03-10 }
  - { id: geo-1, title: Police officer shot dead in Khyber Pakhtunkhwa, container-title: Geo, issued: 2026-03-10 }
  - { id: app-1, title: Parliament adjourns, container-title: APP, issued: 2026-03-10 }
  - { id: dawn-2, title: Rain expected, container-title: Dawn, issued: 2026-03-12 }
  - { id: geo-2, title: Cricket board meets, container-title: Geo, issued: 2026-03-12 }
---

A police officer was shot in Khyber Pakhtunkhwa (, March 10). Nobody claimed it (, March 12).

The markets stayed closed (Khyber Mail, March 14). They opened again at noon (, March 14).
`;

/** @param {import('./driver.mjs').Editor} editor */
const focused = (editor) => editor.page.locator('.quick-input-list .monaco-list-row.focused').allInnerTexts();
/** @param {import('./driver.mjs').Editor} editor */
const box = (editor) => editor.page.locator('.quick-input-widget .quick-input-box input');
/** @param {import('./driver.mjs').Editor} editor @param {number} number */
const gap = (editor, number) => editor.asked((title) => title.startsWith(`Missing source ${number} of 3`));
/** @param {import('./driver.mjs').Editor} editor */
const cursor = (editor) => editor.page.locator('[id="status.editor.selection"]').innerText();
/** @param {import('./driver.mjs').Editor} editor @param {string} words */
const seen = (editor, words) => editor.until(async () => (await editor.place(words)) !== null, true);

/** @param {import('./driver.mjs').Editor} editor @param {() => Promise<void>} run */
async function atFirstGap(editor, run) {
  await editor.create(brief, text);
  try {
    await editor.until(
      async () => (await editor.squiggles('error')).length,
      (count) => count >= 3,
    );
    await editor.startCommand('Briefmark: Fix Missing Sources…');
    await gap(editor, 1);
    await run();
  } finally {
    await editor.press('Escape');
    await editor.command('File: Revert File');
    await editor.remove(brief);
  }
}

test('the wizard ranks by words, says why, and takes nothing that was not chosen', (editor) =>
  atFirstGap(editor, async () => {
    const { rows } = await gap(editor, 1);
    assert.match(
      rows[0] ?? '',
      /^Geo ?March 10, 2026 Police officer shot dead .* – shares “Khyber Pakhtunkhwa, police, officer, shot”$/,
    );
    assert.equal((await focused(editor)).length, 1, 'the lead is clear, so it is preselected');
    await editor.press('Enter');
    await gap(editor, 2);
    await seen(editor, '(Geo, March 10)');
    assert.deepEqual(await focused(editor), [], 'no lead, nothing preselected');
    await editor.press('Enter');
    await box(editor).fill('cricket');
    await editor.until(async () => (await focused(editor)).length, 0);
    await editor.press('Enter');
    await gap(editor, 2);
    await editor.press('ArrowDown');
    await editor.until(
      async () => (await focused(editor)).join(),
      (row) => row.includes('Cricket'),
    );
    await editor.press('Enter');
    const third = await gap(editor, 3);
    assert.match(third.rows[0] ?? '', /^Khyber Mail ?cited here for that day, not in the registry/);
    await editor.press('Escape');
    // Behind `(, March 14)`, which stays; nothing is selected.
    await editor.until(
      () => cursor(editor),
      (at) => /^Ln 14, Col 90$/.test(at),
    );
    await editor.type('!');
    await seen(editor, 'at noon (, March 14)!.');
    await editor.page.locator('.notification-toast', { hasText: '2 sources fixed. 1 source still missing.' }).waitFor();
  }));

test('the wizard goes back, which takes back the answer', (editor) =>
  atFirstGap(editor, async () => {
    await editor.press('Enter');
    await gap(editor, 2);
    await seen(editor, '(Geo, March 10)');
    await editor.page
      .locator('.quick-input-widget :is([aria-label^="Back"], .codicon-quick-input-back)')
      .first()
      .click();
    await gap(editor, 1);
    await seen(editor, '(, March 10)');
    await editor.press('ArrowDown');
    await editor.press('Enter');
    await gap(editor, 2);
    await seen(editor, 'Pakhtunkhwa (');
    assert.equal((await editor.page.locator('.view-line', { hasText: 'Geo, March 10' }).count()) > 0, false);
  }));

test('the wizard saves nothing, or all', (editor) =>
  atFirstGap(editor, async () => {
    await editor.press('Enter');
    await gap(editor, 2);
    await editor.press('Escape');
    await editor.page.locator('.notification-toast', { hasText: '1 source fixed.' }).waitFor();
    await editor.until(() => editor.page.locator('.tab.dirty').count(), 1);
    assert.equal(await editor.read(brief), text);
    await editor.write('.vscode/settings.json', '{ "briefmark.fixMissingSources.save": true }');
    try {
      await editor.startCommand('Briefmark: Fix Missing Sources…');
      await editor.asked((title) => title.startsWith('Missing source 1 of 2'));
      await editor.choose('Cricket');
      await editor.asked((title) => title.startsWith('Missing source 2 of 2'));
      await editor.press('Escape');
      await editor.until(() => editor.page.locator('.tab.dirty').count(), 0);
      assert.match(await editor.read(brief), /\(Geo, March 10\)\. Nobody claimed it \(Geo, March 12\)/);
    } finally {
      await editor.remove('.vscode/settings.json');
    }
  }));
