/** The sentences of a paragraph that say something of likelihood and confidence, or may leave it open. */
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { authorText } from './authorText.ts';
import { type ConfidenceTerm, confidenceTermsIn } from './confidence.ts';
import { mayContainHedge } from './hedges.ts';
import { findJudgment, isReportedSpeech } from './judgments.ts';
import { type LikelihoodTerm, likelihoodTermsIn } from './likelihood.ts';
import { type Statement, statementsIn } from './statements.ts';

/** A statement; all its spans but the one of its judgment count from the start of the block. */
export interface Estimate extends Statement {
  /** Its text, with a filler for what is not in the words of the author. */
  readonly authorText: string;
  readonly likelihoods: readonly LikelihoodTerm[];
  readonly confidences: readonly ConfidenceTerm[];
  /** Where it says that it is a judgment of its author; counts from the start of the statement. */
  readonly judgment: Span | undefined;
  /** Whether it hands on what others say, and judges nothing itself. */
  readonly isReported: boolean;
}

const NONE: readonly Estimate[] = [];

/** In order of place. A statement without any term of likelihood or confidence, and without a hedge, is none. */
export const estimatesIn = perBlock((block, text): readonly Estimate[] => {
  const likelihoods = [...likelihoodTermsIn(block, text)].reverse();
  const confidences = [...confidenceTermsIn(block, text)].reverse();
  if (likelihoods.length === 0 && confidences.length === 0 && !mayContainHedge(text)) return NONE;
  const own = authorText(block, text);
  return statementsIn(block, text).flatMap((statement): Estimate[] => {
    const sentence = own.slice(statement.start, statement.end);
    const likely = takeSpansWithin(likelihoods, statement);
    const confident = takeSpansWithin(confidences, statement);
    if (likely.length === 0 && confident.length === 0 && !mayContainHedge(sentence)) return [];
    const judgment = findJudgment(sentence);
    const handsOn = !judgment && isReportedSpeech(sentence);
    return [
      {
        ...statement,
        authorText: sentence,
        likelihoods: likely,
        confidences: confident,
        judgment,
        isReported: handsOn,
      },
    ];
  });
});

/** Takes from the end of a list what begins before a span ends; what lies in the span is answered. */
function takeSpansWithin<T extends Span>(rest: T[], { start, end }: Span): T[] {
  const taken: T[] = [];
  while (rest.length > 0 && rest.at(-1)!.start < end) taken.push(rest.pop()!);
  return taken.filter((one) => start <= one.start && one.end <= end);
}
