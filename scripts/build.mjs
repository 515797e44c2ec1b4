/** Bundles client, servers and command line into dist/. `--dev`: source maps, readable; `--watch`: again on every change. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundles, COMMAND } from './bundles.mjs';
import { root } from './run.mjs';
import { installDependencies } from './setup.mjs';

await installDependencies();
const esbuild = await import('esbuild');

const dev = process.argv.includes('--dev');
const all = bundles(dev);

await mkdir(join(root, 'dist'), { recursive: true });
await writeFile(join(root, COMMAND), "#!/usr/bin/env node\nrequire('./engine.js').runCommandLine();\n", {
  mode: 0o755,
});
if (process.argv.includes('--watch')) {
  for (const bundle of all) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  const started = performance.now();
  await Promise.all(all.map((bundle) => esbuild.build(bundle)));
  // A map left over from a development build must not end up in a package.
  if (!dev) await Promise.all(all.map(({ outfile }) => rm(join(root, `${outfile}.map`), { force: true })));
  console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms.`);
}
