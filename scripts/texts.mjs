/** Collects the texts to translate from the calls of `l10n.t` in client and server. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { root } from './run.mjs';

/**
 * The bundle of English texts in alphabetical order. `folders` selects the sources.
 * @param {string[]} folders
 * @returns {Promise<Record<string, unknown>>}
 */
export async function englishTexts(folders = ['client/src', 'server/src']) {
  const paths = [];
  for (const folder of folders) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.ts')) paths.push(join(entry.parentPath, entry.name));
  }
  const sources = await Promise.all(
    paths.map(async (path) => ({ extension: '.ts', contents: await readFile(path, 'utf8') })),
  );
  const texts = await getL10nJson(sources);
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
