/** The registry of what a document cites. */

import { Document } from 'yaml';
import type { ImportedEntry } from '../importer.ts';

/** The text of a `sources.yaml` with these entries. */
export function writeRegistry(entries: readonly ImportedEntry[]): string {
  const document = new Document({ references: entries.map(({ fields }) => fields) });
  return document.toString({ lineWidth: 0 });
}
