/**
 * The language of our texts, which are English where there is no translation. Texts are looked up when a module is loaded
 * or when they are needed: this comes before both. https://github.com/microsoft/vscode-l10n
 */
import * as l10n from '@vscode/l10n';

/** What to say instead of an English text, with `{0}` where something is put in. */
export type Translations = Readonly<Record<string, string>>;

/** From now on texts are in the language of these translations, or in English. What is no text is left out. */
export function setTranslations(translations: Translations | undefined): void {
  const texts = Object.entries(translations ?? {}).filter(([, text]) => typeof text === 'string');
  l10n.config({ contents: Object.fromEntries(texts) });
}
