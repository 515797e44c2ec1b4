/** In registries and front matter: values of fields. */

import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { CREDIBILITY_LABELS, RELIABILITY_LABELS } from '../../analysis/sourcing/admiralty.ts';
import { touches } from '../../base/text/span.ts';
import { formatScalar } from '../../edits/registry/addEntries.ts';
import { configSchema } from '../../rules/config/config.ts';
import { outletKey, type Scope } from '../../scope/scope.ts';
import { SOURCE_TYPE, type StixType } from '../../syntax/ast.ts';
import { reviewSchema } from '../../syntax/review/schema.ts';
import { type YamlCursor, yamlCursorAt } from '../cursor/yamlCursor.ts';
import { schemaVariantsAt } from '../cursor/yamlFields.ts';
import { lineStartAt } from '../cursor/yamlLines.ts';
import { ruleOffers } from './ignoreComment.ts';
import type { CompletionContext, CompletionProvider, Offer, OfferList } from './offer.ts';
import { outletOffers } from './outlets.ts';
import { entityOffer, typeOffers } from './tagTarget.ts';

/** The CSL types that briefs cite, most common first. */
export const CSL_TYPES: readonly [string, string][] = [
  ['article-newspaper', l10n.t('a newspaper or news agency')],
  ['webpage', l10n.t('a page of a web site')],
  ['post', l10n.t('a post on a platform')],
  ['post-weblog', l10n.t('a post on a blog')],
  ['article-magazine', l10n.t('a magazine')],
  ['article-journal', l10n.t('a scholarly journal')],
  ['report', l10n.t('a report of an institution')],
  ['book', l10n.t('a book')],
  ['chapter', l10n.t('a chapter of a book')],
  ['broadcast', l10n.t('radio or television')],
  ['motion_picture', l10n.t('a film or video')],
  ['interview', l10n.t('an interview')],
  ['speech', l10n.t('a speech')],
  ['legislation', l10n.t('a law')],
  ['dataset', l10n.t('data')],
  ['personal_communication', l10n.t('a letter or message')],
];
const PROFILES: readonly [string, string][] = [
  ['draft', l10n.t('while it is written')],
  ['release', l10n.t('for what goes out')],
];
/** Traffic Light Protocol 2.0. */
const TLP_MARKINGS: readonly [string, string][] = [
  ['CLEAR', l10n.t('may be shared without limits')],
  ['GREEN', l10n.t('may be shared within the community')],
  ['AMBER', l10n.t('for the organization and its clients who need to know')],
  ['AMBER+STRICT', l10n.t('for the organization only')],
  ['RED', l10n.t('for the eyes of its recipients only')],
];
/** What an entity becomes in a STIX bundle, where that does not follow from its type. */
const STIX_KINDS: readonly [StixType, string][] = [
  ['threat-actor', l10n.t('a group or person that acts with hostile intent')],
  ['intrusion-set', l10n.t('a set of activities that one actor seems to be behind')],
  ['tool', l10n.t('legitimate software that an attacker uses')],
  ['malware', l10n.t('malicious software')],
];
const BOOLEANS: readonly [string, string][] = [
  ['true', l10n.t('a citation should name an account')],
  ['false', ''],
];

/** The offers for a field, by section and path. A new field is one line here. */
const FIELD_VALUES: Readonly<Record<string, (scope: Scope, context: CompletionContext) => readonly Offer[]>> = {
  'fields profile': () => valueOffers(PROFILES),
  'fields tlp': () => valueOffers(TLP_MARKINGS),
  'types extends': entityTypeOffers,
  'entities type': entityTypeOffers,
  'entities part_of': otherEntityOffers,
  'entities reliability': () => valueOffers(Object.entries(RELIABILITY_LABELS)),
  'entities platform': () => valueOffers(BOOLEANS),
  'entities tlp': () => valueOffers(TLP_MARKINGS),
  'entities stix': () => valueOffers(STIX_KINDS),
  'sources type': () => valueOffers(CSL_TYPES),
  'sources container-title': outletNameOffers,
  'sources publisher': outletNameOffers,
  'sources custom reliability': () => valueOffers(Object.entries(RELIABILITY_LABELS)),
  'sources custom credibility': () => valueOffers(Object.entries(CREDIBILITY_LABELS)),
  'sources custom tlp': () => valueOffers(TLP_MARKINGS),
};

