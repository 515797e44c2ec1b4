/** Terms of likelihood: the published scales, and where a paragraph uses their terms as estimates of its author. */
import * as l10n from '@vscode/l10n';
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { authorText } from './authorText.ts';

/** A step of a scale: its range in percent, and its terms, in lower case. */
export interface ScaleStep {
  readonly from: number;
  readonly to: number;
  /** Those of the first row of the table, those of the second. The yardstick has one row. */
  readonly rows: readonly (readonly string[])[];
}

/** The published scales of likelihood: US ICD 203, UK PHIA yardstick. */
export const SCALES = ['ICD203', 'PHIA'] as const;
export type Scale = (typeof SCALES)[number];

export interface LikelihoodScale {
  readonly title: string;
  /** As it is called in a sentence. */
  readonly name: string;
  readonly steps: readonly ScaleStep[];
}

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

/** A term where it stands; its span counts from the start of the block. */
export interface LikelihoodTerm extends Span {
  /** In lower case, without an article: `very likely`, `remote chance`, `remote`. */
  readonly term: string;
}

export interface ScalePosition {
  readonly step: ScaleStep;
  /** Which row of the table the term is of. */
  readonly row: number;
}

/** Where a term stands on a scale; undefined when it is none of its terms. */
export function findOnScale(term: string, scale: Scale): ScalePosition | undefined {
  // A "remote possibility" is as remote as a "remote chance"; "nearly certainly" is the adverb of the table's "nearly certain".
  const remote = scale === 'ICD203' ? 'remote' : 'remote chance';
  const spellings = [term, term.replace(/^remote\b.*/, remote).replace('nearly certainly', 'nearly certain')];
  for (const step of LIKELIHOOD_SCALES[scale].steps) {
    const row = step.rows.findIndex((terms) => terms.some((name) => spellings.includes(name)));
    if (row >= 0) return { step, row };
  }
  return undefined;
}

/** The steps of a scale that share more than an edge with a range in percent, with their first terms and ranges. */
export function formatStepsBetween(from: number, to: number, scale: Scale): string {
  const steps = LIKELIHOOD_SCALES[scale].steps.filter((step) => step.from < to && step.to > from);
  const formatted = steps.map((step) => `${step.rows[0]![0]} (${formatPercentRange(step)})`);
  const last = formatted.pop() ?? '';
  return formatted.length === 0 ? last : l10n.t('{0} or {1}', formatted.join(', '), last);
}

