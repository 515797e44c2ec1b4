/** The servers that are compared, each with what its language client has to do for it. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../scripts/run.mjs';
import { preparePeer } from './markdown.mjs';

/**
 * @typedef {'floor' | 'briefmark' | 'before' | 'markdown'} ServerId
 * @typedef {object} Server
 * @property {ServerId} id `before` is the other build of `--against`
 * @property {boolean} isBriefmark
 * @property {readonly string[]} args of Node
 * @property {'.brief' | '.md'} extension of its documents
 * @property {string} languageId
 * @property {(folder: string) => Workspace} workspace
 *
 * @typedef {object} Workspace the client's side of a folder
 * @property {Readonly<Record<string, import('./client.mjs').Answer>>} answers
 * @property {(uri: string, text: string) => void} onText called with the text of a document before the server gets it
 * @property {object | undefined} settings to push once the server is initialized
 *
 * @typedef {object} Options
 * @property {string} work the folder of the benchmark
 * @property {boolean} profile whether Briefmark runs unminified and with the CPU profiler
 * @property {string | undefined} against the server script of another build, which replaces the other servers
 */

/**
 * The server script of a build.
 * @param {string} path its dist folder or the checkout that contains it
 */
export function buildAt(path) {
  const found = [join(path, 'server.js'), join(path, 'dist', 'server.js')].find((script) => existsSync(script));
  if (!found) throw new Error(`${path} contains neither server.js nor dist/server.js. Build it first: npm run build`);
  return found;
}

/** @param {Options} options @returns {Promise<Server[]>} the one that is compared with first: the floor, or the other build */
export async function prepareServers({ work, profile, against }) {
  mkdirSync(work, { recursive: true });
  const answers = { 'workspace/configuration': (/** @type {any} */ { items }) => items.map(() => ({})) };
  const workspace = () => ({ answers, onText: () => {}, settings: undefined });
  const brief = /** @type {const} */ ({ extension: '.brief', languageId: 'brief', workspace });
  const script = profile ? await bundleForProfile(work) : [join(root, 'dist', 'server.js')];
  const ours = { ...brief, id: /** @type {const} */ ('briefmark'), isBriefmark: true, args: [...script, '--stdio'] };
  if (against) return [{ ...ours, id: 'before', args: [against, '--stdio'] }, ours];
  const floor = join(work, 'floor.cjs');
  await bundle({ entryPoints: ['bench/floorServer.mjs'], outfile: floor, minify: true });
  const peer = await preparePeer(join(work, 'peer'));
  return [{ ...brief, id: 'floor', isBriefmark: false, args: [floor, '--stdio'] }, ours, ...(peer ? [peer] : [])];
}

/** The server with readable names. @param {string} work @returns {Promise<string[]>} the arguments of Node that profile it */
async function bundleForProfile(work) {
  const outdir = join(work, 'server');
  await bundle({
    entryPoints: { server: 'server/src/main.node.ts', engine: 'server/src/engine.node.ts' },
    outdir,
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;` },
  });
  return ['--cpu-prof', `--cpu-prof-dir=${join(work, 'profiles')}`, join(outdir, 'server.js')];
}

/** The engine without the server, for measurements inside it. @param {string} work @returns {Promise<string>} */
export async function bundleEngine(work) {
  const files = [
    'syntax/brief/brief.ts',
    'syntax/registry/registry.ts',
    'names/nameFinder.ts',
    'scope/scope.ts',
    'rules/run/runRules.ts',
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
