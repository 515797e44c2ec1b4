/** What Problems lists of briefs that are not open. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const closed = 'fees.brief';
const open = 'harbour.brief';
const registry = 'harbour.sources.yaml';
const ENTRY = '  - { id: hw-2024-05-09, title: Two leave, container-title: Harbour Watch, issued: 2024-05-09 }\n';

/** @typedef {import('./driver.mjs').Editor} Editor */

/** The codes that Problems lists for a file. @param {Editor} editor @param {string} name */
const codes = (editor, name) => async () =>
  (await editor.problems(name)).map((row) => /Briefmark ([\w-]+) \[Ln/.exec(row)?.[1] ?? row).sort();

/** @param {Editor} editor @param {(editor: Editor) => Promise<void>} run */
async function withAllBriefs(editor, run) {
  await editor.open(open);
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.command('Briefmark: Check All Briefs');
  try {
    await run(editor);
  } finally {
    await editor.command('Briefmark: Check Open Briefs Only');
    await editor.until(codes(editor, 'draft.brief'), []);
  }
}

test('“Check All Briefs” lists the findings of closed briefs, and none of an open one twice', (editor) =>
  withAllBriefs(editor, async () => {
    const toast = editor.page.locator('.notification-toast', { hasText: /\d+ errors and \d+ warnings in \d+ files\./ });
    await toast.waitFor();
    await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
    const twice = (await editor.problems(open)).filter((words) => words.includes('May 12'));
    assert.equal(twice.length, 1);
  }));

test('what Problems lists of closed briefs follows files, registries and settings', (editor) =>
  withAllBriefs(editor, async () => {
    const before = await editor.read(closed);
    const entries = await editor.read(registry);
    await editor.until(codes(editor, closed), (found) => found.includes('missing-source'));
    try {
      // Problems lists files with errors first, and only rows in view exist.
      await editor.write('.vscode/settings.json', '{ "briefmark.rules": { "unknown-source": "error" } }');
      await editor.write(
        closed,
        before.replace('(, May 8)', '(Harbour Watch, May 8)').replace('(, May 12)', '(Harbour Watch, May 14)'),
      );
      await editor.until(codes(editor, closed), []);
      await editor.write(closed, before.replace('(, May 8)', '(Harbour Watch, May 9)').replace('(, May 12)', ''));
      await editor.until(codes(editor, closed), ['unknown-source']);
      await editor.write(registry, entries + ENTRY);
      await editor.until(codes(editor, closed), []);
      await editor.write(closed, before);
      await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
      await editor.write('.vscode/settings.json', '{ "briefmark.rules": { "missing-source": "off" } }');
      await editor.until(codes(editor, closed), []);
    } finally {
      await editor.write(closed, before);
      await editor.write(registry, entries);
      await editor.write('.vscode/settings.json', '{}');
    }
    await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
    await editor.write('late.brief', 'It left (, May 3).\n');
    await editor.until(codes(editor, 'late.brief'), ['missing-source']);
    await editor.remove('late.brief');
    await editor.until(codes(editor, 'late.brief'), []);
  }));

test('a brief that was open and is closed is listed as it is on disk, or no longer', async (editor) => {
  await editor.open(closed);
  await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
  await editor.command('View: Close All Editors');
  await editor.until(codes(editor, closed), []);
  await withAllBriefs(editor, async () => {
    await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
    await editor.open(closed);
    await editor.goTo(closed, ', May 8');
    await editor.type('Harbour Watch');
    await editor.until(codes(editor, closed), ['missing-source']);
    await editor.command('File: Revert File');
    await editor.command('View: Close All Editors');
    await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
  });
});

test('the setting lists closed briefs from the start', async (editor) => {
  await editor.write('.vscode/settings.json', '{ "briefmark.check.allBriefs": true }');
  try {
    await editor.command('Briefmark: Restart Server');
    await editor.until(codes(editor, closed), ['missing-source', 'missing-source']);
  } finally {
    await editor.remove('.vscode/settings.json');
  }
  await editor.until(codes(editor, closed), []);
});
