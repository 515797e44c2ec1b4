/** After `](`: types; after `](type:`: ids of that type. Also while the tag is not closed yet. */

import * as l10n from '@vscode/l10n';
import { isValidId } from '../../base/text/validId.ts';
import { isValidTag } from '../../edits/tags/tagging.ts';
import { foldName, isKnownType, isSubtypeOf, outletKey, type Scope } from '../../scope/scope.ts';
import { BUILT_IN_TYPES, type EntityEntry, SOURCE_TYPE } from '../../syntax/ast.ts';
import type { CompletionContext, CompletionProvider, Offer } from './offer.ts';
import { matchLength, type Prose, proseAt } from './prose.ts';
import { citationHabitsOf, describeSource, type IndexedSource, sortByRelevance, sourcesOf } from './sources.ts';

const unfinishedType = /^[\p{L}\p{N}_-]*$/u;
const unfinishedId = /^(\p{L}[\p{L}\p{N}_-]*):([\p{L}\p{M}\p{N}._/-]*)$/u;
const restOfType = /^[\p{L}\p{N}_-]+/u;
const restOfId = /^[\p{L}\p{M}\p{N}._/-]+/u;
/** At most this many sources are offered before a type is typed. */
const MAX_SOURCES_PER_SURFACE = 10;

export const completeTagTarget: CompletionProvider = (context) => {
  const prose = proseAt(context);
  const unfinishedTag = prose && unfinishedTagIn(prose);
  if (!prose || !unfinishedTag) return undefined;
  const { surface, target } = unfinishedTag;
  if (unfinishedType.test(target)) return typesAndTargets(context, prose, surface, target);
  const [, type = '', id = ''] = unfinishedId.exec(target) ?? [];
  const scope = context.workspace.scopeOf(context.uri);
  if (type !== SOURCE_TYPE && !isKnownType(scope, type)) return undefined;
  const restLength = matchLength(restOfId, prose.after);
  const closingParenthesis = prose.after[restLength] === ')' ? '' : ')';
  const offers = type === SOURCE_TYPE ? sourceIds(context, prose, surface) : entityIds(scope, type, surface);
  return {
    typed: { start: context.offset - id.length, end: context.offset },
    whole: { start: context.offset - id.length, end: context.offset + restLength },
    offers,
    write: (text) => text + closingParenthesis,
  };
};

/** The surface of the unfinished tag, and what is typed of its target. */
function unfinishedTagIn({ before }: Prose): { surface: string; target: string } | undefined {
  const targetStart = before.lastIndexOf('](');
  const bracketStart = targetStart < 0 ? -1 : before.lastIndexOf('[', targetStart);
  if (bracketStart < 0 || before[bracketStart - 1] === '!' || before[bracketStart - 1] === '\\') return undefined;
  const surface = before.slice(bracketStart + 1, targetStart);
  const target = before.slice(targetStart + 2);
  return /[\]\n]/.test(surface) || /[\s()]/.test(target) ? undefined : { surface, target };
}

/** The types, after complete targets for what the surface names. */
function typesAndTargets(context: CompletionContext, prose: Prose, surface: string, target: string) {
  const scope = context.workspace.scopeOf(context.uri);
  const restLength = matchLength(restOfType, prose.after);
  const typed = { start: context.offset - target.length, end: context.offset };
  const hasId = prose.after[restLength] === ':';
  const closingParenthesis = prose.after[restLength] === ')' ? '' : ')';
  const targets = hasId
    ? []
    : targetsNamed(context, prose, surface).map((offer) => ({ ...offer, text: offer.text + closingParenthesis }));
  return {
    typed,
    whole: { start: typed.start, end: typed.end + restLength },
    offers: [...targets, ...typeOffers(scope, hasId ? [] : [':'])],
  };
}

function targetsNamed(context: CompletionContext, prose: Prose, surface: string): Offer[] {
  const scope = context.workspace.scopeOf(context.uri);
  const folded = foldName(surface);
  const entities = (scope.entitiesByName.get(folded) ?? []).flatMap((id) => scope.entities.get(id)?.entry ?? []);
  const targets = entities.flatMap((entry) => {
    const type = entry.type.value;
    return isValidTag(type, entry.id.value) ? withType(type, entityOffer(entry)) : [];
  });
  const sources = sortByRelevance(sourcesOfOutlet(scope, surface), citationHabitsOf(prose.brief, scope));
  return [
    ...targets,
    ...sources.slice(0, MAX_SOURCES_PER_SURFACE).flatMap((source) => {
      return isValidId(source.entry.id.value) ? withType(SOURCE_TYPE, sourceOffer(source)) : [];
    }),
  ];
}

function sourcesOfOutlet(scope: Scope, name: string): IndexedSource[] {
  const indexed = sourcesOf(scope);
  return (scope.sourcesByOutlet.get(outletKey(scope, name)) ?? []).flatMap(
    ({ entry }) => indexed.get(entry.id.value) ?? [],
  );
}

function withType(type: string, offer: Offer): Offer {
  const text = `${type}:${offer.text}`;
  return { ...offer, label: text, text, names: [text, ...offer.names] };
}

/** Offers for the types of tags, `src` last. */
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

/** The ids of entities of a type: first those the surface names, then those of exactly this type, then by name. */
function entityIds(scope: Scope, type: string, surface: string): Offer[] {
  const named = new Set(scope.entitiesByName.get(foldName(surface)));
  const order = (entry: EntityEntry) => (named.has(entry.id.value) ? 0 : entry.type.value === type ? 1 : 2);
  return [...scope.entities.values()]
    .map(({ entry }) => entry)
    .filter((entry) => areRelatedTypes(scope, entry.type.value, type) && isValidId(entry.id.value))
    .sort((a, b) => order(a) - order(b) || (a.name.value < b.name.value ? -1 : 1))
    .map(entityOffer);
}

function areRelatedTypes(scope: Scope, type: string, other: string): boolean {
  return isSubtypeOf(scope, type, other) || isSubtypeOf(scope, other, type);
}

/** Offers the id of an entity, which can be found by all its names. */
export function entityOffer({ id, name, aliases }: EntityEntry): Offer {
  return {
    kind: 'entity',
    label: id.value,
    detail: name.value,
    text: id.value,
    names: [id.value, name.value, ...aliases.map(({ value }) => value)],
    subject: { kind: 'entity', id: id.value },
  };
}

/** The ids of the sources: first those of the outlet that the surface names, then the most relevant. */
function* sourceIds(context: CompletionContext, { brief }: Prose, surface: string): Generator<Offer> {
  const scope = context.workspace.scopeOf(context.uri);
  const sortedSources = sortByRelevance(sourcesOf(scope).values(), citationHabitsOf(brief, scope));
  const outletKeyOfSurface = outletKey(scope, surface);
  for (const isOfOutlet of [true, false]) {
    for (const source of sortedSources) {
      if ((source.outletKey === outletKeyOfSurface) === isOfOutlet && isValidId(source.entry.id.value))
        yield sourceOffer(source);
    }
  }
}

/** Offers the id of a source, which can be found by outlet and title, too. */
export function sourceOffer(source: IndexedSource): Offer {
  const id = source.entry.id.value;
  return {
    kind: 'source',
    label: id,
    detail: describeSource(source),
    text: id,
    names: [id, ...source.names],
    subject: { kind: 'source', id },
  };
}
