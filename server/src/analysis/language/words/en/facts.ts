/** Statements of fact, and what keeps a sentence from being one. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** In the order of the calendar. */
export const months = words`
  January February March April May June July August September October November December`;

/** With or without a full stop. */
export const monthAbbreviations = words`Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`;

/** Behind the number of a day. */
export const ordinalSuffixes = words`nd rd st th`;

/** Before a date that is part of a name: "the March 4 agreement". */
export const namingArticles = words`the`;

/** Before a date that limits what is known instead of dating an event. */
export const knowledgeDates = phrases`as of`;

/** After a number. */
export const largeNumbers = words`billion million trillion`;

/** The ending of nouns in the plural, which a second noun does not extend: "300 soldiers", but "60 cargo ships". */
export const pluralEndings = words`s`;

/** Words after a number that counts nothing: "by 2019 the", "12 months". */
export const uncountedWords = words`
  after and are before but by day days during for from had has have hour hours into its minute minutes month months nor
  not our out over percent second seconds since than that the their then there these they this through under until was
  week weeks were when where which while who with within year years`;

/** A capitalized word before a number makes a name of both ("Boeing 737 aircraft"), except for these. */
export const quantifiers = words`
  A About All Around At In More Nearly Of On Over Roughly Some The These Those`;

/** Nouns in lower case that the number after them makes a name of: "article 51 allows". */
export const numberedNouns = words`
  article chapter highway line mark model no. number page paragraph phase resolution route section type unit version`;

/** The ending of regular verbs in the past tense. */
export const pastTenseEndings = words`ed`;

/** Words with this ending, and one without, that are no verbs. */
export const notPastTense = words`
  alleged armed based called exceed hundred indeed limited mixed named need proceed red related so-called speed succeed
  united`;

/** Irregular verbs in the past tense. */
export const irregularPastTense = words`
  became began broke brought built came cut drove fell fled flew fought found gave grew held hit kept killed laid led left
  lost made met put ran rose said sank sat saw sent set shot sold spent spoke stood struck swore told took went withdrew
  won wrote`;

/** Auxiliary verbs that put a sentence into the past. */
export const pastAuxiliaries = words`did had was were`;

/** Auxiliary verbs between an actor and the act. */
export const actAuxiliaries = words`had has have was were`;

/** Adverbs between an actor and the act, besides those with the ending. */
export const actAdverbs = words`again already also first later nevertheless soon then`;
export const adverbEndings = words`ly`;

/** Actors in lower case; any capitalized word may be one. */
export const actorNouns = words`
  army court fighters forces government gunmen militants military minister ministry parliament police president rebels
  soldiers troops`;

/** Capitalized words that name no actor. */
export const pronouns = words`
  A An And Both But Few He It Many Most None Others She Some That The There These They This Those We Which Who`;

/** Acts that are known only from reports: one of them makes a sentence a statement of fact. */
export const reportedActs = words`
  accused announced arrested assassinated attacked banned bombed captured claimed condemned convicted declared denied
  deployed destroyed detained dismissed executed expelled extradited fired intercepted killed launched raided released
  sank seized sentenced shelled signed struck summoned suspended tested withdrew wounded`;

/** Words that make a sentence an estimate, a forecast, a demand or the author's own view. */
export const openWords = words`
  apparently appear appeared appears can cannot could expected I if indicate indicates likelihood likely may might must my
  our Our ours Ours perhaps possible possibly presumably probable probably risk risks seem seemed seems shall should suggest
  suggested suggesting suggests unless unlikely us we We whether will would`;
