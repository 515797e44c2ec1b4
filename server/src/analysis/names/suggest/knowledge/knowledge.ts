/** General knowledge about names, for suggestions: look-ups, built from the lists of a language when they are first asked for. */

import * as personWords from '../../../../names/words.ts';
import type { KnownOutlet } from '../../../../scope/outletKnowledge.ts';
import { foldWords } from './fold.ts';

/** General knowledge about a name. */
export interface KnownEntity {
  /** The usual full name. */
  readonly name: string;
  readonly type: 'org' | 'group' | 'place';
}

/** Sets hold folded words (`foldWords`). */
export interface Knowledge {
  readonly entities: ReadonlyMap<string, KnownEntity>;
  readonly countries: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  readonly peoples: ReadonlySet<string>;
  /** Outlets and platforms by each of their names. */
  readonly outlets: ReadonlyMap<string, KnownOutlet>;
  /** The same by their domains. */
  readonly outletsByDomain: ReadonlyMap<string, KnownOutlet>;
  readonly words: Readonly<Record<WordList, ReadonlySet<string>>>;
}

export type WordList =
  | 'placeHeads'
  | 'placeOpeners'
  | 'placePhrases'
  | 'directions'
  | 'placePrepositions'
  | 'titles'
  | 'titlesBeforeNames'
  | 'titleOpeners'
  | 'titleFields'
  | 'particles'
  | 'givenNames'
  | 'speech'
  | 'actions'
  | 'orgHeads'
  | 'groupHeads'
  | 'ofHeads'
  | 'fieldHeads'
  | 'inHeads'
  | 'collectives'
  | 'institutions'
  | 'singlePersons'
  | 'modifiers'
  | 'peoplePhrases'
  | 'mediaHeads'
  | 'weapons'
  | 'weaponHeads'
  | 'eventHeads'
  | 'eventOpeners'
  | 'documentHeads'
  | 'abbreviations'
  | 'calendar'
  | 'common'
  | 'functionWords';

let loading: Promise<Knowledge> | undefined;

/** The knowledge of English. It is loaded once, when it is first asked for. */
export function loadKnowledge(): Promise<Knowledge> {
  loading ??= build();
  return loading;
}

async function build(): Promise<Knowledge> {
  const { countryNames, DEMONYMS, media, organizations, people, places, things } = await import('./en/index.ts');
  const entities = new Map<string, KnownEntity>();
  const countries = new Set<string>();
  for (const forms of countryNames) {
    const [name = '', ...others] = forms.split('|');
    for (const form of [name, ...others]) {
      countries.add(foldWords(form));
      entities.set(foldWords(form), { name, type: 'place' });
    }
  }
  for (const name of [...listed(places.CITIES), ...listed(places.REGIONS)])
    if (!entities.has(name)) entities.set(name, { name, type: 'place' });
  for (const [short, name] of SHORT_COUNTRIES) {
    countries.add(short);
    entities.set(short, { name, type: 'place' });
  }
  for (const [list, type] of [
    [organizations.ORGANIZATIONS, 'org'],
    [organizations.GROUPS, 'group'],
  ] as const) {
    for (const line of list.trim().split('\n')) {
      const [name = '', ...others] = line.trim().split('|');
      for (const form of [name, ...others]) entities.set(foldWords(form), { name, type });
    }
  }
  const demonyms = new Set<string>();
  const peoples = new Set<string>();
  for (const entry of listed(DEMONYMS)) {
    const [adjective = '', plural] = entry.split(':');
    demonyms.add(adjective);
    if (plural) peoples.add(plural);
  }
  const words: Record<WordList, ReadonlySet<string>> = {
    placeHeads: listed(places.PLACE_HEADS),
    placeOpeners: listed(places.PLACE_OPENERS),
    placePhrases: listed(places.PLACE_PHRASES),
    directions: listed(places.DIRECTIONS),
    placePrepositions: listed(places.PLACE_PREPOSITIONS),
    titles: listed(personWords.TITLES),
    titlesBeforeNames: listed(people.TITLES_BEFORE_NAMES),
    titleOpeners: listed(people.TITLE_OPENERS),
    titleFields: listed(personWords.TITLE_FIELDS),
    particles: listed(personWords.PARTICLES),
    givenNames: listed(people.GIVEN_NAMES),
    speech: listed(people.SPEECH),
    actions: listed(people.ACTIONS),
    orgHeads: listed(organizations.ORG_HEADS),
    groupHeads: listed(organizations.GROUP_HEADS),
    fieldHeads: listed(organizations.FIELD_HEADS),
    inHeads: listed(organizations.IN_HEADS),
    ofHeads: listed(organizations.OF_HEADS),
    collectives: listed(organizations.COLLECTIVES),
    institutions: listed(organizations.INSTITUTIONS),
    singlePersons: listed(organizations.SINGLE_PERSONS),
    modifiers: listed(organizations.MODIFIERS),
    peoplePhrases: listed(organizations.PEOPLE_PHRASES),
    mediaHeads: listed(media.MEDIA_HEADS),
    weapons: listed(things.WEAPONS),
    weaponHeads: listed(things.WEAPON_HEADS),
    eventHeads: listed(things.EVENT_HEADS),
    eventOpeners: listed(things.EVENT_OPENERS),
    documentHeads: listed(things.DOCUMENT_HEADS),
    abbreviations: listed(things.ABBREVIATIONS),
    calendar: listed(personWords.CALENDAR),
    common: listed(personWords.COMMON, /\s+/),
    functionWords: listed(personWords.FUNCTION_WORDS, /\s+/),
  };
  const outlets = new Map<string, KnownOutlet>();
  const outletsByDomain = new Map<string, KnownOutlet>();
  for (const [list, isPlatform] of [
    [media.OUTLETS, false],
    [media.PLATFORMS, true],
  ] as const) {
    for (const line of list.trim().split('\n')) {
      const [name = '', others = '', addresses = ''] = line.trim().split('|');
      const outlet = { name, aliases: commaSeparated(others), domains: commaSeparated(addresses), isPlatform };
      for (const form of [name, ...outlet.aliases]) outlets.set(foldWords(form), outlet);
      for (const domain of outlet.domains) outletsByDomain.set(domain, outlet);
    }
  }
  return { outlets, outletsByDomain, entities, countries, demonyms, peoples, words };
}

/** Short forms of countries that are no names of their own in the list. */
const SHORT_COUNTRIES = [
  ['us', 'United States'],
  ['usa', 'United States'],
  ['america', 'United States'],
  ['united states of america', 'United States'],
  ['uk', 'United Kingdom'],
  ['britain', 'United Kingdom'],
  ['great britain', 'United Kingdom'],
  ['uae', 'United Arab Emirates'],
  ['turkey', 'Türkiye'],
  ['czech republic', 'Czechia'],
  ['ivory coast', 'Côte d’Ivoire'],
  ['syrian arab republic', 'Syria'],
  ['islamic republic of iran', 'Iran'],
  ['prc', 'China'],
  ["people's republic of china", 'China'],
  ['dprk', 'North Korea'],
  ['drc', 'Democratic Republic of the Congo'],
  ['democratic republic of the congo', 'Democratic Republic of the Congo'],
] as const;

function commaSeparated(text: string): string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}

function listed(text: string, separator: RegExp = /\|\s*/): Set<string> {
  return new Set(text.trim().split(separator).map(foldWords));
}
