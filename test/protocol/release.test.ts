/** The release script, in a Git repository of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { release, releaseNotes } from '../../scripts/release.mjs';

const FILES = {
  'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n### Added\n\n- Ferries.\n\n## 0.1.0\n\n- Ports.\n',
  'package.json': '{\n  "name": "sample",\n  "version": "0.1.0"\n}\n',
  'package-lock.json':
    '{\n  "name": "sample",\n  "version": "0.1.0",\n  "packages": {\n    "": {\n      "version": "0.1.0"\n    }\n  }\n}\n',
  'l10n/bundle.l10n.json': '{ "Port": "Port" }\n',
  'l10n/bundle.l10n.es.json': '{ "Port": "Puerto" }\n',
  'package.nls.json': '{}\n',
  'package.nls.es.json': '{}\n',
};

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefmark-release-'));
  printed = [];
  for (const [name, text] of Object.entries(FILES)) write(name, text);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.org');
  commit('Ports');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();

function commit(message: string): void {
  git('add', '.');
  git('commit', '--quiet', '--message', message);
}

const make = (wanted: string, isDryRun = false) =>
  release({ folder, wanted, date: '2026-11-30', isDryRun, print: (line) => printed.push(line) });

test('moves the changes, sets the version, commits and tags', async () => {
  await make('minor');
  expect(read('CHANGELOG.md')).toBe(
    FILES['CHANGELOG.md'].replace('## Unreleased', '## Unreleased\n\n## 0.2.0 (2026-11-30)'),
  );
  expect(read('package.json')).toBe(FILES['package.json'].replace('0.1.0', '0.2.0'));
  expect(read('package-lock.json')).toBe(FILES['package-lock.json'].replaceAll('0.1.0', '0.2.0'));
  expect(git('log', '--format=%s %D')).toBe('Release 0.2.0 HEAD -> main, tag: v0.2.0\nPorts');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('cat-file', '-t', 'v0.2.0')).toBe('tag');
  expect(releaseNotes(folder, 'v0.2.0')).toBe('### Added\n\n- Ferries.');
  expect(() => releaseNotes(folder, 'v0.3.0')).toThrow('The tag v0.3.0 is not that of the version 0.2.0');
  await expect(make('patch')).rejects.toThrow('not ready');
  expect(printed.join('\n')).toContain('FAIL  The changelog has entries under “Unreleased”');
});

test('a dry run changes nothing', async () => {
  await make('1.0.0', true);
  expect(printed.at(-1)).toBe('\nA release would set the version 1.0.0 (now 0.1.0), commit, and tag v1.0.0.');
  expect([git('status', '--porcelain'), git('tag'), git('log', '--format=%s')]).toEqual(['', '', 'Ports']);
});

test('a tree with changes is refused', async () => {
  write('new.txt', '');
  await expect(make('minor')).rejects.toThrow('The release is not ready. Nothing was changed.');
  expect(printed).toContain('          ?? new.txt');
  expect(read('package.json')).toBe(FILES['package.json']);
});

test('a text without a translation is refused, and so is a version that has been released', async () => {
  write('l10n/bundle.l10n.json', '{ "Port": "Port", "Ferry": "Ferry" }\n');
  commit('Ferries');
  git('tag', 'v0.2.0');
  await expect(make('0.2.0')).rejects.toThrow('not ready');
  expect(printed.filter((line) => !line.startsWith('  ok')).join('\n')).toMatchInlineSnapshot(`
    "  FAIL  The tag v0.2.0 is free
              v0.2.0
      FAIL  Every text is translated
              l10n/bundle.l10n.es.json: Ferry"
  `);
  await expect(make('0.1.0')).rejects.toThrow('not ready');
  expect(printed.at(-1)).toBe('          CHANGELOG.md: ## 0.1.0');
});
