/**
 * `npm run package:npm`: packs the command line, the server and the functions for programs into briefmark-<version>.tgz, a package for
 * npm without dependencies. The extension is packed by `package.mjs`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND, COMMAND_LINE_OUTPUTS, nodeOptions } from './bundles.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { repositoryFields } from './repository.mjs';
import { cache, fail, node, root, run } from './run.mjs';

const MAX_BYTES = 2_000_000;
/** What programs import, as source and as name in the package; each has hand-written types in `npm/`. */
const ENTRIES = [
  { source: 'server/src/api.ts', name: 'index' },
  { source: 'server/src/render/markdownIt/plugin.ts', name: 'markdown-it' },
];
/** Copied as they are. The rest of `dist/` belongs to the extension. */
const FILES = [
  'LICENSE',
  ...COMMAND_LINE_OUTPUTS,
  'docs/rules.md',
  'extras/briefmark.lua',
  'l10n/bundle.l10n.es.json',
  'media/markdown.css',
];

/** The folder in which the package is put together. */
const folder = join(cache, 'npm');

/** The package.json of the package. @param {Record<string, unknown>} manifest that of the project */
export function npmManifest(manifest, env = process.env) {
  const { name, version, license, engines, keywords } = manifest;
  const exported = ENTRIES.map(({ name: entry }) => [
    entry === 'index' ? '.' : `./${entry}`,
    { types: `./${entry}.d.ts`, default: `./${entry}.js` },
  ]);
  return {
    name,
    version,
    description: 'Checks sourced briefs: finds statements that have lost their source',
    keywords,
    license,
    ...repositoryFields(manifest, env),
    bin: { briefmark: COMMAND },
    main: './index.js',
    types: './index.d.ts',
    exports: {
      ...Object.fromEntries(exported),
      './markdown.css': './media/markdown.css',
      './package.json': './package.json',
    },
    files: ['THIRD-PARTY-NOTICES.txt', '*.js', '*.d.ts', 'dist', 'docs', 'extras', 'l10n', 'media'],
    engines: { node: /** @type {{ node: string }} */ (engines).node },
  };
}

/** Packs what is in `dist/`. @returns {Promise<string>} the path of the package */
export async function packNpm() {
  rmSync(folder, { recursive: true, force: true });
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  const manifest = npmManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices());
  for (const file of readdirSync(join(root, 'npm'))) cpSync(join(root, 'npm', file), join(folder, file));
  const { build } = await import('esbuild');
  for (const { source, name } of ENTRIES) {
    await build({ ...nodeOptions(), entryPoints: [source], outfile: join(folder, `${name}.js`) });
  }
  await run('npm', ['pack', folder, '--pack-destination', root, '--loglevel=error'], { quiet: true });
  const path = join(root, `${manifest.name}-${manifest.version}.tgz`);
  const { size } = statSync(path);
  if (size >= MAX_BYTES) throw new Error(`The package has ${size} bytes; the limit is ${MAX_BYTES}.`);
  console.log(`${path}: ${Math.round(size / 1000)} kB.`);
  return path;
}

async function main() {
  const { code, output } = await node('scripts/build.mjs', [], { quiet: true });
  if (code !== 0) throw new Error(output.trim());
  await packNpm();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main().catch(fail);
