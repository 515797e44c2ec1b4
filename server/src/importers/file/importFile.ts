/** Imports a file by its name and content, as the command line and the editor do. */

import * as l10n from '@vscode/l10n';
import { findImporter } from '../index.ts';
import { writeRegistry } from '../references/registryText.ts';
import { describeUnsupported } from './unsupported.ts';

export interface ImportedFile {
  /** The text of the brief; absent if the file cannot be imported: the problems say why. */
  readonly text?: string;
  /** The text of a registry with the sources that the brief cites by keys; absent if there are none. */
  readonly registry?: string;
  readonly problems: readonly string[];
}

/** Imports a file. `name` tells its kind. It never throws on bad content. */
export async function importFile(name: string, bytes: Uint8Array): Promise<ImportedFile> {
  const importer = findImporter(name);
  if (!importer) return { problems: [describeUnsupported(name)] };
  const { text, entries = [], problems } = await importer.read(bytes);
  const messages = problems.map(({ message }) => message);
  if (text === undefined) return { problems: messages };
  if (text === '') return { problems: [...messages, l10n.t('The file holds no text, so there is nothing to import.')] };
  return { text, ...(entries.length > 0 && { registry: writeRegistry(entries) }), problems: messages };
}
