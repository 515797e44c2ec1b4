/** In registries and front matter: names of the fields that are not there yet. */
import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { configSchema } from '../../rules/config/config.ts';
import { entitySchema, frontMatterSchema, sourceSchema, typeSchema } from '../../syntax/registry/schema.ts';
import type { Context, Offer } from './offer.ts';
import { type YamlPlace, yamlPlaceAt } from './yamlContext.ts';

const ENTRIES: Readonly<Record<string, () => z.ZodMiniType>> = {
  types: typeSchema,
  entities: entitySchema,
  sources: sourceSchema,
};
const LISTS: readonly [string, string][] = [
  ['types', l10n.t('Types of entities beside the built-in ones.')],
  ['entities', l10n.t('Who and what briefs speak of.')],
  ['references', l10n.t('What briefs cite, as CSL items.')],
];
/** What stands below these is indented on the next lines. */
const GROUPS = new Set(['custom', 'types', 'entities', 'references', 'sources', 'rules', 'tradecraft', 'style']);

export const yamlFields: Context = (place) => {
  const at = yamlPlaceAt(place);
  if (at?.wants !== 'key' || at.quote !== '') return undefined;
  const offers = fieldsAt(at, place.brief !== undefined)
    .filter(([name]) => !at.taken.has(name))
    .map(([name, detail]): Offer => {
      const colon = at.hasColon ? '' : GROUPS.has(name) ? ':' : ': ';
      return { kind: 'field', label: name, detail, text: at.gap + name + colon, names: [name] };
    });
  return { typed: at.typed, whole: at.whole, offers };
};

function fieldsAt({ section, path }: YamlPlace, isBrief: boolean): readonly (readonly [string, string])[] {
  if (section === 'config') return fieldsOf(configSchema(), path);
  if (section !== 'fields') return fieldsOf(ENTRIES[section]?.(), path);
  if (path.length > 0) return [];
  if (!isBrief) return LISTS;
  const inline = LISTS.map(([name, detail]) => [name === 'references' ? 'sources' : name, detail] as const);
  return [...fieldsOf(frontMatterSchema(), []), ...inline];
}

/** The fields of a schema, and what it says of them; of the schema of a field when `path` names one. */
function fieldsOf(schema: z.ZodMiniType | undefined, path: readonly string[]): (readonly [string, string])[] {
  const object = formsAt(schema, path).find((form) => form instanceof z.ZodMiniObject);
  const shape = (object?.shape ?? {}) as Record<string, z.ZodMiniType>;
  return Object.entries(shape).map(([name, field]) => [name, describe(field)]);
}

/** What the schema allows at a path: one form, or several that a field may take. */
export function formsAt(schema: z.ZodMiniType | undefined, path: readonly string[]): readonly z.ZodMiniType[] {
  const inner = schema instanceof z.ZodMiniOptional ? (schema.def.innerType as z.ZodMiniType) : schema;
  const forms = inner instanceof z.ZodMiniUnion ? (inner.def.options as z.ZodMiniType[]) : inner ? [inner] : [];
  const [first, ...rest] = path;
  if (first === undefined) return forms;
  const object = forms.find((form) => form instanceof z.ZodMiniObject);
  return formsAt((object?.shape as Record<string, z.ZodMiniType> | undefined)?.[first], rest);
}

function describe(field: z.ZodMiniType): string {
  const inner = field instanceof z.ZodMiniOptional ? (field.def.innerType as z.ZodMiniType) : field;
  return (z.globalRegistry.get(field) ?? z.globalRegistry.get(inner))?.description ?? '';
}