/** `55–80 %`. */
export function formatPercentRange({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from}–${to} %`;
}

const termPattern =
  /\b(?:almost\s+no\s+chance|(?:an?\s+)?roughly\s+(?:an\s+)?even\s+(?:chance|odds)|(?:a\s+)?remote\s+(?:chance|possibility|likelihood|probability)|(?:a\s+)?realistic\s+possibility|remote|(?:almost|nearly)\s+certain(?:ly)?|highly\s+(?:im)?probable|(?:very\s+|highly\s+)?(?:un)?likely|(?:im)?probable|probably)\b(?!-)/gi;

/** Every term has one of these in it. */
const anyTermPattern = /likely|probab|certain|remote|realistic|roughly|chance/i;

/** What makes another estimate, a comparison, a denial or a question of the term it stands before. */
const modifierBefore =
  /(?:\b(?:more|less|most|least|equally|not|never|no|means|hardly|scarcely|neither|nor|how|however|so|too|increasingly|decreasingly|fairly|rather|quite|pretty|extremely|exceedingly|overwhelmingly|reasonably|particularly|somewhat|very|highly|even|if|whether|far|longer|than)|n[’']t)\s+(?:an?\s+)?$|\w-$/i;
const comparisonBefore =
  /(?<!\b(?:assessed|judged|seen|regarded|viewed|rated|described|considered|treated)\s)\bas\s+$/i;
/** What stands before an adjective that belongs to a noun: "the likely successor", "Russia’s likely target". */
const determinerBefore =
  /(?:\b(?:an?|the|its|his|her|their|our|this|that|these|those|any|some|such|every|each|another|other|one|two|several|many)|(?<!\b(?:it|he|she|that|there|who))[’']s)\s+$/i;
/** What may follow an adjective that belongs to no noun. */
const predicateEnd =
  /^(?:\s*(?:$|[^\s\p{L}\p{N}-])|\s+(?:to|that|and|but|or|in|for|at|by|on|over|under|within|during|given|because|as|if|unless|while|when|although|though|with|without|than|before|after|from|since|until|even|only|now|this|next|not|we|I|however)\b)/u;
const nounAfterLikely =
  /^\s+(?:voters?|candidates?|suspects?|culprits?|stor(?:y|ies)|places?|successors?|contenders?|winners?|targets?|spots?|venues?|buyers?)\b/i;
/** What may be remote in the sense of a scale: a village is remote, too. */
const chanceNounBefore =
  /\b(?:chances?|possibilit(?:y|ies)|likelihood|probability|prospects?|odds|risks?|danger)\b[^.,;:!?]*\s$/i;
const copulaBefore = /\b(?:is|are|was|were|be|remains?|remained|seems?|looks?|appears?)\s+$/i;
/** "The garrison had almost no chance to flee" tells of the past. */
const infinitiveAfter = /^\s+to\b/;
/** A few words before a term, and what goes before them. */
const MODIFIER_WINDOW = 32;
const CONTEXT_BEFORE = 160;
const CONTEXT_AFTER = 24;
const NONE: readonly LikelihoodTerm[] = [];

/**
 * The terms of either scale that a block uses as estimates in its author's words. "More likely", "not likely", "a likely
 * candidate", "unlikely allies", "probable cause" and "remote areas" are none.
 */
export const likelihoodTermsIn = perBlock((block, text): readonly LikelihoodTerm[] => {
  if (!anyTermPattern.test(text)) return NONE;
  const own = authorText(block, text);
  const found: LikelihoodTerm[] = [];
  for (const { 0: words, index: start } of own.matchAll(termPattern)) {
    const end = start + words.length;
    const name = words.toLowerCase().replace(/\s+/g, ' ').replace(/^an? /, '').replace('roughly an ', 'roughly ');
    const before = own.slice(Math.max(0, start - CONTEXT_BEFORE), start);
    if (isEstimate(name, before, own.slice(end, end + CONTEXT_AFTER))) found.push({ start, end, term: name });
  }
  return found;
});

function isEstimate(termName: string, before: string, after: string): boolean {
  const near = before.slice(-MODIFIER_WINDOW);
  if (modifierBefore.test(near) || comparisonBefore.test(near)) return false;
  if (termName === 'almost no chance') return !infinitiveAfter.test(after);
  if (/ (?:chance|odds|possibility|likelihood|probability)$/.test(termName))
    return !/\bthe(?:\s+only)?\s+$/i.test(near);
  if (termName === 'remote') return copulaBefore.test(near) && chanceNounBefore.test(before);
  if (/(?:bly|certainly)$/.test(termName)) return true;
  if (determinerBefore.test(near)) return false;
  return termName.endsWith(' likely') || termName === 'likely'
    ? !nounAfterLikely.test(after)
    : predicateEnd.test(after);
}

/** What a brief says of its terms: that they are of a scale, or that they mean the same. */
const scaleMention =
  /\bICD[- ]?203\b|\bPHIA\b|\byardstick\b|\b(?:estimative|probabilistic)\s+language\b|\b(?:terms|words|expressions|degrees)\s+(?:of|for)\s+(?:likelihood|probability|estimative)\b/i;
const termEquation =
  /\b(?:terms?|words?|expressions?)\b[^.!?]{0,200}\b(?:same|interchangeabl[ey]|equivalent|synonym(?:s|ous(?:ly)?)?)\b|\b(?:likely|probabl[ey])[”"’'*_]*\s+(?:and|or)\s+[“"‘'*_]*(?:likely|probabl[ey])[”"’'*_]*\s+(?:mean|are\s+used|have\s+the\s+same|denote|indicate)/i;
const percentPattern = /\d\s?(?:%|percent|per\s+cent)/i;

/** Whether a block explains what the terms mean: it names the scale, equates terms, or gives their percentages. */
export const explainsTerms = perBlock((block, text): boolean => {
  if (block.kind === 'front-matter') return false;
  if (scaleMention.test(text) || termEquation.test(text)) return true;
  return (
    percentPattern.test(text) && new Set([...text.matchAll(termPattern)].map(([words]) => words.toLowerCase())).size > 2
  );
});
