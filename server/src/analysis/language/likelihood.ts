/**
 * Terms of likelihood: the published scales, and the terms that a paragraph uses as estimates of its author.
 * ICD 203, section D.6.e.(2)(a): https://www.dni.gov/files/documents/ICD/ICD-203.pdf
 * PHIA yardstick: https://www.gov.uk/government/publications/explaining-uncertainty-in-uk-intelligence-assessment
 */
import * as l10n from '@vscode/l10n';
import { oneOf } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { authorText } from './authorText.ts';
import { patternsFrom } from './words/index.ts';

/** A step of a scale: its range in percent and its terms in lower case. */
export interface ScaleStep {
  readonly from: number;
  readonly to: number;
  /** The terms in each row of the table. ICD 203 has two rows, the yardstick has one. */
  readonly rows: readonly (readonly string[])[];
}

/** The published scales of likelihood: US ICD 203, UK PHIA yardstick. */
export const SCALES = ['ICD203', 'PHIA'] as const;
export type Scale = (typeof SCALES)[number];

export interface LikelihoodScale {
  readonly title: string;
  /** The name as it appears within a sentence. */
  readonly name: string;
  readonly steps: readonly ScaleStep[];
}

/** The scales as published. They define English terms, so they are not part of the word lists. */
export const LIKELIHOOD_SCALES: Readonly<Record<Scale, LikelihoodScale>> = {
  ICD203: {
    title: 'ICD 203',
    name: 'ICD 203',
    steps: [
      { from: 1, to: 5, rows: [['almost no chance'], ['remote']] },
      { from: 5, to: 20, rows: [['very unlikely'], ['highly improbable']] },
      { from: 20, to: 45, rows: [['unlikely'], ['improbable']] },
      { from: 45, to: 55, rows: [['roughly even chance'], ['roughly even odds']] },
      { from: 55, to: 80, rows: [['likely'], ['probable', 'probably']] },
      { from: 80, to: 95, rows: [['very likely'], ['highly probable']] },
      { from: 95, to: 99, rows: [['almost certain', 'almost certainly'], ['nearly certain']] },
    ],
  },
  PHIA: {
    title: l10n.t('PHIA yardstick'),
    name: l10n.t('the PHIA yardstick'),
    steps: [
      { from: 0, to: 5, rows: [['remote chance']] },
      { from: 10, to: 20, rows: [['highly unlikely']] },
      { from: 25, to: 35, rows: [['unlikely']] },
      { from: 40, to: 50, rows: [['realistic possibility']] },
      { from: 55, to: 75, rows: [['likely', 'probable', 'probably']] },
      { from: 80, to: 90, rows: [['highly likely']] },
      { from: 95, to: 100, rows: [['almost certain', 'almost certainly']] },
    ],
  },
};

/** A term in a text; its span counts from the start of the block. */
export interface LikelihoodTerm extends Span {
  /** In lower case, without an article: `very likely`, `remote chance`, `remote`. */
  readonly term: string;
}

export interface ScalePosition {
  readonly step: ScaleStep;
  /** The index of the row that contains the term. */
  readonly row: number;
}

/** The position of a term on a scale; undefined for a term of the other scale. */
export function findOnScale(term: string, scale: Scale): ScalePosition | undefined {
  // A "remote possibility" means a "remote chance", and "nearly certainly" is the adverb of "nearly certain" in the table.
  const remote = scale === 'ICD203' ? 'remote' : 'remote chance';
  const spellings = [term, term.replace(/^remote\b.*/, remote).replace('nearly certainly', 'nearly certain')];
  for (const step of LIKELIHOOD_SCALES[scale].steps) {
    const row = step.rows.findIndex((terms) => terms.some((name) => spellings.includes(name)));
    if (row >= 0) return { step, row };
  }
  return undefined;
}

/** The steps of a scale that overlap a range in percent by more than an edge, with their first terms and ranges. */
export function formatStepsBetween(from: number, to: number, scale: Scale): string {
  const steps = LIKELIHOOD_SCALES[scale].steps.filter((step) => step.from < to && step.to > from);
  const formatted = steps.map((step) => `${step.rows[0]![0]} (${formatPercentRange(step)})`);
  const last = formatted.pop() ?? '';
  return formatted.length === 0 ? last : l10n.t('{0} or {1}', formatted.join(', '), last);
}

