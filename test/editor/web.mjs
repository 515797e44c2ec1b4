/**
 * `node test/editor/web.mjs [WORDS]`: the extension as a web extension, its server in a web worker. The worker has no disk, so
 * that a finding here which needs a registry shows that files are read through the client, as in any virtual workspace.
 */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fail, root } from '../../scripts/run.mjs';
import { copy, drop } from './clipboard.mjs';
import { developExtensions } from './driver/in-page.mjs';
import { test } from './harness.mjs';
import { commentResolveSign } from './reviewing.mjs';
import { testInEditor } from './session.mjs';

const html =
  '<p>The convoy left (<a href="https://www.dawn.com/news/1647?utm_source=mail">dawn.com</a>, September 22).</p>';
const plain = 'The convoy left (, September 22).';
const pasted = 'The convoy left ([dawn.com](https://www.dawn.com/news/1647), September 22).';

/** Pastes a paragraph of a web page below a brief. @param {import('./driver.mjs').Editor} editor @param {string} brief @param {string} missing */
async function pasteAtEnd(editor, brief, missing) {
  await editor.open(brief);
  // Only now is the server ready.
  await editor.until(() => editor.squiggled('error', missing), true);
  await editor.press('Control+End');
  await copy(editor, { 'text/html': html, 'text/plain': plain });
  await editor.press('Control+V');
  await editor.until(() => editor.place('](https://www.dawn.com/news/1647)').then(Boolean), true);
}

test('in a browser, a missing source and an unknown one are underlined', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
});

test('in a browser, hover explains a name from a registry', async (editor) => {
  await editor.open('harbour.brief');
  await editor.hover('Board of Shippers', /Speaks for the shipping lines/);
});

test('in a browser, a registry that changes changes the brief', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
  const entry = '  - { id: qg-2024-05-15, title: Lawyers called, container-title: Quay Gazette, issued: 2024-05-15 }\n';
  await editor.write('quay.sources.yaml', `references:\n${entry}`);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), false);
});

test('in a browser, a name that is typed is completed', async (editor) => {
  await editor.open('draft.brief');
  await editor.until(() => editor.squiggled('error', ', May 8'), true);
  await editor.press('Control+End');
  await editor.typeByHand('Then the Board of Ship');
  const rows = await editor.until(editor.suggestions, (offers) => offers.length > 0);
  assert.match(rows[0]?.text ?? '', /^Board of Shippers\b/);
  await editor.press('Tab');
  await editor.until(async () => (await editor.place('[Board of Shippers](org:shippers)')) !== null, true);
});

test('in a browser, what is pasted from a web page keeps its sources', async (editor) => {
  const before = await editor.read('draft.brief');
  try {
    await pasteAtEnd(editor, 'draft.brief', ', May 8');
    await editor.command('File: Save All');
    await editor.until(() => editor.read('draft.brief'), `${before}${pasted}`);
    await editor.press('Control+Z');
    await editor.until(() => editor.place('dawn.com').then(Boolean), false);
  } finally {
    await editor.write('draft.brief', before);
  }
});

test('in a browser, what is dropped keeps its sources', async (editor) => {
  await editor.open('draft.brief');
  await editor.until(() => editor.squiggled('error', ', May 8'), true);
  await drop(editor, '.editor-group-container.active .view-lines', { 'text/html': html, 'text/plain': plain });
  await editor.until(() => editor.place('](https://www.dawn.com/news/1647)').then(Boolean), true);
});

test('in a virtual folder, what is pasted from a web page keeps its sources', (editor) =>
  pasteAtEnd(editor, 'harbour.brief', ', May 12'));

test('in a browser, an id is renamed in the brief and in the registry', async (editor) => {
  const names = ['harbour.brief', 'harbour.entities.yaml'];
  const before = await Promise.all(names.map(editor.read));
  try {
    await editor.open('harbour.brief');
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.goTo('harbour.brief', 'veldt-harbour)');
    await editor.press('F2');
    await editor.page.locator('.rename-box input').fill('harbour-board');
    await editor.press('Enter');
    const renamed = before.map((text) => text.replace('veldt-harbour', 'harbour-board'));
    await editor.until(() => Promise.all(names.map(editor.read)), renamed);
  } finally {
    await Promise.all(names.map((name, index) => editor.write(name, before[index] ?? '')));
  }
});

test('in a browser, the casebook is copied into a new folder', async (editor) => {
  const place = await mkdtemp(join(tmpdir(), 'briefmark-place-'));
  await mkdir(join(place, 'another-folder'));
  try {
    await editor.open('harbour.brief');
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.startCommand('Briefmark: Open the Casebook…');
    await editor.asked((title) => title.includes('casebook'));
    await editor.chooseFolder(place, 'another-folder');
    const dialog = editor.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await editor.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const samples = join(root, 'samples');
    for (const name of await readdir(samples))
      assert.deepEqual(
        await readFile(join(place, 'briefmark-casebook', name)),
        await readFile(join(samples, name)),
        name,
      );
  } finally {
    await rm(place, { recursive: true });
  }
});

