/** After `](`: types; after `](type:`: ids of that type. Works while the tag is not closed yet. */

import * as l10n from '@vscode/l10n';
import { canBeTagOf } from '../../edits/tags/tagging.ts';
import { foldName, isKnownType, isOfType, outletKey, type Scope } from '../../scope/scope.ts';
import type { EntityEntry } from '../../syntax/ast.ts';
import { BUILT_IN_TYPES, isValidId, SOURCE_TYPE } from '../../syntax/brief/inlines.ts';
import type { CompletionPlace, Context, Offer } from './offer.ts';
import { lengthOf, type Prose, proseAt } from './prose.ts';
import { describeSource, habitsOf, inLikelyOrder, type KnownSource, sourcesOf } from './sources.ts';

const typeBegun = /^[\p{L}\p{N}_-]*$/u;
const idBegun = /^(\p{L}[\p{L}\p{N}_-]*):([\p{L}\p{M}\p{N}._/-]*)$/u;
const restOfType = /^[\p{L}\p{N}_-]+/u;
const restOfId = /^[\p{L}\p{M}\p{N}._/-]+/u;
/** What of a source is offered before its type is written. */
const MOST_SOURCES_OF_SURFACE = 10;

export const tagTarget: Context = (place) => {
  const prose = proseAt(place);
  const begun = prose && tagBegun(prose);
  if (!prose || !begun) return undefined;
  const { surface, target } = begun;
  if (typeBegun.test(target)) return typesAndTargets(place, prose, surface, target);
  const [, type = '', id = ''] = idBegun.exec(target) ?? [];
  const scope = place.workspace.scopeOf(place.uri);
  if (type !== SOURCE_TYPE && !isKnownType(scope, type)) return undefined;
  const rest = lengthOf(restOfId, prose.after);
  const close = prose.after[rest] === ')' ? '' : ')';
  const offers = type === SOURCE_TYPE ? sourceIds(place, prose, surface) : entityIds(scope, type, surface);
  return {
    typed: { start: place.offset - id.length, end: place.offset },
    whole: { start: place.offset - id.length, end: place.offset + rest },
    offers,
    write: (text) => text + close,
  };
};

/** The words of the tag that is being written, and what is typed of its target. */
function tagBegun({ before }: Prose): { surface: string; target: string } | undefined {
  const middle = before.lastIndexOf('](');
  const open = middle < 0 ? -1 : before.lastIndexOf('[', middle);
  if (open < 0 || before[open - 1] === '!' || before[open - 1] === '\\') return undefined;
  const surface = before.slice(open + 1, middle);
  const target = before.slice(middle + 2);
  return /[\]\n]/.test(surface) || /[\s()]/.test(target) ? undefined : { surface, target };
}

/** The types; before them, whole targets for what the surface names. */
function typesAndTargets(place: CompletionPlace, prose: Prose, surface: string, target: string) {
  const scope = place.workspace.scopeOf(place.uri);
  const rest = lengthOf(restOfType, prose.after);
  const typed = { start: place.offset - target.length, end: place.offset };
  const hasId = prose.after[rest] === ':';
  const close = prose.after[rest] === ')' ? '' : ')';
  const targets = hasId ? [] : namedBy(place, prose, surface).map((offer) => ({ ...offer, text: offer.text + close }));
  return {
    typed,
    whole: { start: typed.start, end: typed.end + rest },
    offers: [...targets, ...typeOffers(scope, hasId ? [] : [':'])],
  };
}

function namedBy(place: CompletionPlace, prose: Prose, surface: string): Offer[] {
  const scope = place.workspace.scopeOf(place.uri);
  const folded = foldName(surface);
  const entities = (scope.namesakes.get(folded) ?? []).flatMap((id) => scope.entities.get(id)?.entry ?? []);
  const targets = entities.flatMap((entry) => {
    const type = entry.type.value;
    return canBeTagOf(type, entry.id.value) ? withType(type, entityOffer(entry)) : [];
  });
  const sources = inLikelyOrder(ofOutlet(scope, surface), habitsOf(prose.brief, scope));
  return [
    ...targets,
    ...sources.slice(0, MOST_SOURCES_OF_SURFACE).flatMap((source) => {
      return isValidId(source.entry.id.value) ? withType(SOURCE_TYPE, sourceOffer(source)) : [];
    }),
  ];
}

function ofOutlet(scope: Scope, name: string): KnownSource[] {
  const known = sourcesOf(scope);
  return (scope.sourcesByOutlet.get(outletKey(scope, name)) ?? []).flatMap(
    ({ entry }) => known.get(entry.id.value) ?? [],
  );
}

function withType(type: string, offer: Offer): Offer {
  const text = `${type}:${offer.text}`;
  return { ...offer, label: text, text, names: [text, ...offer.names] };
}

/** The types of tags; a source last. */
export function typeOffers(scope: Scope, commit: readonly string[]): Offer[] {
  const offer = (type: string, detail: string): Offer => ({
    kind: 'type',
    label: type,
    detail,
    text: type,
    names: [type, detail],
    commit,
  });
  return [
    ...BUILT_IN_TYPES.map((type) => offer(type, '')),
    ...[...scope.types].map(([id, { entry }]) => offer(id, entry.name)),
    offer(SOURCE_TYPE, l10n.t('a source')),
  ];
}

/** The ids of the entities of a type: those the surface names first, then of exactly that type, then by name. */
function entityIds(scope: Scope, type: string, surface: string): Offer[] {
  const named = new Set(scope.namesakes.get(foldName(surface)));
  const order = (entry: EntityEntry) => (named.has(entry.id.value) ? 0 : entry.type.value === type ? 1 : 2);
  return [...scope.entities.values()]
    .map(({ entry }) => entry)
    .filter((entry) => fits(scope, entry.type.value, type) && isValidId(entry.id.value))
    .sort((a, b) => order(a) - order(b) || (a.name.value < b.name.value ? -1 : 1))
    .map(entityOffer);
}

function fits(scope: Scope, type: string, wanted: string): boolean {
  return isOfType(scope, type, wanted) || isOfType(scope, wanted, type);
}

/** The id of an entity, to be found by all its names. */
export function entityOffer({ id, name, aliases }: EntityEntry): Offer {
  return {
    kind: 'entity',
    label: id.value,
    detail: name.value,
    text: id.value,
    names: [id.value, name.value, ...aliases.map(({ value }) => value)],
    about: { kind: 'entity', id: id.value },
  };
}

/** The ids of the sources: those of the outlet the surface names first, then the likely ones. */
function* sourceIds(place: CompletionPlace, { brief }: Prose, surface: string): Generator<Offer> {
  const scope = place.workspace.scopeOf(place.uri);
  const likely = inLikelyOrder(sourcesOf(scope).values(), habitsOf(brief, scope));
  const named = outletKey(scope, surface);
  for (const first of [true, false]) {
    for (const source of likely) {
      if ((source.outletKey === named) === first && isValidId(source.entry.id.value)) yield sourceOffer(source);
    }
  }
}

/** The id of a source, to be found by outlet and title too. */
export function sourceOffer(source: KnownSource): Offer {
  const id = source.entry.id.value;
  return {
    kind: 'source',
    label: id,
    detail: describeSource(source),
    text: id,
    names: [id, ...source.names],
    about: { kind: 'source', id },
  };
}
