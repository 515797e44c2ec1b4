/** In registries and front matter: the values a field may have. */
import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { CREDIBILITY, RELIABILITY } from '../../analysis/sourcing/admiralty.ts';
import { touches } from '../../base/text/span.ts';
import { writeScalar } from '../../edits/registry/addEntries.ts';
import { configSchema } from '../../rules/config/config.ts';
import { outletKey, type Scope } from '../../scope/scope.ts';
import { SOURCE_TYPE } from '../../syntax/brief/inlines.ts';
import { ruleOffers } from './ignoreComment.ts';
import type { CompletionPlace, Context, Offer, Offers } from './offer.ts';
import { outletOffers } from './outlets.ts';
import { entityOffer, typeOffers } from './tagTarget.ts';
import { type YamlPlace, yamlPlaceAt } from './yamlContext.ts';
import { formsAt } from './yamlFields.ts';
import { lineStartAt } from './yamlLines.ts';

/** The types of CSL that briefs cite, the commonest first. */
const CSL_TYPES: readonly [string, string][] = [
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
const MARKINGS: readonly [string, string][] = [
  ['CLEAR', l10n.t('may be shared without limits')],
  ['GREEN', l10n.t('may be shared within the community')],
  ['AMBER', l10n.t('for the organization and its clients who need to know')],
  ['AMBER+STRICT', l10n.t('for the organization only')],
  ['RED', l10n.t('for the eyes of its recipients only')],
];
const SWITCH: readonly [string, string][] = [
  ['true', l10n.t('a citation should name an account')],
  ['false', ''],
];

/** What a field may hold, by list and path. A new field is one line here. */
const VALUES: Readonly<Record<string, (scope: Scope, place: CompletionPlace) => readonly Offer[]>> = {
  'fields profile': () => fixed(PROFILES),
  'fields tlp': () => fixed(MARKINGS),
  'types extends': entityTypes,
  'entities type': entityTypes,
  'entities part_of': otherEntities,
  'entities reliability': () => fixed(Object.entries(RELIABILITY)),
  'entities platform': () => fixed(SWITCH),
  'entities tlp': () => fixed(MARKINGS),
  'sources type': () => fixed(CSL_TYPES),
  'sources container-title': outlets,
  'sources publisher': outlets,
  'sources custom reliability': () => fixed(Object.entries(RELIABILITY)),
  'sources custom credibility': () => fixed(Object.entries(CREDIBILITY)),
  'sources custom tlp': () => fixed(MARKINGS),
};

export const yamlValues: Context = (place) => {
  const at = yamlPlaceAt(place);
  if (at?.wants !== 'value') return undefined;
  const scope = place.workspace.scopeOf(place.uri);
  if (at.section === 'config') return configValues(at);
  const field = [at.section, ...at.path].join(' ');
  if (field === 'fields ignore') return ignoredRules(place.text, at);
  const offers = VALUES[field]?.(scope, place) ?? [];
  return {
    typed: at.typed,
    whole: at.whole,
    offers: offers.map(({ commit: _, ...offer }) => offer),
    write: (text) => at.gap + inYaml(text, at),
  };
};

/** The words that a setting knows; none of them needs quotation marks. */
function configValues(at: YamlPlace): Offers {
  const words = formsAt(configSchema(), at.path).flatMap((form) => (form instanceof z.ZodMiniEnum ? form.options : []));
  const details = new Map(at.path.join() === 'profile' ? PROFILES : []);
  return {
    typed: at.typed,
    whole: at.whole,
    offers: fixed(words.map((word) => [String(word), details.get(String(word)) ?? ''])),
    write: (text) => at.gap + text + at.closing,
  };
}

/** `ignore: missing-source, future-date` names two rules: the one at the cursor is meant. */
function ignoredRules(text: string, at: YamlPlace) {
  const before = text.slice(at.typed.start, at.typed.end);
  const code = /[\w-]*$/.exec(before)![0];
  const start = at.typed.end - code.length;
  const rest = /^[\w-]*/.exec(text.slice(at.typed.end, at.whole.end))![0].length;
  return {
    typed: { start, end: at.typed.end },
    whole: { start, end: at.typed.end + rest },
    // Those that stand before it on the line are there already.
    offers: ruleOffers(text.slice(lineStartAt(text, start), start)),
    write: (text: string) => at.gap + text,
  };
}

function fixed(values: readonly (readonly [string, string])[]): Offer[] {
  return values.map(([label, detail]) => ({ kind: 'value', label, detail, text: label, names: [label, detail] }));
}

function entityTypes(scope: Scope): Offer[] {
  return typeOffers(scope, []).filter(({ text }) => text !== SOURCE_TYPE);
}

function otherEntities(scope: Scope, { uri, offset }: CompletionPlace): Offer[] {
  const others = [...scope.entities.values()].filter(
    (entity) => entity.uri !== uri || !touches(entity.entry.span, offset),
  );
  return others.map(({ entry }) => entityOffer(entry));
}

/** The outlets; what is being typed is not one of them only because it stands there already. */
function outlets(scope: Scope, { uri, offset }: CompletionPlace): Offer[] {
  const here = [...scope.sources.values()].find((source) => source.uri === uri && touches(source.entry.span, offset));
  const key = here?.entry.outlet && outletKey(scope, here.entry.outlet.value);
  const isOnlyHere = key?.startsWith('name ') && scope.sourcesByOutlet.get(key)?.length === 1;
  const all = outletOffers(scope, { date: undefined, writtenAs: new Map() }, []);
  return isOnlyHere ? all.filter(({ text }) => text !== here?.entry.outlet?.value) : all;
}

/** A text as YAML writes it, inside the quotation marks that are there already or in its own. */
function inYaml(text: string, { quote, closing }: YamlPlace): string {
  return writeScalar(text, quote) + closing;
}
