/** All importers. A new one is one line here. */

import { docxImporter } from './docx/docx.ts';
import { htmlImporter } from './html/html.ts';
import type { Importer } from './importer.ts';

export const IMPORTERS: readonly Importer[] = [docxImporter, htmlImporter];

/** The importer for a file name or path, by its extension in any case; undefined when no importer reads such files. */
export function findImporter(name: string, importers: readonly Importer[] = IMPORTERS): Importer | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return importers.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}
