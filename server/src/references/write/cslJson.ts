import { CSL_DATE_FIELDS } from '../../syntax/registry/csl.ts';
import { toDateParts } from './dates.ts';
import type { WriteReferences } from './writer.ts';

/** CSL-JSON, as Zotero, Pandoc and citation processors read it. */
export const writeCslJson: WriteReferences = (references) => {
  const items = references.map(({ id, fields }) => ({
    id,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, CSL_DATE_FIELDS.has(name) ? toDateParts(value) : value]),
    ),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
};
