/** Bundles client, servers and command line into dist/. `--dev`: source maps, readable; `--watch`: again on every change. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './setup.mjs';

await installDependencies();
const esbuild = await import('esbuild');

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = process.argv.includes('--dev');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  target: ['node20', 'es2022'],
};

// Some packages ask for their own address, which CommonJS has under another name.
const address = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

/** @type {import('esbuild').BuildOptions} */
// Packages that offer both kinds ship CommonJS that requires its parts by computed names; the ES module bundles cleanly.
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: address },
};
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  { ...browser, format: 'iife', entryPoints: ['server/src/main.browser.ts'], outfile: 'dist/server.browser.js' },
  // The scripts of web views.
  ...['graph', 'timeline', 'preview'].map((name) => ({
    ...browser,
    format: /** @type {const} */ ('iife'),
    entryPoints: [`client/src/${name}/page/main.ts`],
    outfile: `dist/${name}.js`,
  })),
];

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
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  // A map left over from a development build must not end up in a package.
  if (!dev) await Promise.all(bundles.map(({ outfile }) => rm(`${root}/${outfile}.map`, { force: true })));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
