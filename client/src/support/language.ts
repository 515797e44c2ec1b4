import { env, l10n } from 'vscode';

/** The language of the texts, for numbers and dates among them: English where there are none in that of the editor. */
export const LANGUAGE = l10n.bundle ? env.language : 'en';
