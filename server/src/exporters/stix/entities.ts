/** What the entities of registries become: identities, places, incidents; threats only where an entry says so. */

import { isSubtypeOf, type Scope } from '../../scope/scope.ts';
import { BUILT_IN_TYPES, type EntityEntry, STIX_TYPES, type StixType, type Tlp } from '../../syntax/ast.ts';
import { readMarking } from '../../syntax/registry/tlp.ts';
import { markedAs } from './markings.ts';
import { type StixObject, stixId, UNDATED } from './object.ts';

/** An entity that a brief names. */
export interface NamedEntity {
  readonly id: string;
  /** The type that the tag gives it, for an entity that no registry has. */
  readonly type: string | undefined;
  /** The words of its first mention. */
  readonly words: string;
  readonly entry: EntityEntry | undefined;
}

/** By built-in type; a document becomes an external reference, a weapon nothing unless its entry says what. */
const OBJECTS: Readonly<
  Record<string, (name: string) => Readonly<Record<string, unknown>> & { readonly type: string }>
> = {
  person: () => ({ type: 'identity', identity_class: 'individual' }),
  org: () => ({ type: 'identity', identity_class: 'organization' }),
  media: () => ({ type: 'identity', identity_class: 'organization' }),
  group: () => ({ type: 'identity', identity_class: 'group' }),
  // A location needs a region, a country or coordinates; the vocabulary of regions is open.
  place: (name) => ({ type: 'location', region: name }),
  event: () => ({ type: 'incident' }),
};

/** The built-in type of an entity; undefined if it extends none. */
export function baseTypeOf({ entry, type }: NamedEntity, scope: Scope): string | undefined {
  const own = entry?.type.value ?? type;
  return own === undefined ? undefined : BUILT_IN_TYPES.find((built) => isSubtypeOf(scope, own, built));
}

/** The object of an entity as of a time; undefined if STIX has none for it. */
export function entityObject(
  entity: NamedEntity,
  scope: Scope,
  modified: string,
  tlp: Tlp | undefined,
): StixObject | undefined {
  const { id, entry, words } = entity;
  const name = entry?.name.value ?? words;
  const declared = STIX_TYPES.find((type) => type === entry?.stix?.value);
  const own = declared
    ? { type: declared, ...threatFields(declared) }
    : OBJECTS[baseTypeOf(entity, scope) ?? '']?.(name);
  if (!own) return undefined;
  const aliases = (entry?.aliases ?? []).map(({ value }) => value);
  const marking = entry?.tlp ? (readMarking(entry.tlp.value).meant ?? tlp) : tlp;
  return {
    ...own,
    spec_version: '2.1',
    id: stixId(own.type, `entity ${id}`),
    created: UNDATED,
    modified,
    name,
    ...(entry?.description && { description: entry.description }),
    ...(declared && aliases.length > 0 && { aliases }),
    ...(entry?.wikidata && {
      external_references: [
        {
          source_name: 'Wikidata',
          url: `https://www.wikidata.org/wiki/${encodeURIComponent(entry.wikidata.value)}`,
          external_id: entry.wikidata.value,
        },
      ],
    }),
    ...markedAs(marking),
  };
}

/** A name stands for all variants of a malware. */
function threatFields(type: StixType): Readonly<Record<string, unknown>> {
  return type === 'malware' ? { is_family: true } : {};
}
