/**
 * `node scripts/release.mjs VERSION`: moves what is under “Unreleased” in CHANGELOG.md to the version and today's date, sets the version
 * in package.json and package-lock.json, commits, and tags the commit. Everything stays on this machine until you push it. VERSION is a
 * version, or `patch`, `minor` or `major`. `--dry-run` changes nothing; `--notes TAG` prints what the changelog says of a release.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, root, run } from './run.mjs';
import { untranslatedTexts } from './translations.mjs';

/** @typedef {{ name: string, problems: string[] }} Requirement */

const STEPS = ['major', 'minor', 'patch'];
const VERSIONED = ['package.json', 'package-lock.json'];

/**
 * Releases the project in a folder, or says what that would do. Throws if something is in the way.
 * @param {{ folder: string, wanted: string, date: string, isDryRun: boolean, print: (line: string) => void }} options
 */
export async function release({ folder, wanted, date, isDryRun, print }) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8');
  const git = (/** @type {string[]} */ ...args) => run('git', args, { cwd: folder, quiet: true });
  const changelog = read('CHANGELOG.md');
  const current = JSON.parse(read('package.json')).version;
  const version = nextVersion(current, wanted);
  const tag = `v${version}`;
  const all = [
    { name: 'The working tree is clean', problems: linesOf(await git('status', '--porcelain')) },
    { name: `The tag ${tag} is free`, problems: linesOf(await git('tag', '--list', tag)) },
    {
      name: 'Every text is translated',
      problems: untranslatedTexts('es', folder).map(({ file, text }) => `${file}: ${text}`),
    },
    {
      name: 'The changelog has entries under “Unreleased”',
      problems: unreleased(changelog) ? [] : ['CHANGELOG.md'],
    },
    {
      name: `The changelog has no other entries for ${version}`,
      problems: sectionOf(changelog, version) === undefined ? [] : [`CHANGELOG.md: ## ${version}`],
    },
  ];
  for (const { name, problems } of all) {
    print(`  ${problems.length === 0 ? 'ok   ' : 'FAIL '} ${name}`);
    for (const problem of problems) print(`          ${problem}`);
  }
  if (all.some(({ problems }) => problems.length > 0))
    throw new Error('The release is not ready. Nothing was changed.');
  if (isDryRun) return print(`\nA release would set the version ${version} (now ${current}), commit, and tag ${tag}.`);

  writeFileSync(join(folder, 'CHANGELOG.md'), withRelease(changelog, version, date));
  for (const name of VERSIONED) writeFileSync(join(folder, name), withVersion(read(name), version));
  await git('commit', '--all', '--quiet', '--message', `Release ${version}`);
  await git('tag', '--annotate', tag, '--message', `Briefmark ${version}`);
  print(`\nTagged ${tag}. “git push --follow-tags” starts the release; “git show ${tag}” shows it.`);
}

/** @param {string} output */
function linesOf(output) {
  return output.split('\n').filter(Boolean);
}

/** The version to release: the wanted one, or the next step. Throws if it is none, or an earlier one. @param {string} current @param {string} wanted */
export function nextVersion(current, wanted) {
  const numbers = numbersOf(current);
  const step = STEPS.indexOf(wanted);
  if (step >= 0) return numbers.map((number, at) => (at < step ? number : at === step ? number + 1 : 0)).join('.');
  if (!/^\d+\.\d+\.\d+$/.test(wanted))
    throw new Error(`“${wanted}” is no version. Give one such as ${current}, or ${STEPS.join(', ')}.`);
  const wantedNumbers = numbersOf(wanted);
  const difference = wantedNumbers.map((number, at) => number - (numbers[at] ?? 0)).find((by) => by !== 0) ?? 0;
  if (difference < 0) throw new Error(`${wanted} is earlier than ${current}.`);
  return wanted;
}

/** @param {string} version */
function numbersOf(version) {
  return version.split('.').map(Number);
}

/** A package.json or package-lock.json of the version. Nothing else changes. @param {string} text @param {string} version */
function withVersion(text, version) {
  const json = JSON.parse(text);
  json.version = version;
  if (json.packages?.['']) json.packages[''].version = version;
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The changelog in which the unreleased entries are those of a version. @param {string} changelog @param {string} version @param {string} date */
export function withRelease(changelog, version, date) {
  return changelog.replace(/^## Unreleased[^\S\n]*$/m, `## Unreleased\n\n## ${version} (${date})`);
}

/** @param {string} changelog @returns {string} the entries under “Unreleased”, without headings; empty when there are none */
export function unreleased(changelog) {
  return (sectionOf(changelog, 'Unreleased') ?? '').replace(/^#+ .*$/gm, '').trim();
}

/** What the changelog says of a version, without the heading; undefined if nothing. @param {string} changelog @param {string} title */
export function sectionOf(changelog, title) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => /^\S+/.exec(text)?.[0] === title);
  return section?.replace(/^.*\n?/, '').trim();
}

/** What the changelog says of the version in package.json. Throws unless it is that of the tag. @param {string} folder @param {string} tag */
export function releaseNotes(folder, tag) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (tag !== `v${version}`) throw new Error(`The tag ${tag} is not that of the version ${version} in package.json.`);
  const notes = sectionOf(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), version);
  if (!notes) throw new Error(`CHANGELOG.md has no entries for ${version}.`);
  return notes;
}

async function main() {
  const args = process.argv.slice(2);
  const [wanted, ...others] = args.filter((argument) => !argument.startsWith('--'));
  if (wanted === undefined || others.length > 0)
    throw new Error('Usage: node scripts/release.mjs VERSION|patch|minor|major [--dry-run], or --notes TAG');
  if (args.includes('--notes')) return console.log(releaseNotes(root, wanted));
  const date = new Date().toISOString().slice(0, 10);
  await release({ folder: root, wanted, date, isDryRun: args.includes('--dry-run'), print: console.log });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main().catch(fail);
