/** Which texts are not translated. VS Code and the server show them in English, so this fails nothing but a release. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** The product's name is the same in all languages. */
const SAME_IN_ALL_LANGUAGES = ['Briefmark'];

/**
 * @param {string} language as in the names of the files
 * @param {string} [folder] the project
 * @returns {{ file: string, text: string }[]} the file that lacks a translation, and the English text
 */
export function untranslatedTexts(language, folder = root) {
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const [bundle, manifest] = [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`];
  const [translated, translatedManifest] = [read(bundle), read(manifest)];
  const missing = Object.keys(read('l10n/bundle.l10n.json')).filter((text) => !translated[text]);
  const missingInManifest = Object.entries(read('package.nls.json')).flatMap(([key, text]) => {
    const isTranslated = translatedManifest[key] !== undefined && translatedManifest[key] !== text;
    return isTranslated || SAME_IN_ALL_LANGUAGES.includes(text) ? [] : [text];
  });
  return [
    ...missing.map((text) => ({ file: bundle, text })),
    ...missingInManifest.map((text) => ({ file: manifest, text })),
  ];
}
