/** *Compare Sources with Last Commit…* with the Git extension of VS Code and a real repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from './harness.mjs';

const name = 'ferry.brief';
const text = `The ferry sailed (Tide, March 4). The crew slept (Quay Post, March 5).

Nobody came (Tide, March 6).
`;
const none = 'Since the last commit no statement of this brief has lost or changed its source.';

test('what lost its source since the last commit is listed, and leads to its place', async (/** @type {import('./driver.mjs').Editor} */ editor) => {
  const { page, until } = editor;
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-c', 'user.name=Ida Holm', '-c', 'user.email=ida@example.org', ...args], {
      cwd: editor.folder,
      stdio: 'pipe',
    });
  const said = (/** @type {string} */ words) => page.locator('.notification-toast', { hasText: words });
  git('init', '--quiet');
  await editor.create(name, text);
  try {
    git('add', name);
    git('commit', '--quiet', '--message', 'The ferry');
    await editor.startCommand('Briefmark: Compare Sources with Last Commit…');
    // These tests run with Git off.
    await said('This brief is in no Git repository that VS Code has opened.').waitFor();
    await editor.write('.vscode/settings.json', '{ "git.enabled": true, "git.autoRepositoryDetection": true }');
    await until(async () => {
      await editor.startCommand('Briefmark: Compare Sources with Last Commit…');
      return said(none).count();
    }, 1);
    await editor.goTo(name, 'Quay Post');
    await editor.press('Control+Shift+ArrowRight');
    await editor.press('Control+Shift+ArrowRight');
    await editor.press('Delete');
    await editor.startCommand('Briefmark: Compare Sources with Last Commit…');
    const { rows } = await editor.asked((title) => title === 'Sources changed since the last commit');
    assert.equal(rows.length, 1, rows.join('\n'));
    assert.match(rows[0] ?? '', /Quay Post.*line 1.*The crew slept/);
    await editor.press('Enter');
    await page.locator('[id="status.editor.selection"]', { hasText: 'Ln 1,' }).waitFor();
  } finally {
    for (const path of ['.git', '.vscode/settings.json', name]) await editor.remove(path).catch(() => {});
  }
});
