/** What to do with a file that no importer reads. */

import * as l10n from '@vscode/l10n';
import { IMPORTERS } from '../index.ts';

/** Why a file with this name is not imported, and what to import instead. */
export function describeUnsupported(name: string): string {
  if (/\.pdf$/i.test(name))
    return l10n.t(
      'A PDF does not say what is a note or a link. Import the Word file or web page it was made from; or open it in Word, save it as .docx, import that and compare.',
    );
  if (/\.(?:doc|dot|docm|rtf|odt|pages|wps)$/i.test(name))
    return l10n.t(
      'Files of this kind are not imported. Open it in Word or LibreOffice, save it as .docx and import that.',
    );
  if (/\.(?:md|markdown|txt|brief)$/i.test(name))
    return l10n.t('A text file needs no import: rename it to end in .brief, or name it in “briefmark check”.');
  const kinds = IMPORTERS.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(', ');
  return l10n.t('Files of this kind are not imported. Files that are: {0}.', kinds);
}
