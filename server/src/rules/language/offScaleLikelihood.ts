import * as l10n from '@vscode/l10n';
import { type Estimate, estimatesIn } from '../../analysis/language/estimates.ts';
import { hedgesIn } from '../../analysis/language/hedges.ts';
import { isReportedSpeech } from '../../analysis/language/judgments.ts';
import {
  explainsTerms,
  findOnScale,
  formatStepsBetween,
  LIKELIHOOD_SCALES,
  SCALES,
  type Scale,
} from '../../analysis/language/likelihood.ts';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import { wholeWords } from '../../base/text/phrases.ts';
import { shift } from '../../base/text/span.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

const patterns = patternsFrom(({ hedges: list }) => ({
  /** Context in which "may" expresses permission. */
  permission: wholeWords(list.permissionWords, 'i'),
  /** Introduces somebody else's view, or a purpose: "the ministry worries that talks may fail", "so that they may". */
  othersView: wholeWords([...list.othersViewWords, ...list.purposePhrases], 'i'),
}));

/** An estimate in words that are not on the scale. */
export const offScaleLikelihood: Rule = {
  code: 'off-scale-likelihood',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('A judgment uses a word of likelihood that is not on the scale.'),
  standard: {
    name: 'ICD 203, D.6.e.(2)(a); PHIA Probability Yardstick',
    url: STANDARD_URLS.ICD_203,
    requirement: l10n.t(
      'Expressions of likelihood use the terms of the scale; each stands for a range of percentages.',
    ),
  },
  why: l10n.t(
    '"May", "might" and "cannot be ruled out" fit a chance of one in twenty as well as four in five. Every reader imagines a different number, and none of these words can turn out wrong. In a judgment, say which step of the scale is meant. The message lists the steps that the word is usually taken for; only the author knows which one is meant, so there is no automatic fix. The rule skips facts, reported speech, quotations, permissions, abilities and sentences that contain a term of the scale. Terms of the other scale ("highly likely" under ICD 203, "very likely" under the PHIA yardstick) are also off the scale.',
  ),
  bad: { brief: 'We assess that the pilots may return to Kabul (RFE/RL, September 5).\n' },
  good: { brief: 'We assess that the pilots are unlikely to return to Kabul (RFE/RL, September 5).\n' },
  paragraph(block, { settings: { scale }, textOf }) {
    const blockText = textOf({ start: 0, end: block.length });
    return estimatesIn(block, blockText).flatMap((estimate): Problem[] => {
      if (estimate.isReported) return [];
      const problem =
        estimate.likelihoods.length > 0
          ? foreignTermProblem(estimate, scale)
          : hedgeProblem(estimate, blockText, scale);
      return problem && !explainsTerms(block, blockText) ? [problem] : [];
    });
  },
};

/** A term of the other scale in a judgment that uses no term of this scale. */
function foreignTermProblem(estimate: Estimate, scale: Scale): Problem | undefined {
  const [first] = estimate.likelihoods;
  if (!first || !isJudged(estimate, first.start - estimate.start)) return undefined;
  if (estimate.likelihoods.some(({ term }) => findOnScale(term, scale))) return undefined;
  const other = SCALES.find((name) => name !== scale && findOnScale(first.term, name));
  const step = other && findOnScale(first.term, other)?.step;
  if (!step) return undefined;
  const message = l10n.t(
    '“{0}” is a term of {1}, not of {2}. Choose: {3}.',
    first.term,
    LIKELIHOOD_SCALES[other].name,
    LIKELIHOOD_SCALES[scale].name,
    formatStepsBetween(step.from, step.to, scale),
  );
  return { span: { start: first.start, end: first.end }, message };
}

/** The first hedge of a judgment: a word that leaves the likelihood open. */
function hedgeProblem(estimate: Estimate, text: string, scale: Scale): Problem | undefined {
  const hedges = hedgesIn(estimate.authorText);
  if (hedges.length === 0) return undefined;
  const isLawful = patterns().permission.test(estimate.authorText);
  const hedge = hedges.find(({ start, isPermission, isJudgment }) => {
    if (isPermission && isLawful) return false;
    return estimate.judgment ? isJudged(estimate, start) : isJudgment && estimate.citations.length === 0;
  });
  if (!hedge) return undefined;
  const span = shift({ start: hedge.start, end: hedge.end }, estimate.start);
  const surface = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const message = l10n.t(
    '“{0}” gives no likelihood. Choose, by {1}: {2}.',
    surface,
    LIKELIHOOD_SCALES[scale].name,
    formatStepsBetween(hedge.from, hedge.to, scale),
  );
  return { span, message };
}

/** Whether the judgement precedes an offset in its sentence, without another speaker in between. */
function isJudged({ judgment, authorText }: Estimate, at: number): boolean {
  if (!judgment || at < judgment.end) return false;
  const between = authorText.slice(judgment.end, at);
  return !isReportedSpeech(between) && !patterns().othersView.test(between);
}
