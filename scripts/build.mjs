/** Bundles client, servers and command line into dist/. `--dev`: source maps, readable; `--watch`: again on every change. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
  // Regular expressions with the flag u become `new RegExp(…)`: V8 validates a literal, with its \p{…}, each time it parses
  // the code around it, which took a third of the time it needs for a whole bundle.
  supported: { 'regexp-sticky-and-unicode-flags': false },
};

// Some packages use their own address, which CommonJS has under another name.
const address = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

const cjs = /** @type {const} */ ('cjs');
const iife = /** @type {const} */ ('iife');
// Packages that offer both kinds ship CommonJS that requires its parts by computed names; the ES module bundles cleanly.
const node = {
  ...common,
  platform: /** @type {const} */ ('node'),
  format: cjs,
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: address },
};
const browser = { ...common, platform: /** @type {const} */ ('browser'), mainFields: ['browser', 'module', 'main'] };

const external = ['vscode'];
const bundles = [
  {
    ...browser,
    format: cjs,
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    external,
  },
  { ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.js', external },
  { ...browser, format: iife, entryPoints: ['server/src/main.browser.ts'], outfile: 'dist/server.browser.js' },
  { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/engine.node.ts'], outfile: 'dist/engine.js' },
  // The scripts of web views.
  ...['graph', 'timeline', 'preview'].map((name) => ({
    ...browser,
    format: iife,
    entryPoints: [`client/src/webviews/${name}/page/main.ts`],
    outfile: `dist/${name}.js`,
  })),
];

await mkdir(`${root}/dist`, { recursive: true });
await writeFile(`${root}/dist/cli.js`, "#!/usr/bin/env node\nrequire('./engine.js').runCommandLine();\n", {
  mode: 0o755,
});
if (process.argv.includes('--watch')) {
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  const started = performance.now();
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  // A map left over from a development build must not end up in a package.
  if (!dev) await Promise.all(bundles.map(({ outfile }) => rm(`${root}/${outfile}.map`, { force: true })));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
