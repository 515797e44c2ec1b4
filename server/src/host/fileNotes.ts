/** What the user is told of a file that was not read, or not as it is stored. */
import * as l10n from '@vscode/l10n';
import { type FileNote, MAX_FILE_MB } from '../protocol/fileText.ts';

/** The note on a file with this name: what is wrong, and what to do. */
export function describeFileNote(name: string, note: FileNote): string {
  switch (note) {
    case 'utf-16':
    case 'utf-32':
      return l10n.t('“{0}” is encoded in {1}, and was read so. Save it as UTF-8.', name, note.toUpperCase());
    case 'other-encoding':
      return l10n.t('“{0}” was not read: it is not encoded in UTF-8. Save it as UTF-8.', name);
    case 'office':
      return l10n.t('“{0}” was not read: it is a Word or other Office document. Save it as plain text in UTF-8.', name);
    case 'pdf':
      return l10n.t('“{0}” was not read: it is a PDF. Copy its text into a file in UTF-8.', name);
    case 'image':
      return l10n.t('“{0}” was not read: it is an image. Briefs and registries are plain text.', name);
    case 'binary':
      return l10n.t('“{0}” was not read: it is not text. Briefs and registries are plain text in UTF-8.', name);
    case 'too-large':
      return l10n.t('“{0}” was not read: it is larger than {1} MB. Divide it.', name, MAX_FILE_MB);
    case 'no-file':
      return l10n.t('“{0}” was not read: it is not a regular file. Copy its text into one.', name);
    case 'link':
      return l10n.t('“{0}” was not read: it is a symbolic link. Put the file itself here, or exclude the link.', name);
    case 'unreadable':
      return l10n.t('“{0}” cannot be read. Make it readable, or exclude it.', name);
  }
}
