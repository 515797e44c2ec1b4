/** Sentences that express likelihood or confidence, or that hedge. */
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { authorText } from './authorText.ts';
import { type ConfidenceTerm, confidenceTermsIn } from './confidence.ts';
import { mayContainHedge } from './hedges.ts';
import { findJudgment, isReportedSpeech } from './judgments.ts';
import { type LikelihoodTerm, likelihoodTermsIn } from './likelihood.ts';
import { type Statement, statementsIn } from './statements.ts';

/** A statement with its terms. Spans count from the start of the block, except for `judgment`. */
export interface Estimate extends Statement {
  /** Its text, masked as `authorText` masks it. */
  readonly authorText: string;
  readonly likelihoods: readonly LikelihoodTerm[];
  readonly confidences: readonly ConfidenceTerm[];
  /** The words that mark it as a judgment of the author; they count from the start of the statement. */
  readonly judgment: Span | undefined;
  /** Whether it reports what others say, and contains no judgment of its own. */
  readonly isReported: boolean;
}

const NONE: readonly Estimate[] = [];

/** The estimates of a paragraph in text order: statements with a term of likelihood or confidence, or with a hedge. */
export const estimatesIn = perBlock((block, text): readonly Estimate[] => {
  const likelihoods = [...likelihoodTermsIn(block, text)].reverse();
  const confidences = [...confidenceTermsIn(block, text)].reverse();
  if (likelihoods.length === 0 && confidences.length === 0 && !mayContainHedge(text)) return NONE;
  const masked = authorText(block, text);
  return statementsIn(block, text).flatMap((statement): Estimate[] => {
    const sentence = masked.slice(statement.start, statement.end);
    const likelihoodsHere = takeSpansWithin(likelihoods, statement);
    const confidencesHere = takeSpansWithin(confidences, statement);
    if (likelihoodsHere.length === 0 && confidencesHere.length === 0 && !mayContainHedge(sentence)) return [];
    const judgment = findJudgment(sentence);
    return [
      {
        ...statement,
        authorText: sentence,
        likelihoods: likelihoodsHere,
        confidences: confidencesHere,
        judgment,
        isReported: !judgment && isReportedSpeech(sentence),
      },
    ];
  });
});

/** Removes all spans that begin before the end of a span from the end of a list, and returns those inside the span. */
function takeSpansWithin<T extends Span>(rest: T[], { start, end }: Span): T[] {
  const taken: T[] = [];
  while (rest.length > 0 && rest.at(-1)!.start < end) taken.push(rest.pop()!);
  return taken.filter((one) => start <= one.start && one.end <= end);
}
