/** What the light bulb offers in a line with several findings, and what Copy without Tags copies. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test } from './harness.mjs';

const brief = 'rains.brief';
const text = `---
title: Rains
date: 2026-03-20
sources:
  - { id: rfi-1, title: Floods cut the road to Gao, container-title: RFI, issued: 2026-03-05 }
  - { id: rfi-2, title: Market reopens, container-title: RFI, issued: 2026-03-06 }
---

<!-- brief-ignore uncited-paragraph -->
# The *rains*

The road to Gao is cut (, March 5), and the market has reopened (, March 6), says [Maliweb](org:maliweb).[^1] A bridge fell [@rfi-1].

[^1]: RFI, March 6.
`;

/** @param {import('./driver.mjs').Editor} editor @param {() => Promise<void>} run */
async function inBrief(editor, run) {
  await editor.create(brief, text);
  try {
    await editor.until(
      async () => (await editor.squiggles('error')).length,
      (count) => count >= 2,
    );
    await run();
  } finally {
    await editor.press('Escape');
    await editor.command('File: Revert File');
    await editor.remove(brief);
  }
}

test('the light bulb names what each fix is about, those of the place first, none twice', (editor) =>
  inBrief(editor, async () => {
    await editor.goTo(brief, ', March 6)');
    await editor.press('Control+.');
    const menu = editor.page.locator('.action-widget');
    await menu.locator('.monaco-list-row').first().waitFor();
    const rows = (await menu.locator('.monaco-list-row.action .title').allInnerTexts()).map((row) => row.trim());
    await mkdir('test-results', { recursive: true });
    await editor.screenshot('test-results/light-bulb.png');
    assert.equal(rows[0], 'Insert “RFI” before “March 6”: Market reopens');
    assert.equal(new Set(rows).size, rows.length, rows.join('\n'));
    const own = rows.filter((row) => !/^Ignore |^Modify|^Fix|^Explain/.test(row));
    assert.deepEqual(
      own.filter((row) => !/March 5|March 6|RFI|Maliweb/.test(row)),
      [],
    );
    await editor.press('Escape');
  }));

test('Copy without Tags copies plain prose', (editor) =>
  inBrief(editor, async () => {
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await editor.command('Briefmark: Copy without Tags');
    await editor.page.locator('.statusbar-item', { hasText: 'The brief was copied without tags.' }).waitFor();
    // Over the brief itself, which is put back afterwards.
    await editor.goTo(brief, 'The road');
    await editor.press('Control+a');
    await editor.press('Control+v');
    const lines = editor.page.locator('.editor-group-container.active .view-line');
    const pasted = await editor.until(
      async () => (await lines.allInnerTexts()).join('\n').replaceAll('\u00a0', ' '),
      (seen) => seen.includes('1. RFI'),
    );
    await editor.screenshot('test-results/pasted.png');
    assert.match(
      pasted,
      /^The rains\s+The road to Gao is cut \(, March 5\), and the market has reopened \(, March 6\), says Maliweb\.\[1\] A bridge fell \(RFI, March 5\)\.\s+1\. RFI, March 6\./,
    );
  }));
