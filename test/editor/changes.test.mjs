/** What happens while someone writes, and while other programs write. */
import { test } from './harness.mjs';

test('typing the source removes the underline, undo brings it back', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.goTo('harbour.brief', ', May 12');
  await editor.type('Harbour Watch');
  await editor.until(async () => (await editor.squiggles('error')).length, 0);
  // The editor undoes word by word.
  for (const _ of 'Harbour Watch'.split(' ')) await editor.press('Control+z');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
});

test('a registry changed on disk changes the brief', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
  const before = await editor.read('harbour.sources.yaml');
  const entry = '  - { id: qg-2024-05-15, title: Lawyers called, container-title: Quay Gazette, issued: 2024-05-15 }\n';
  await editor.write('harbour.sources.yaml', before + entry);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), false);
  await editor.write('harbour.sources.yaml', before);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
});

test('a registry that is created or deleted on disk changes the brief', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
  const entry = '  - { id: qg-2024-05-15, title: Lawyers called, container-title: Quay Gazette, issued: 2024-05-15 }\n';
  await editor.write('quay.sources.yaml', `references:\n${entry}`);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), false);
  await editor.remove('quay.sources.yaml');
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
});

test('a rule that the settings turn off is silent', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.write('.vscode/settings.json', '{ "briefmark.rules": { "missing-source": "off" } }');
  await editor.until(() => editor.squiggled('error', ', May 12'), false);
  await editor.remove('.vscode/settings.json');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
});
