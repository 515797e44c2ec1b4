/** The translations in the folder `l10n` of the package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translations } from './translations.ts';

/** The translations for a locale such as `es-MX`; undefined when there are none for its language. */
export async function loadTranslations(locale: string): Promise<Translations | undefined> {
  const [language = ''] = locale.toLowerCase().split(/[-_.]/);
  if (!/^[a-z]{2,3}$/.test(language)) return undefined;
  try {
    return JSON.parse(readFileSync(join(__dirname, '..', 'l10n', `bundle.l10n.${language}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
