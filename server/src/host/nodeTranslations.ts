/** The translations that stand beside the bundles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translations } from './translations.ts';

/** The translations into the language of a locale such as `es-MX`; undefined when there are none. */
export async function loadTranslations(locale: string): Promise<Translations | undefined> {
  const [language = ''] = locale.toLowerCase().split(/[-_.]/);
  if (!/^[a-z]{2,3}$/.test(language)) return undefined;
  try {
    return JSON.parse(readFileSync(join(__dirname, '..', 'l10n', `bundle.l10n.${language}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
