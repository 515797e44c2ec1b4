import * as l10n from '@vscode/l10n';

/** The language of the messages: `en` or `es`. */
export const LANGUAGE: string = l10n.t({ message: 'en', comment: ['the BCP 47 code of this language'] });
