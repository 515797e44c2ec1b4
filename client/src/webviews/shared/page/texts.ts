/** The translations of the texts in the script of a page, which has to import this before anything that holds texts. */
import * as l10n from '@vscode/l10n';

l10n.config({ contents: document.getElementById('translations')?.textContent || '{}' });
