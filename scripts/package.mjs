/** Packs the extension into briefmark-<version>.vsix and verifies its contents. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTPUTS } from './bundles.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { fail, node, root } from './run.mjs';

const MAX_BYTES = 2_000_000;
const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';
const NEEDED = [
  ...OUTPUTS,
  NOTICES,
  'package.nls.json',
  'package.nls.es.json',
  'l10n/bundle.l10n.es.json',
  'docs/rules.md',
  'syntaxes/brief.tmLanguage.json',
  'syntaxes/review.schema.json',
  'syntaxes/sources.schema.json',
  'samples/.briefmark.yaml',
  'media/walkthrough/hover.svg',
  'media/markdown.css',
];
const FORBIDDEN = /\.map$|\.ts$|(^|\/)(node_modules|test|scripts|\.cache|\.ci)\//;

/** The path of the package of this version, whether it exists or not. */
export function packagePath() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `briefmark-${version}.vsix`);
}

/** @returns {Promise<string>} the path of the package */
export async function pack() {
  const vsix = packagePath();
  await must('scripts/build.mjs', []);
  writeFileSync(join(root, NOTICES), thirdPartyNotices());
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];
  await must('node_modules/@vscode/vsce/vsce', ['package', ...options, '--out', vsix]);

  const files = listZip(readFileSync(vsix));
  const wrong = files.filter((file) => FORBIDDEN.test(file));
  if (wrong.length > 0) throw new Error(`The package must not contain:\n${wrong.join('\n')}`);
  const missing = NEEDED.filter((file) => !files.includes(`extension/${file}`));
  if (missing.length > 0) throw new Error(`The package lacks:\n${missing.join('\n')}`);
  const { size } = statSync(vsix);
  if (size >= MAX_BYTES) throw new Error(`The package has ${size} bytes; the limit is ${MAX_BYTES}.`);
  console.log(`${vsix}: ${files.length} files, ${Math.round(size / 1000)} kB.`);
  return vsix;
}

/** The names in a zip file, read from the directory at its end. @param {Buffer} zip */
function listZip(zip) {
  const end = zip.lastIndexOf('PK\x05\x06');
  const names = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

/** @param {string} script @param {string[]} args */
async function must(script, args) {
  const { code, output } = await node(script, args, { quiet: true });
  if (code !== 0) throw new Error(output.trim());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pack().catch(fail);
