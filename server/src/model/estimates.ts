/** The sentences of a paragraph with what they say of likelihood and confidence. */
import type { Span } from '../syntax/span.ts';
import { type Confidence, confidencesIn } from './confidence.ts';
import { judgementIn, reports } from './judgement.ts';
import { type Likelihood, likelihoodsIn } from './likelihood.ts';
import { ownWords } from './ownWords.ts';
import { perBlock } from './perBlock.ts';
import { type Statement, statementsOf } from './statements.ts';

/** A statement; all its spans but the one of its judgement count from the start of the block. */
export interface Estimate extends Statement {
  /** Its text, with a filler for what is not in the words of the author. */
  readonly own: string;
  readonly likelihoods: readonly Likelihood[];
  readonly confidences: readonly Confidence[];
  /** Where it says that it is a judgement of its author; counts from the start of the statement. */
  readonly judgement: Span | undefined;
  /** Whether it hands on what others say, and judges nothing itself. */
  readonly handsOn: boolean;
}

/** The statements of a paragraph in order of place. */
export const estimatesIn = perBlock((block, text): readonly Estimate[] => {
  const own = ownWords(block, text);
  const likelihoods = [...likelihoodsIn(block, text)].reverse();
  const confidences = [...confidencesIn(block, text)].reverse();
  return statementsOf(block, text).map((statement): Estimate => {
    const sentence = own.slice(statement.start, statement.end);
    const judgement = judgementIn(sentence);
    return {
      ...statement,
      own: sentence,
      likelihoods: takeWithin(likelihoods, statement),
      confidences: takeWithin(confidences, statement),
      judgement,
      handsOn: !judgement && reports(sentence),
    };
  });
});

/** Takes from the end of a list what begins before a span ends; what lies in the span is answered. */
function takeWithin<T extends Span>(rest: T[], { start, end }: Span): T[] {
  const taken: T[] = [];
  while (rest.length > 0 && rest.at(-1)!.start < end) taken.push(rest.pop()!);
  return taken.filter((one) => start <= one.start && one.end <= end);
}
