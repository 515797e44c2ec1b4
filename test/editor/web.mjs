/**
 * `node test/editor/web.mjs`: the extension as a web extension, its server in a web worker. The worker has no disk, so
 * that a finding here which needs a registry shows that files are read through the client, as in any virtual workspace.
 */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fail, root } from '../../scripts/run.mjs';
import { test } from './harness.mjs';
import { developExtension } from './in-page.mjs';
import { testInEditor } from './session.mjs';

test('in a browser, a missing source and an unknown one are underlined', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
});

test('in a browser, hover explains a name from a registry', async (editor) => {
  await editor.open('harbour.brief');
  assert.match(await editor.hover('Board of Shippers'), /Speaks for the shipping lines/);
});

test('in a browser, a registry that changes changes the brief', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
  const entry = '  - { id: qg-2024-05-15, title: Lawyers called, container-title: Quay Gazette, issued: 2024-05-15 }\n';
  await editor.write('quay.sources.yaml', `references:\n${entry}`);
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), false);
});

/** Serves the extension's files to this machine only. @returns {Promise<import('node:http').Server>} */
function serveExtension() {
  const types = /** @type {Record<string, string>} */ ({ '.js': 'text/javascript', '.json': 'application/json' });
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '').split('?')[0] ?? '')).replace(/^[\\/]+/, '');
    const file = join(root, path);
    const served = /^(package\.json|(dist|syntaxes|media)[\\/])/.test(path) && existsSync(file);
    if (!served || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const files = await serveExtension();
const { port } = /** @type {import('node:net').AddressInfo} */ (files.address());
await testInEditor({
  folders: ['test/editor/fixtures'],
  // Through code-server's own proxy: the same origin, as the browser demands of a worker's script.
  prepare: (page, url) =>
    page.addInitScript(developExtension, { scheme: 'http', authority: new URL(url).host, path: `/proxy/${port}` }),
}).catch(fail);
files.close();
files.closeAllConnections();
