/** The licenses of the packages that are bundled, which have to go with every copy of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Bundled, although only a bundle of its own needs it. */
const BUNDLED_DEVELOPMENT_PACKAGES = ['@modelcontextprotocol/server'];

/** @returns {string} each package with its version and the text of its license */
export function thirdPartyNotices() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  /** @type {Set<string>} */
  const paths = new Set();
  const add = (/** @type {string} */ name, /** @type {string} */ from) => {
    const path = placeOf(name, from, packages);
    // Types are gone from bundles.
    if (paths.has(path) || name.startsWith('@types/')) return;
    paths.add(path);
    for (const dependency of Object.keys(packages[path].dependencies ?? {})) add(dependency, path);
  };
  for (const name of [...Object.keys(packages[''].dependencies), ...BUNDLED_DEVELOPMENT_PACKAGES]) add(name, '');
  const notices = [...paths].sort().map((path) => {
    const { version, license } = packages[path];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `${name} ${version} (${license})\n\n${licenseText(path)}`;
  });
  return `Briefmark contains these packages:\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Where Node finds a package: beside the one that needs it, or in a folder above. */
function placeOf(/** @type {string} */ name, /** @type {string} */ from, /** @type {object} */ packages) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') throw new Error(`${name} is not installed.`);
  }
}

function licenseText(/** @type {string} */ path) {
  const files = readdirSync(join(root, path)).filter((file) => /^(?:license|notice|copying)\b/i.test(file));
  return files.map((file) => `${readFileSync(join(root, path, file), 'utf8').trim()}\n`).join('\n');
}