test('in a browser, a brief is exported to Word by code that is loaded for it', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.startCommand('Briefmark: Export Brief…');
  await editor.answer('Word');
  await editor.answer('For readers of the brief');
  const path = editor.page.locator('.quick-input-widget .quick-input-box input');
  await editor.until(
    () => path.inputValue({ timeout: 2_500 }).catch(() => ''),
    (written) => written.endsWith('/harbour.docx'),
  );
  await editor.press('Enter');
  try {
    const word = await editor.until(
      () => readFile(join(editor.folder, 'harbour.docx')).catch(() => Buffer.of()),
      (bytes) => bytes.length > 0,
    );
    assert.equal(word.subarray(0, 2).toString(), 'PK');
  } finally {
    await editor.remove('harbour.docx').catch(() => {});
  }
});

test('in a browser, a comment is added, resolved and signed', commentResolveSign);

test('in a virtual folder, each tool for language models answers in VS Code itself', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.command('Test: Call All Tools');
  const answers = editor.page.locator('.editor-group-container.active .view-lines');
  const shown = await editor.until(
    async () => ((await answers.textContent()) ?? '').replaceAll('\u00a0', ' '),
    (words) => words.includes('suggest_candidates'),
  );
  assert.match(shown, /briefmark_check_brief: .*missing-source/);
  assert.match(shown, /briefmark_list_citations: .*Harbour Watch, May 8/);
  assert.match(shown, /briefmark_find_source: .*"hw-2024-05-08"/);
  assert.match(shown, /briefmark_explain_rule: .*missing-source/);
  assert.match(shown, /refused: .*is not a brief of the workspace/);
});

test('in an untrusted folder, everything is read and nothing is run', async (editor) => {
  await editor.page.getByText('Restricted Mode').first().waitFor();
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
  await editor.hover('Board of Shippers', /Speaks for the shipping lines/);
});

test('in a virtual folder, registries are found, and all briefs are checked', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
  await editor.hover('Board of Shippers', /Speaks for the shipping lines/);
  await editor.command('Briefmark: Check All Briefs');
  await editor.page
    .locator('.notification-toast', { hasText: /\d+ errors? and \d+ warnings? in \d+ files\./ })
    .waitFor();
});

// Of an extension that is being developed, VS Code in a browser reads no translations of package.json: commands stay English.
test('in a Spanish browser, findings and hovers are Spanish', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  const rows = await editor.until(
    () => editor.problems('harbour.brief'),
    (found) => found.length > 1,
  );
  assert.match(rows.join('\n'), /Falta la fuente de/);
  await editor.hover('Board of Shippers', /Menciones: 1 aquí/);
});

/** Serves the extension's files to this machine only. @returns {Promise<import('node:http').Server>} */
function serveExtension() {
  const types = /** @type {Record<string, string>} */ ({
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.json': 'application/json',
  });
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '').split('?')[0] ?? '')).replace(/^[\\/]+/, '');
    const file = join(root, path);
    const served =
      /^(package(\.nls(\.es)?)?\.json|(dist|l10n|syntaxes|media|samples|test\/editor\/(virtual|fixtures))[\\/])/.test(
        path,
      ) && existsSync(file);
    if (!served || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const files = await serveExtension();
const { port } = /** @type {import('node:net').AddressInfo} */ (files.address());

/** Through code-server's own proxy: the same origin, as the browser demands of a worker's script.
 * @param {string[]} paths of extensions @returns {(page: import('playwright-core').Page, url: string) => Promise<unknown>} */
const developing = (paths) => (page, url) => {
  const { host } = new URL(url);
  const locations = paths.map((path) => ({ scheme: 'http', authority: host, path: `/proxy/${port}${path}` }));
  return page.addInitScript(developExtensions, locations);
};

const words = process.argv.slice(2).join(' ');
const folders = ['test/editor/fixtures'];
/** @type {[place: string, options: Partial<Parameters<typeof testInEditor>[0]>][]} */
const sessions = [
  ['in a browser', { prepare: developing(['']) }],
  ['in a Spanish browser', { prepare: developing(['']), language: 'es' }],
  ['in an untrusted folder', { prepare: developing(['']), untrusted: true }],
  ['in a virtual folder', { prepare: developing(['', '/test/editor/virtual']), virtual: 'briefs:/casebook' }],
];
for (const [place, options] of sessions) {
  // The words name a place, or a scenario.
  const pattern = words.startsWith(place) ? words : place;
  if (pattern.includes(words)) await testInEditor({ folders, pattern, ...options }).catch(fail);
}
files.close();
files.closeAllConnections();
