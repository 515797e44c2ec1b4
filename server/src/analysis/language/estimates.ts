/** The sentences of a paragraph that say something of likelihood and confidence, or may leave it open. */
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { ownWords } from './authorText.ts';
import { type Confidence, confidencesIn } from './confidence.ts';
import { mayHedge } from './hedges.ts';
import { judgementIn, reports } from './judgements.ts';
import { type Likelihood, likelihoodsIn } from './likelihood.ts';
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

const NONE: readonly Estimate[] = [];

/** In order of place. A statement without any term of likelihood or confidence, and without a hedge, is none. */
export const estimatesIn = perBlock((block, text): readonly Estimate[] => {
  const likelihoods = [...likelihoodsIn(block, text)].reverse();
  const confidences = [...confidencesIn(block, text)].reverse();
  if (likelihoods.length === 0 && confidences.length === 0 && !mayHedge(text)) return NONE;
  const own = ownWords(block, text);
  return statementsOf(block, text).flatMap((statement): Estimate[] => {
    const sentence = own.slice(statement.start, statement.end);
    const likely = takeWithin(likelihoods, statement);
    const confident = takeWithin(confidences, statement);
    if (likely.length === 0 && confident.length === 0 && !mayHedge(sentence)) return [];
    const judgement = judgementIn(sentence);
    const handsOn = !judgement && reports(sentence);
    return [{ ...statement, own: sentence, likelihoods: likely, confidences: confident, judgement, handsOn }];
  });
});

/** Takes from the end of a list what begins before a span ends; what lies in the span is answered. */
function takeWithin<T extends Span>(rest: T[], { start, end }: Span): T[] {
  const taken: T[] = [];
  while (rest.length > 0 && rest.at(-1)!.start < end) taken.push(rest.pop()!);
  return taken.filter((one) => start <= one.start && one.end <= end);
}
