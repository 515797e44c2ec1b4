/** What `dist/` consists of: the bundles and how esbuild makes them. Uses nothing but Node, so that a fresh clone can read it. */
import { basename, join } from 'node:path';
import { root } from './run.mjs';

/** Options of every bundle. `dev`: source maps, readable. @param {boolean} dev */
function commonOptions(dev) {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: !dev,
    sourcemap: dev,
    sourcesContent: false,
    legalComments: /** @type {const} */ ('none'),
    logLevel: /** @type {const} */ ('warning'),
    target: ['node20', 'es2022'],
    // Regular expressions with the flag u become `new RegExp(…)`: V8 validates a literal, with its \p{…}, each time it parses
    // the code around it, which took a third of the time it needs for a whole bundle.
    supported: { 'regexp-sticky-and-unicode-flags': false },
  };
}

// Some packages use their own address, which CommonJS has under another name.
const address = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

const cjs = /** @type {const} */ ('cjs');
const iife = /** @type {const} */ ('iife');

/** Options of a bundle for Node. @param {boolean} [dev] */
export function nodeOptions(dev = false) {
  return {
    ...commonOptions(dev),
    platform: /** @type {const} */ ('node'),
    format: cjs,
    // Packages that offer both kinds ship CommonJS that requires its parts by computed names; the ES module bundles cleanly.
    mainFields: ['module', 'main'],
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: address },
  };
}

/** @param {boolean} dev */
function browserOptions(dev) {
  return {
    ...commonOptions(dev),
    platform: /** @type {const} */ ('browser'),
    mainFields: ['browser', 'module', 'main'],
  };
}

/**
 * Leaves a module out of a bundle that imports it dynamically: it is a bundle of its own, which is loaded only when it is used.
 * @param {string} name @param {RegExp} filter @param {string} path
 */
const loadedLater = (name, filter, path) => ({
  name,
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
});
const mcpSdk = loadedLater('mcpSdk', /\/sdk\.node\.ts$/, './mcpSdk.js');
/** What Node and the web worker both load with `import()` when it is first used: one file for the two. */
const SHARED = {
  docxWriter: 'server/src/exporters/docx/document.ts',
  nameLists: 'server/src/analysis/names/suggest/knowledge/en/index.ts',
};
const shared = Object.entries(SHARED).map(([name, entry]) => {
  const importedAs = new RegExp(`/${entry.split('/').slice(-2).join('/').replaceAll('.', '\\.')}$`);
  return loadedLater(name, importedAs, `./${name}.mjs`);
});
const external = ['vscode'];

/** @param {boolean} [dev] */
export function bundles(dev = false) {
  const [node, browser] = [nodeOptions(dev), browserOptions(dev)];
  return [
    {
      ...browser,
      format: cjs,
      entryPoints: ['client/src/main.browser.ts'],
      outfile: 'dist/client.browser.js',
      external,
    },
    { ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.js', external },
    {
      ...browser,
      format: iife,
      entryPoints: ['server/src/main.browser.ts'],
      outfile: 'dist/server.browser.js',
      plugins: shared,
    },
    { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
    { ...node, entryPoints: ['server/src/engine.node.ts'], outfile: 'dist/engine.js', plugins: [mcpSdk, ...shared] },
    {
      ...node,
      entryPoints: ['server/src/cli/mcp/sdk.node.ts'],
      outfile: 'dist/mcpSdk.js',
      alias: { '@modelcontextprotocol/server/_shims': join(root, 'server/src/cli/mcp/shims.node.ts') },
    },
    ...Object.entries(SHARED).map(([name, entry]) => ({
      ...browser,
      format: /** @type {const} */ ('esm'),
      entryPoints: [entry],
      outfile: `dist/${name}.mjs`,
    })),
    // The scripts of web views.
    ...['graph', 'timeline', 'preview', 'signoff'].map((name) => ({
      ...browser,
      format: iife,
      entryPoints: [`client/src/webviews/${name}/page/main.ts`],
      outfile: `dist/${name}.js`,
    })),
  ];
}

/** The script that starts the command line; it is no bundle. */
export const COMMAND = 'dist/cli.js';
/** All of `dist/`. */
export const OUTPUTS = [COMMAND, ...bundles().map(({ outfile }) => outfile)];
/** The part of `dist/` that the command line needs. */
export const COMMAND_LINE_OUTPUTS = OUTPUTS.filter((path) =>
  ['cli.js', 'engine.js', 'mcpSdk.js', 'server.js', ...Object.keys(SHARED).map((name) => `${name}.mjs`)].includes(
    basename(path),
  ),
);
