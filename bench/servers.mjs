/** The servers that are compared, each as a language client has to treat it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../scripts/run.mjs';
import { preparePeer } from './markdown.mjs';

/**
 * @typedef {'floor' | 'briefmark' | 'markdown'} ServerId
 * @typedef {object} Server
 * @property {ServerId} id
 * @property {readonly string[]} args of Node
 * @property {'.brief' | '.md'} extension of its documents
 * @property {string} languageId
 * @property {(folder: string) => Workspace} workspace
 *
 * @typedef {object} Workspace what the client knows of a folder
 * @property {Readonly<Record<string, import('./client.mjs').Answer>>} answers
 * @property {(uri: string, text: string) => void} onText is told the text of a document before the server is
 * @property {object | undefined} settings to push once the server is initialized
 *
 * @typedef {object} Options
 * @property {string} work the folder of the benchmark
 * @property {boolean} profile whether Briefmark runs readable and is recorded
 */

/** @param {Options} options @returns {Promise<Server[]>} the floor first */
export async function prepareServers({ work, profile }) {
  mkdirSync(work, { recursive: true });
  const floor = join(work, 'floor.cjs');
  await bundle({ entryPoints: ['bench/floorServer.mjs'], outfile: floor, minify: true });
  let briefmark = [join(root, 'dist', 'server.js')];
  if (profile) {
    const readable = join(work, 'server', 'server.cjs');
    const address = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;
    await bundle({
      entryPoints: ['server/src/main.node.ts'],
      outfile: readable,
      define: { 'import.meta.url': 'importMetaUrl' },
      banner: { js: address },
    });
    briefmark = ['--cpu-prof', `--cpu-prof-dir=${join(work, 'profiles')}`, readable];
  }
  const answers = { 'workspace/configuration': (/** @type {any} */ { items }) => items.map(() => ({})) };
  const workspace = () => ({ answers, onText: () => {}, settings: undefined });
  const brief = /** @type {const} */ ({ extension: '.brief', languageId: 'brief', workspace });
  const peer = await preparePeer(join(work, 'peer'));
  return [
    { id: 'floor', args: [floor, '--stdio'], ...brief },
    { id: 'briefmark', args: [...briefmark, '--stdio'], ...brief },
    ...(peer ? [peer] : []),
  ];
}

/** The engine without the server, for what is measured inside it. @param {string} work @returns {Promise<string>} */
export async function bundleEngine(work) {
  const files = [
    'syntax/brief/brief.ts',
    'syntax/registry/registry.ts',
    'names/nameFinder.ts',
    'scope/scope.ts',
    'rules/engine/runRules.ts',
  ];
  const outfile = join(work, 'engine.cjs');
  const contents = files.map((file) => `export * from './server/src/${file}';`).join('\n');
  await bundle({ stdin: { contents, resolveDir: root, loader: 'ts' }, outfile });
  return outfile;
}

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    ...options,
  });
}

export const uriOf = (/** @type {string} */ path) => pathToFileURL(path).href;