/** Formats a range in percent: `55–80 %`. */
export function formatPercentRange({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from}–${to} %`;
}

const patterns = patternsFrom(({ likelihood: list }) => {
  const article = oneOf(list.indefiniteArticles);
  const term = oneOf(list.equatedTerms);
  return {
    terms: new RegExp(`\\b${oneOf(list.likelihoodTerms)}\\b(?!-)`, 'gi'),
    anyTerm: new RegExp(oneOf(list.likelihoodStems), 'i'),
    articles: new RegExp(`\\b${article} `, 'g'),
    // A modifier makes another estimate, a comparison, a denial or a question of the term that follows.
    modifierBefore: new RegExp(
      `(?:\\b${oneOf(list.likelihoodModifiers)}|${oneOf(list.contractedNot)})\\s+(?:${article}\\s+)?$|\\w-$`,
      'i',
    ),
    comparisonBefore: new RegExp(
      `(?<!\\b${oneOf(list.assessmentParticiples)}\\s)\\b${oneOf(list.comparisonWords)}\\s+$`,
      'i',
    ),
    // A determiner shows that an adjective belongs to a noun: "the likely successor", "Russia’s likely target".
    determinerBefore: new RegExp(
      `(?:\\b${oneOf(list.determiners)}|(?<!\\b${oneOf(list.pronounsWithContractedVerb)})[’']s)\\s+$`,
      'i',
    ),
    // What may follow an adjective that belongs to no noun: "it is probable that".
    predicateEnd: new RegExp(`^(?:\\s*(?:$|[^\\s\\p{L}\\p{N}-])|\\s+${oneOf(list.wordsAfterPredicate)}\\b)`, 'u'),
    nounAfterLikely: new RegExp(`^\\s+${oneOf(list.nounsAfterLikely)}\\b`, 'i'),
    chanceNounBefore: new RegExp(`\\b${oneOf(list.chanceNouns)}\\b[^.,;:!?]*\\s$`, 'i'),
    linkingVerbBefore: new RegExp(`\\b${oneOf(list.linkingVerbs)}\\s+$`, 'i'),
    chanceArticleBefore: new RegExp(`\\b${oneOf(list.chanceArticles)}\\s+$`, 'i'),
    infinitiveAfter: new RegExp(`^\\s+${oneOf(list.infinitiveMarkers)}\\b`),
    noChance: new RegExp(`^${oneOf(list.noChanceTerms)}$`),
    chance: new RegExp(` ${oneOf(list.chanceTermNouns)}$`),
    remote: new RegExp(`^${oneOf(list.remoteTerms)}$`),
    adverb: new RegExp(`\\b${oneOf(list.likelihoodAdverbs)}$`),
    adverbialAdjective: new RegExp(`\\b${oneOf(list.adverbialAdjectives)}$`),
    // A brief may state that its terms are those of a scale, or that terms are equivalent.
    scaleMention: new RegExp(`\\bICD[- ]?203\\b|\\bPHIA\\b|\\b${oneOf(list.scaleMentions)}\\b`, 'i'),
    termEquation: new RegExp(
      [
        `\\b${oneOf(list.termNouns)}\\b[^.!?]{0,200}\\b${oneOf(list.equivalenceWords)}\\b`,
        `\\b${term}[”"’'*_]*\\s+${oneOf(list.equatingConjunctions)}\\s+[“"‘'*_]*${term}[”"’'*_]*\\s+${oneOf(list.equatingVerbs)}`,
      ].join('|'),
      'i',
    ),
    percentage: new RegExp(`\\d\\s?(?:%|${oneOf(list.percentWords)})`, 'i'),
  };
});
/** Characters before a term that may hold a modifier, and a noun that "remote" refers to. */
const MODIFIER_WINDOW = 32;
const CONTEXT_BEFORE = 160;
const CONTEXT_AFTER = 24;
const NONE: readonly LikelihoodTerm[] = [];

/**
 * The terms of either scale that the author of a block uses as estimates. "More likely", "not likely", "a likely
 * candidate", "unlikely allies", "probable cause" and "remote areas" are no estimates.
 */
export const likelihoodTermsIn = perBlock((block, text): readonly LikelihoodTerm[] => {
  const { anyTerm, terms, articles } = patterns();
  if (!anyTerm.test(text)) return NONE;
  const own = authorText(block, text);
  const found: LikelihoodTerm[] = [];
  for (const { 0: words, index: start } of own.matchAll(terms)) {
    const end = start + words.length;
    const term = words.toLowerCase().replace(/\s+/g, ' ').replace(articles, '');
    const before = own.slice(Math.max(0, start - CONTEXT_BEFORE), start);
    if (isEstimate(term, before, own.slice(end, end + CONTEXT_AFTER))) found.push({ start, end, term });
  }
  return found;
});

function isEstimate(term: string, before: string, after: string): boolean {
  const is = patterns();
  const near = before.slice(-MODIFIER_WINDOW);
  if (is.modifierBefore.test(near) || is.comparisonBefore.test(near)) return false;
  if (is.noChance.test(term)) return !is.infinitiveAfter.test(after);
  if (is.chance.test(term)) return !is.chanceArticleBefore.test(near);
  if (is.remote.test(term)) return is.linkingVerbBefore.test(near) && is.chanceNounBefore.test(before);
  if (is.adverb.test(term)) return true;
  if (is.determinerBefore.test(near)) return false;
  return is.adverbialAdjective.test(term) ? !is.nounAfterLikely.test(after) : is.predicateEnd.test(after);
}

/** Whether a block explains the terms: it names the scale, equates terms, or gives percentages for several of them. */
export const explainsTerms = perBlock((block, text): boolean => {
  const { scaleMention, termEquation, percentage, terms } = patterns();
  if (block.kind === 'front-matter') return false;
  if (scaleMention.test(text) || termEquation.test(text)) return true;
  return percentage.test(text) && new Set([...text.matchAll(terms)].map(([words]) => words.toLowerCase())).size > 2;
});
