/** In registries and front matter: names of fields that are not there yet. */
import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { configSchema } from '../../rules/config/config.ts';
import { entitySchema, frontMatterSchema, sourceSchema, typeSchema } from '../../syntax/registry/schema.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { type YamlCursor, yamlCursorAt } from './yamlContext.ts';

const ENTRY_SCHEMAS: Readonly<Record<string, () => z.ZodMiniType>> = {
  types: typeSchema,
  entities: entitySchema,
  sources: sourceSchema,
};
const LIST_FIELDS: readonly [string, string][] = [
  ['types', l10n.t('Types of entities beside the built-in ones.')],
  ['entities', l10n.t('Who and what briefs speak of.')],
  ['references', l10n.t('What briefs cite, as CSL items.')],
];
/** Fields whose value is on the following lines, indented. */
const NESTING_FIELDS = new Set([
  'custom',
  'types',
  'entities',
  'references',
  'sources',
  'rules',
  'tradecraft',
  'style',
]);

export const completeYamlFields: CompletionProvider = (context) => {
  const cursor = yamlCursorAt(context);
  if (cursor?.expects !== 'key' || cursor.quote !== '') return undefined;
  const offers = fieldsAt(cursor, context.brief !== undefined)
    .filter(([name]) => !cursor.existingKeys.has(name))
    .map(([name, detail]): Offer => {
      const colon = cursor.hasColon ? '' : NESTING_FIELDS.has(name) ? ':' : ': ';
      return { kind: 'field', label: name, detail, text: cursor.leadingSpace + name + colon, names: [name] };
    });
  return { typed: cursor.typed, whole: cursor.whole, offers };
};

function fieldsAt({ section, path }: YamlCursor, isBrief: boolean): readonly (readonly [string, string])[] {
  if (section === 'config') return schemaFields(configSchema(), path);
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

/** The schemas allowed at a path; several for a union. */
export function schemaVariantsAt(schema: z.ZodMiniType | undefined, path: readonly string[]): readonly z.ZodMiniType[] {
  const inner = schema instanceof z.ZodMiniOptional ? (schema.def.innerType as z.ZodMiniType) : schema;
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
