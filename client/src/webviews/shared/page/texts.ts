/** Loads the translations for a page script. Import it before any module that contains texts. */
import * as l10n from '@vscode/l10n';

l10n.config({ contents: document.getElementById('translations')?.textContent || '{}' });