export const completeYamlValues: CompletionProvider = (context) => {
  const cursor = yamlCursorAt(context);
  if (cursor?.expects !== 'value') return undefined;
  const scope = context.workspace.scopeOf(context.uri);
  if (cursor.section === 'config') return enumOffers(cursor, configSchema());
  if (cursor.section === 'review') return enumOffers(cursor, reviewSchema());
  const field = [cursor.section, ...cursor.path].join(' ');
  if (field === 'fields ignore') return ignoredRuleOffers(context.text, cursor);
  const offers = FIELD_VALUES[field]?.(scope, context) ?? [];
  return {
    typed: cursor.typed,
    whole: cursor.whole,
    offers: offers.map(({ commit: _, ...offer }) => offer),
    write: (text) => cursor.leadingSpace + toYamlScalar(text, cursor),
  };
};

/** The values of an enum. None of them needs quotation marks. */
function enumOffers(cursor: YamlCursor, schema: z.ZodMiniType): OfferList {
  const options = schemaVariantsAt(schema, cursor.path).flatMap((form) =>
    form instanceof z.ZodMiniEnum ? form.options : [],
  );
  const details = new Map(cursor.path.join() === 'profile' ? PROFILES : []);
  return {
    typed: cursor.typed,
    whole: cursor.whole,
    offers: valueOffers(options.map((option) => [String(option), details.get(String(option)) ?? ''])),
    write: (text) => cursor.leadingSpace + text + cursor.missingQuote,
  };
}

/** `ignore: missing-source, future-date` names two rules; completes the one at the cursor. */
function ignoredRuleOffers(text: string, cursor: YamlCursor) {
  const typedText = text.slice(cursor.typed.start, cursor.typed.end);
  const code = /[\w-]*$/.exec(typedText)![0];
  const start = cursor.typed.end - code.length;
  const restLength = /^[\w-]*/.exec(text.slice(cursor.typed.end, cursor.whole.end))![0].length;
  return {
    typed: { start, end: cursor.typed.end },
    whole: { start, end: cursor.typed.end + restLength },
    // Codes before the cursor on this line are already named.
    offers: ruleOffers(text.slice(lineStartAt(text, start), start)),
    write: (text: string) => cursor.leadingSpace + text,
  };
}

function valueOffers(values: readonly (readonly [string, string])[]): Offer[] {
  return values.map(([label, detail]) => ({ kind: 'value', label, detail, text: label, names: [label, detail] }));
}

function entityTypeOffers(scope: Scope): Offer[] {
  return typeOffers(scope, []).filter(({ text }) => text !== SOURCE_TYPE);
}

function otherEntityOffers(scope: Scope, { uri, offset }: CompletionContext): Offer[] {
  const others = [...scope.entities.values()].filter(
    (entity) => entity.uri !== uri || !touches(entity.entry.span, offset),
  );
  return others.map(({ entry }) => entityOffer(entry));
}

/** The outlets, without the name being typed if it occurs only in this entry. */
function outletNameOffers(scope: Scope, { uri, offset }: CompletionContext): Offer[] {
  const currentSource = [...scope.sources.values()].find(
    (source) => source.uri === uri && touches(source.entry.span, offset),
  );
  const key = currentSource?.entry.outlet && outletKey(scope, currentSource.entry.outlet.value);
  const isOnlyHere = key?.startsWith('name ') && scope.sourcesByOutlet.get(key)?.length === 1;
  const candidates = outletOffers(scope, { date: undefined, outletNames: new Map() }, []);
  return isOnlyHere ? candidates.filter(({ text }) => text !== currentSource?.entry.outlet?.value) : candidates;
}

/** The text as a YAML scalar, inside the existing quotation marks or its own. */
function toYamlScalar(text: string, { quote, missingQuote }: YamlCursor): string {
  return formatScalar(text, quote) + missingQuote;
}
