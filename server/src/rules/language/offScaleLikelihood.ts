import { type Hedge, hedgesIn } from '../../model/hedges.ts';
import { judgementIn, reports } from '../../model/judgement.ts';
import {
  explainsTerms,
  LIKELIHOOD_SCALES,
  type Likelihood,
  likelihoodsWithin,
  onScale,
  SCALE_NAMES,
  type ScaleName,
  sayStepsBetween,
} from '../../model/likelihood.ts';
import { ownWords } from '../../model/ownWords.ts';
import { statementsOf } from '../../model/statements.ts';
import { type Span, shift } from '../../syntax/span.ts';
import type { Problem, Rule } from '../rule.ts';

/** What says that "may" gives leave. */
const lawful =
  /\b(?:laws?|lawful(?:ly)?|legal(?:ly)?|articles?|constitutions?|constitutional|decrees?|statutes?|regulations?|permits?|permitted|allowed|charters?|treaty|treaties|licen[cs]es?|licen[cs]ed|courts?|bans?|banned|rules?|provisions?|clauses?|resolutions?|entitled)\b/i;

/** An estimate in words that are on no scale. */
export const offScaleLikelihood: Rule = {
  code: 'off-scale-likelihood',
  severity: { draft: 'off', release: 'information' },
  title: 'A judgement says how likely something is with a word that is not on the scale.',
  standard: {
    name: 'ICD 203, D.6.e.(2)(a); PHIA Probability Yardstick',
    says: 'Expressions of likelihood use the terms of the scale, each of which stands for a range of percentages.',
  },
  why: `"May", "might" and "cannot be ruled out" hold for a chance of one in twenty as for four in five: every reader puts a number of
    their own to them, and none of them can be wrong. In a sentence that judges, say which step of the scale is meant. The message
    names the steps the word is usually taken for. Which one it is only the author knows, so nothing is replaced. Facts, reported
    speech, quotations, permissions, abilities and sentences that hold a term of the scale anyway are left alone. A term of the
    other scale ("highly likely" under ICD 203, "very likely" under the PHIA yardstick) counts as off the scale, too.`,
  bad: { brief: 'We assess that the pilots may return to Kabul (RFE/RL, September 5).\n' },
  good: { brief: 'We assess that the pilots are unlikely to return to Kabul (RFE/RL, September 5).\n' },
  paragraph(block, { settings: { scale }, text }) {
    const words = text({ start: 0, end: block.length });
    const own = ownWords(block, words);
    if (explainsTerms(block, words)) return [];
    return statementsOf(block, words).flatMap((statement): Problem[] => {
      const sentence = own.slice(statement.start, statement.end);
      const terms = likelihoodsWithin(block, words, statement);
      const foreign = foreignTerm(terms, sentence, statement, scale);
      if (foreign) return [foreign];
      const hedge = terms.length > 0 ? undefined : hedgeIn(sentence, statement.citations.length > 0);
      if (!hedge) return [];
      const said = words.slice(statement.start + hedge.start, statement.start + hedge.end).replace(/\s+/g, ' ');
      const steps = sayStepsBetween(hedge.from, hedge.to, scale);
      const message = `“${said}” names no likelihood, and every reader puts a number of their own to it. Say which step of ${LIKELIHOOD_SCALES[scale].name} is meant: ${steps}.`;
      return [{ span: shift({ start: hedge.start, end: hedge.end }, statement.start), message }];
    });
  },
};

/** A term of the other scale in a sentence that judges, where none of this scale is in it. */
function foreignTerm(
  terms: readonly Likelihood[],
  sentence: string,
  { start }: Span,
  scale: ScaleName,
): Problem | undefined {
  const [first] = terms;
  if (!first || terms.some(({ term }) => onScale(term, scale))) return undefined;
  const judgement = judgementIn(sentence);
  if (!judgement || handsOn(sentence, judgement, first.start - start)) return undefined;
  const other = SCALE_NAMES.find((name) => name !== scale && onScale(first.term, name));
  const step = other && onScale(first.term, other)?.step;
  if (!step) return undefined;
  const message = `“${first.term}” is a term of ${LIKELIHOOD_SCALES[other].name}, not of ${LIKELIHOOD_SCALES[scale].name}, by which this brief is checked: readers cannot tell whose range is meant. Say which step it is: ${sayStepsBetween(step.from, step.to, scale)}.`;
  return { span: { start: first.start, end: first.end }, message };
}

/** The first hedge of a sentence that is a judgement of its author's. */
function hedgeIn(sentence: string, isCited: boolean): Hedge | undefined {
  const hedges = hedgesIn(sentence);
  if (hedges.length === 0) return undefined;
  const judgement = judgementIn(sentence);
  const isOwn = judgement !== undefined || (!isCited && !reports(sentence));
  return hedges.find((hedge) => {
    const words = sentence.slice(hedge.start, hedge.end);
    if (words.startsWith('may') && lawful.test(sentence)) return false;
    if (judgement) return !handsOn(sentence, judgement, hedge.start);
    return hedge.judges && isOwn;
  });
}

/** Whether somebody else comes in between the judgement and a place of the sentence, or the place comes first. */
function handsOn(sentence: string, judgement: Span, at: number): boolean {
  return at < judgement.end || reports(sentence.slice(judgement.end, at));
}
