/** A build without what a start must not pay for. Compared with `dist/`, it shows that the rest is not loaded before it is used. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from '../scripts/bundles.mjs';

/** Importers, exporters, bibliographies, suggestions of names and pasting. */
const EXTRAS =
  /\/server\/src\/(?:importers|exporters|references|analysis\/names\/suggest)\/|\/server\/src\/features\/import\/paste\.ts$/;
/** A module that has every export: a function that answers with itself, an empty list, an object with every property. */
const STUB = `const stub = new Proxy(function () {}, {
  get: (_, key) => key === Symbol.iterator ? () => [].values() : key === 'then' ? undefined : stub,
  getPrototypeOf: () => stub,
  apply: () => stub,
});
module.exports = stub;`;

/** @type {import('esbuild').Plugin} */
const withoutExtras = {
  name: 'withoutExtras',
  setup: ({ onLoad }) => onLoad({ filter: EXTRAS }, () => ({ contents: STUB, loader: 'js' })),
};

/** Builds the server in a folder. @param {string} outdir @returns {Promise<string>} the folder */
export async function buildWithoutExtras(outdir) {
  const wanted = bundles().filter(({ outfile }) => ['dist/server.js', 'dist/engine.js'].includes(outfile));
  for (const { plugins = [], outfile, ...options } of /** @type {import('esbuild').BuildOptions[]} */ (wanted)) {
    const path = join(outdir, outfile?.replace('dist/', '') ?? '');
    await build({ ...options, outfile: path, plugins: [withoutExtras, ...plugins] });
  }
  return outdir;
}
