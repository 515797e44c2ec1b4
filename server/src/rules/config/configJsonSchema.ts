/**
 * Separate from config.ts, so that only the script that writes `syntaxes/config.schema.json` bundles zod's generator.
 */
import { toJsonSchema } from '../../syntax/registry/jsonSchema.ts';
import { configSchema } from './config.ts';

/** The JSON Schema (draft-07) of `.briefmark.yaml`, as plain data. */
export function configJsonSchema(): Record<string, unknown> {
  return toJsonSchema(configSchema(), 'Briefmark configuration', 'How the briefs of a folder are checked.');
}
