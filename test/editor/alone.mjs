/**
 * `node test/editor/alone.mjs [WORDS]`: the packaged extension in a folder without briefs, for a file without a folder, and in a folder that
 * holds a web page alone.
 */
import { join } from 'node:path';
import { packagePath } from '../../scripts/package.mjs';
import { fail } from '../../scripts/run.mjs';
import { test } from './harness.mjs';
import { testInEditor } from './session.mjs';
import './firstHour.test.mjs';

test('a registry alone wakes the extension', async (editor) => {
  await editor.open('sources.yaml');
  await editor.until(
    () => editor.problems('sources.yaml'),
    (rows) => rows.some((row) => row.includes('duplicate-id')),
  );
});

test('a configuration alone is checked', async (editor) => {
  await editor.add('.briefmark.yaml', 'profil: release\n');
  await editor.open('.briefmark.yaml');
  await editor.until(
    () => editor.problems('.briefmark.yaml'),
    (rows) => rows.length > 0,
  );
});

test('a brief that is opened without a folder sees the registries beside it', async (editor) => {
  const { page } = editor;
  await editor.write('strike.brief', 'They met (TASS, May 3, 2021). They left (TASS, May 9, 2021).\n');
  await page.goto(`${new URL(page.url()).origin}/?ew=true`);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  await editor.startCommand('File: Open File...');
  await editor.answerPath(join(editor.folder, 'strike.brief'));
  await page.locator('.tab.active', { hasText: 'strike.brief' }).waitFor();
  await editor.until(() => editor.squiggled('warning', 'TASS, May 9, 2021'), true);
});

const words = process.argv.slice(2).join(' ');
/** The scenarios of each folder, by words of their names. @type {[scenarios: string, folder: string][]} */
const sessions = [
  ['(?!the first hour)', 'test/editor/alone'],
  ['(?=the first hour)', 'test/editor/raw'],
];
for (const [scenarios, folder] of sessions)
  await testInEditor({ folders: [folder], vsix: packagePath(), pattern: `^${scenarios}(?=.*${words})` }).catch(fail);
