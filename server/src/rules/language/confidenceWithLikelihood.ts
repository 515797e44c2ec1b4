import * as l10n from '@vscode/l10n';
import { confidenceTermsIn } from '../../analysis/language/confidence.ts';
import { type Estimate, estimatesIn } from '../../analysis/language/estimates.ts';
import { isReportedSpeech } from '../../analysis/language/judgments.ts';
import { explainsTerms, type LikelihoodTerm, likelihoodTermsIn } from '../../analysis/language/likelihood.ts';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import { oneOf } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import type { Block } from '../../syntax/ast.ts';

import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

const sentenceEnd = /(?:[.!?][”"’')\]*_]*|\))$/;
const patterns = patternsFrom(({ confidence: list }) => {
  const level = `${oneOf(Object.keys(list.confidenceLevels))}(?:[\\s-]+${oneOf(list.rangeWords)}[\\s-]+\\w+)?`;
  return {
    aside: new RegExp(`^${oneOf(list.confidenceAsides, { slots: { level } })}$`, 'i'),
    note: new RegExp(`^${oneOf(list.confidenceNotes, { slots: { level } })}$`, 'i'),
    asidePreposition: new RegExp(`^${oneOf(list.asidePrepositions)}\\s+`, 'i'),
  };
});

/** A level of confidence and a likelihood in one sentence. */
export const confidenceWithLikelihood: Rule = {
  code: 'confidence-with-likelihood',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A sentence states both a level of confidence and a likelihood.'),
  standard: {
    name: 'ICD 203, D.6.e.(2)(b)',
    url: STANDARD_URLS.ICD_203,
    requirement: l10n.t(
      'A product that states the confidence of its analysts does not combine it with the likelihood of an event in one sentence.',
    ),
  },
  why: l10n.t(
    'Confidence describes the basis of a judgment: sources, logic, gaps. Likelihood describes the event. Readers who see both in one sentence add them up ("high confidence that it is likely" becomes "almost certain"). Give the likelihood in one sentence and the confidence, with its reason, in the next. The rule skips estimates reported from others, quotations, and paragraphs that explain the terms. It is silent for houses that use the UK PHIA yardstick, where both customarily share a sentence.',
  ),
  bad: { brief: 'We assess with high confidence that the pilots are likely to return (RFE/RL, September 5).\n' },
  good: {
    brief:
      'We assess that the pilots are likely to return (RFE/RL, September 5). We have high confidence in this judgment: three outlets agree.\n',
  },
  fixed: {
    brief:
      'We assess that the pilots are likely to return (RFE/RL, September 5). We have high confidence in this judgment.\n',
  },
  paragraph(block, { settings, textOf }) {
    if (settings.scale !== 'ICD203') return [];
    return problemsIn(block, textOf({ start: 0, end: block.length }));
  },
  fixes({ data, span }, { uri, text }) {
    if (typeof data?.level !== 'string' || typeof data.offsetToEnd !== 'number') return [];
    const end = span.start + data.offsetToEnd;
    return [
      {
        title: l10n.t('Move “{0}” to a sentence of its own', data.level),
        changes: [
          { uri, span: asideSpan(text, span), text: '' },
          { uri, span: { start: end, end }, text: ` We have ${data.level} in this judgment.` },
        ],
      },
    ];
  },
};

function problemsIn(block: Block, text: string): Problem[] {
  if (confidenceTermsIn(block, text).length === 0 || likelihoodTermsIn(block, text).length === 0) return [];
  return estimatesIn(block, text).flatMap((estimate): Problem[] => {
    const [confidence] = estimate.confidences;
    const likelihood = confidence && !estimate.isReported && adjacentLikelihood(confidence, estimate);
    if (!likelihood || explainsTerms(block, text)) return [];
    const confidenceText = text.slice(confidence.start, confidence.end).replace(/\s+/g, ' ');
    const likelihoodText = text.slice(likelihood.start, likelihood.end).replace(/\s+/g, ' ');
    const message = l10n.t(
      'Confidence (“{0}”) and likelihood (“{1}”) share a sentence. ICD 203: state the likelihood here, then your confidence and its reason.',
      confidenceText,
      likelihoodText,
    );
    return [
      {
        span: { start: confidence.start, end: confidence.end },
        message,
        ...separationData(estimate, confidence, text),
      },
    ];
  });
}

/** The likelihood term nearest to the confidence, unless reported speech separates the two. */
function adjacentLikelihood(
  { start, end }: Span,
  { likelihoods, authorText, ...statement }: Estimate,
): LikelihoodTerm | undefined {
  const preceding = likelihoods.findLast((one) => one.end <= start);
  const following = likelihoods.find((one) => one.start >= end);
  const between = (from: number, to: number) => authorText.slice(from - statement.start, to - statement.start);
  if (preceding && !isReportedSpeech(between(preceding.end, start))) return preceding;
  return following && !isReportedSpeech(between(end, following.start)) ? following : undefined;
}

/** The data for the fix that moves the confidence into its own sentence; empty unless it can simply be cut out. */
function separationData(statement: Span, { start, end }: Span, text: string): Pick<Problem, 'data'> {
  const confidenceText = text.slice(start, end);
  const isInBrackets =
    text[start - 1] === '(' &&
    text[end] === ')' &&
    /\s/.test(text[start - 2] ?? '') &&
    patterns().note.test(confidenceText);
  const isAside = patterns().aside.test(confidenceText) && /[\p{L}\p{N},]\s$/u.test(text.slice(0, start));
  if ((!isAside && !isInBrackets) || !sentenceEnd.test(text.slice(statement.start, statement.end))) return {};
  const level = confidenceText.replace(patterns().asidePreposition, '').replace(/\s+/g, ' ').toLowerCase();
  return { data: { level, offsetToEnd: statement.end - start } };
}

/** The span extended by the surrounding brackets or commas, and the preceding space. */
function asideSpan(text: string, { start, end }: Span): Span {
  if (text[start - 1] === '(' && text[end] === ')') return { start: start - 2, end: end + 1 };
  const isBetweenCommas = text[start - 2] === ',' && text[end] === ',';
  return isBetweenCommas ? { start: start - 2, end: end + 1 } : { start: start - 1, end };
}
