/** Bundles client, servers and command line into dist/. `--dev`: source maps, readable; `--watch`: again on every change. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildPair } from './pairs.mjs';
import { installDependencies } from './setup.mjs';

await installDependencies();
const esbuild = await import('esbuild');

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = process.argv.includes('--dev');

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  sourcesContent: false,
  legalComments: /** @type {const} */ ('none'),
  logLevel: /** @type {const} */ ('warning'),
  target: ['node20', 'es2022'],
  // Regular expressions with the flag u become `new RegExp(…)`: V8 reads a literal, and looks up its \p{…}, each time it
  // parses what is around it, which took a third of the time it needs for a whole bundle.
  supported: { 'regexp-sticky-and-unicode-flags': false },
};

// Some packages ask for their own address, which CommonJS has under another name.
const address = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

const cjs = /** @type {const} */ ('cjs');
// Packages that offer both kinds ship CommonJS that requires its parts by computed names; the ES module bundles cleanly.
const node = {
  ...common,
  platform: /** @type {const} */ ('node'),
  format: cjs,
  mainFields: ['module', 'main'],
  // The same file as in a browser, so that both bundles have one instance: what else it can do is to read files.
  alias: { '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js' },
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: address },
};
const browser = { ...common, platform: /** @type {const} */ ('browser'), mainFields: ['browser', 'module', 'main'] };

const external = ['vscode'];
const client = {
  browser: {
    ...browser,
    format: cjs,
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    external,
  },
  node: { ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.js', external },
};
const server = {
  browser: {
    ...browser,
    format: cjs,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    // A web worker is a script, in which there is no module.
    banner: { js: `var module = typeof module === 'undefined' ? { exports: {} } : module;` },
  },
  node: { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
};
/** The scripts of web views. */
const pages = ['graph', 'timeline', 'preview'].map((name) => ({
  ...browser,
  format: /** @type {const} */ ('iife'),
  entryPoints: [`client/src/webviews/${name}/page/main.ts`],
  outfile: `dist/${name}.js`,
}));
const bundles = [client.browser, client.node, server.browser, server.node, ...pages];

await mkdir(`${root}/dist`, { recursive: true });
await writeFile(`${root}/dist/cli.js`, "#!/usr/bin/env node\nrequire('./server.js').runCommandLine();\n", {
  mode: 0o755,
});
if (process.argv.includes('--watch')) {
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  const started = performance.now();
  await Promise.all([
    buildPair(esbuild, client.browser, client.node),
    buildPair(esbuild, server.browser, server.node),
    ...pages.map((page) => esbuild.build(page)),
  ]);
  // A map left over from a development build must not end up in a package.
  if (!dev) await Promise.all(bundles.map(({ outfile }) => rm(`${root}/${outfile}.map`, { force: true })));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
