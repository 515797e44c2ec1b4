import { Document } from 'yaml';
import { CSL_DATE_FIELDS } from '../../syntax/registry/csl.ts';
import { toEdtf } from './dates.ts';
import type { WriteReferences } from './writer.ts';

/** CSL-YAML, as `sources.yaml` has it. */
export const writeCslYaml: WriteReferences = (references) => {
  const items = references.map(({ id, fields }) => ({
    id,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        CSL_DATE_FIELDS.has(name) ? (toEdtf(value) ?? value) : value,
      ]),
    ),
  }));
  return new Document({ references: items }).toString({ lineWidth: 0 });
};
