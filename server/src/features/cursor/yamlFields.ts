/** The fields that registries, front matter, configurations and reviews may have, with their descriptions. */
import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { configSchema } from '../../rules/config/config.ts';
import { entitySchema, frontMatterSchema, sourceSchema, typeSchema } from '../../syntax/registry/schema.ts';
import { reviewSchema } from '../../syntax/review/schema.ts';
import type { YamlCursor } from './yamlCursor.ts';

const ENTRY_SCHEMAS: Readonly<Record<string, () => z.ZodMiniType>> = {
  types: typeSchema,
  entities: entitySchema,
  sources: sourceSchema,
};
const LIST_FIELDS: readonly [string, string][] = [
  ['types', l10n.t('Types of entities beside the built-in ones.')],
  ['entities', l10n.t('The entities that briefs mention.')],
  ['references', l10n.t('The sources that briefs cite, as CSL items.')],
];

/** The names and descriptions of the fields that may stand at the cursor, or of its siblings. */
export function fieldsAt({ section, path }: YamlCursor, isBrief: boolean): readonly (readonly [string, string])[] {
  if (section === 'config') return schemaFields(configSchema(), path);
  if (section === 'review') return schemaFields(reviewSchema(), path);
  if (section !== 'fields') return schemaFields(ENTRY_SCHEMAS[section]?.(), path);
  if (path.length > 0) return [];
  if (!isBrief) return LIST_FIELDS;
  const inline = LIST_FIELDS.map(([name, detail]) => [name === 'references' ? 'sources' : name, detail] as const);
  return [...schemaFields(frontMatterSchema(), []), ...inline];
}

/** The names and descriptions of a schema's fields; with a `path`, those of the field it leads to. */
function schemaFields(schema: z.ZodMiniType | undefined, path: readonly string[]): (readonly [string, string])[] {
  const object = schemaVariantsAt(schema, path).find((form) => form instanceof z.ZodMiniObject);
  const shape = (object?.shape ?? {}) as Record<string, z.ZodMiniType>;
  return Object.entries(shape).map(([name, field]) => [name, descriptionOf(field)]);
}

/** The schemas allowed at a path; several for a union. A list is what is in it. */
export function schemaVariantsAt(schema: z.ZodMiniType | undefined, path: readonly string[]): readonly z.ZodMiniType[] {
  const field = schema instanceof z.ZodMiniOptional ? (schema.def.innerType as z.ZodMiniType) : schema;
  const inner = field instanceof z.ZodMiniArray ? (field.def.element as z.ZodMiniType) : field;
  const variants = inner instanceof z.ZodMiniUnion ? (inner.def.options as z.ZodMiniType[]) : inner ? [inner] : [];
  const [first, ...rest] = path;
  if (first === undefined) return variants;
  const object = variants.find((form) => form instanceof z.ZodMiniObject);
  return schemaVariantsAt((object?.shape as Record<string, z.ZodMiniType> | undefined)?.[first], rest);
}

function descriptionOf(field: z.ZodMiniType): string {
  const inner = field instanceof z.ZodMiniOptional ? (field.def.innerType as z.ZodMiniType) : field;
  return (z.globalRegistry.get(field) ?? z.globalRegistry.get(inner))?.description ?? '';
}
