/**
 * The language of our texts: English, where there is no translation. Texts are looked up when a module is loaded, or later, so
 * the translations have to be set before. https://github.com/microsoft/vscode-l10n
 */
import * as l10n from '@vscode/l10n';

/** By English text, its translation; `{0}` and so on are placeholders in both. */
export type Translations = Readonly<Record<string, string>>;

/** From now on texts use these translations; without them, they are English. */
export function setTranslations(translations: Translations | undefined): void {
  l10n.config({ contents: { ...translations } });
}
