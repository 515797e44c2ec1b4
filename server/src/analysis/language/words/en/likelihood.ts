/** Terms of likelihood, and the words around them that make something else of them. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** The terms of the published scales, as a text may write them. */
export const likelihoodTerms = phrases`
  (a|an)? roughly an? even (chance|odds)
  a? realistic possibility
  a? remote (chance|likelihood|possibility|probability)
  (almost|nearly) (certain|certainly)
  almost no chance
  highly (improbable|probable)
  (highly|very)? (likely|unlikely)
  improbable
  probable
  probably
  remote`;

/** What a term ends with when it states a chance; "the only chance" is one that exists, not an estimate. */
export const chanceTermNouns = words`chance likelihood odds possibility probability`;
export const chanceArticles = phrases`the only?`;

/** Terms that are adverbs, which are estimates whatever surrounds them. */
export const likelihoodAdverbs = words`certainly probably`;

/** Terms that are adjective and adverb, so that any word may follow: "will likely return". */
export const adverbialAdjectives = words`likely`;

/** A term that is no estimate before an infinitive: "almost no chance to flee" tells of the past. */
export const noChanceTerms = phrases`almost no chance`;
export const infinitiveMarkers = words`to`;

/** A term that is one only of a chance: a village is remote, too. */
export const remoteTerms = words`remote`;
export const chanceNouns = words`
  chance chances danger likelihood odds possibilities possibility probability prospect prospects risk risks`;

/** Verbs that link a subject to such a term: "the risk remains remote". */
export const linkingVerbs = words`
  appear appears are be is look looks remain remained remains seem seems was were`;

/** Articles that belong to no term: "a roughly even chance" is "roughly even chance". */
export const indefiniteArticles = words`a an`;

/** Every term of likelihood contains one of these parts of words. */
export const likelihoodStems = words`certain chance likely probab realistic remote roughly`;

/** Words right before a term that compare, intensify, deny or question it. */
export const likelihoodModifiers = words`
  decreasingly equally even exceedingly extremely fairly far hardly highly how however if increasingly least less longer
  means more most neither never no nor not overwhelmingly particularly pretty quite rather reasonably scarcely so
  somewhat than too very whether`;

/** A contracted "not" ends with this. */
export const contractedNot = words`n't`;

/** "As likely" compares, but "assessed as likely" estimates. */
export const comparisonWords = words`as`;
export const assessmentParticiples = words`assessed considered described judged rated regarded seen treated viewed`;

/** Before an adjective that belongs to a noun: "the likely successor". */
export const determiners = words`
  a an another any each every her his its many one other our several some such that the their these this those two`;

/** After these "'s" is a verb ("it's likely"); otherwise it is a possessive ("Russia's likely target"). */
export const pronounsWithContractedVerb = words`he it she that there who`;

/** What may follow an adjective that belongs to no noun: "it is probable that". */
export const wordsAfterPredicate = words`
  after although and as at because before but by during even for from given however I if in next not now on only or over
  since than that this though to under unless until we when while with within without`;

/** Nouns that "likely" belongs to: "likely voters". */
export const nounsAfterLikely = words`
  buyer buyers candidate candidates contender contenders culprit culprits place places spot spots stories story
  successor successors suspect suspects target targets venue venues voter voters winner winners`;

/** Phrases that state that the terms of a text are those of a scale. */
export const scaleMentions = phrases`
  (degrees|expressions|terms|words) (for|of) (estimative|likelihood|probability)
  (estimative|probabilistic) language
  yardstick`;

/** "The terms likely and probable are used interchangeably": nouns, what equates them, and the terms in question. */
export const termNouns = words`expression expressions term terms word words`;
export const equivalenceWords = words`
  equivalent interchangeable interchangeably same synonym synonymous synonymously synonyms`;
export const equatedTerms = words`likely probable probably`;
export const equatingConjunctions = words`and or`;
export const equatingVerbs = phrases`
  are used
  denote
  have the same
  indicate
  mean`;

/** Units of a percentage beside the sign. */
export const percentWords = phrases`
  per cent
  percent`;

/** Terms of the ICD 203 table that replace each other whatever follows. */
export const exactSynonyms: Readonly<Record<string, string>> = {
  'almost certain': 'nearly certain',
  'almost no chance': 'a remote chance',
  'highly improbable': 'very unlikely',
  'highly probable': 'very likely',
  improbable: 'unlikely',
  'nearly certain': 'almost certain',
  'nearly certainly': 'almost certainly',
  probable: 'likely',
  probably: 'likely',
  'remote chance': 'almost no chance',
  'roughly even chance': 'roughly even odds',
  'roughly even odds': 'a roughly even chance',
};

/** Terms whose synonym takes no infinitive, nothing being "probable to happen": only at the end of a clause. */
export const predicativeSynonyms: Readonly<Record<string, string>> = {
  likely: 'probable',
  unlikely: 'improbable',
  'very likely': 'highly probable',
  'very unlikely': 'highly improbable',
};

/** Words that begin a new clause after such a term. */
export const clauseMarkers = words`that`;

/** Terms that an adverb replaces in any other position. */
export const adverbSynonyms: Readonly<Record<string, string>> = { likely: 'probably' };
