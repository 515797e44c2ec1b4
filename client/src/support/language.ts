import { env, l10n } from 'vscode';

/**
 * The language of the texts, also for numbers and dates: English if there is no translation for the editor's language.
 */
export const LANGUAGE = l10n.bundle ? env.language : 'en';
