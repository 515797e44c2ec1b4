/**
 * `node scripts/release.mjs --dry-run`: what a release needs, and what it would do. It makes nothing yet: without
 * `--dry-run` it refuses.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagePath } from './package.mjs';
import { fail, root, run } from './run.mjs';
import { untranslatedTexts } from './translations.mjs';

/** @typedef {{ name: string, problems: string[] }} Requirement */

/** @returns {Promise<Requirement[]>} what a release needs; without problems, it is met */
async function requirements() {
  const changes = await run('git', ['status', '--porcelain'], { quiet: true });
  return [
    { name: 'The working tree is clean', problems: changes.split('\n').filter(Boolean) },
    {
      name: 'Every text is translated',
      problems: untranslatedTexts('es').map(({ file, text }) => `${file}: ${text}`),
    },
    {
      name: 'The changelog has entries under “Unreleased”',
      problems: unreleased(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ? [] : ['CHANGELOG.md'],
    },
  ];
}

/** @param {string} changelog @returns {string} the entries under “Unreleased”, without headings; empty when there are none */
export function unreleased(changelog) {
  const [, section = ''] = /^## Unreleased\s*$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  return section.replace(/^#+ .*$/gm, '').trim();
}

async function main() {
  if (!process.argv.includes('--dry-run')) throw new Error('Only --dry-run is possible so far.');
  const all = await requirements();
  for (const { name, problems } of all) {
    console.log(`  ${problems.length === 0 ? 'ok   ' : 'FAIL '} ${name}`);
    for (const problem of problems) console.log(`          ${problem}`);
  }
  if (all.some(({ problems }) => problems.length > 0)) throw new Error('The release is not ready.');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.log(`\nA release would:
  - put “## ${version}” and the date in place of “## Unreleased” in CHANGELOG.md
  - make ${packagePath()}
  - commit, and tag v${version}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main().catch(fail);
