import * as z from 'zod/mini';
import { entitySchema, sourceSchema, typeSchema } from './schema.ts';

/**
 * JSON Schemas of the registries, with which YAML editors complete and check. Apart from schema.ts, so that only the
 * script that writes them to `syntaxes/` bundles zod’s generator.
 */

/** The JSON Schema (draft-07) of `entities.yaml`, as plain data. */
export function entitiesJsonSchema(): Record<string, unknown> {
  const file = z.looseObject({
    types: z.optional(z.array(typeSchema())).check(z.describe('Types of entities beside the built-in ones.')),
    entities: z.optional(z.array(entitySchema())).check(z.describe('The entities that briefs mention.')),
  });
  return toJsonSchema(file, 'Briefmark entities', 'Persons, organizations, places, outlets … that briefs name.');
}

/** The JSON Schema (draft-07) of `sources.yaml`, as plain data: `references:` or a bare list of CSL items. */
export function sourcesJsonSchema(): Record<string, unknown> {
  const list = z.array(sourceSchema());
  const file = z.union([
    z.looseObject({ references: list.check(z.describe('The sources that briefs cite, as CSL items.')) }),
    list,
  ]);
  return toJsonSchema(
    file,
    'Briefmark sources',
    'Sources that briefs cite, in CSL-YAML as Pandoc, Quarto and Zotero read it.',
  );
}

/** The JSON Schema (draft-07) of the input of a schema. */
export function toJsonSchema(schema: z.ZodMiniType, title: string, description: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-07', io: 'input' });
  return { $schema, title, description, ...rest };
}
