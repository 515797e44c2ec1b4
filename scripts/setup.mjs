/**
 * Prepares a fresh clone: dependencies and dist/, or with `--dependencies` only those. Does only what is missing or out
 * of date. Uses nothing but Node itself.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTPUTS } from './bundles.mjs';
import { fail, node, root, run } from './run.mjs';

export async function setup() {
  await installDependencies();
  if (buildIsStale()) {
    const { code } = await node('scripts/build.mjs');
    if (code !== 0) throw new Error('The build failed.');
  }
}

export async function installDependencies() {
  if (!dependenciesAreStale()) return;
  console.log('Installing dependencies (npm ci) …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Whether node_modules differs from the lockfile. Compares versions: times say little after a clone or a pull. */
function dependenciesAreStale() {
  const wanted = packages('package-lock.json');
  // npm writes this file last, so an interrupted install lacks it.
  const installed = packages('node_modules/.package-lock.json');
  return Object.entries(wanted).some(
    ([path, { version, optional }]) => path && !optional && installed[path]?.version !== version,
  );
}

/** @param {string} lockfile @returns {Record<string, { version?: string, optional?: boolean }>} */
function packages(lockfile) {
  const path = join(root, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function buildIsStale() {
  const built = Math.min(...OUTPUTS.map(time));
  const sources = [
    'client/src',
    'server/src',
    'package.json',
    'package-lock.json',
    'scripts/build.mjs',
    'scripts/bundles.mjs',
  ];
  return built === 0 || sources.some((source) => newest(join(root, source)) > built);
}

/** @param {string} path relative to the project; 0 when there is no such file */
const time = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0);

/** @param {string} path @returns {number} */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const prepare = process.argv.includes('--dependencies') ? installDependencies : setup;
  await prepare().catch(fail);
}
