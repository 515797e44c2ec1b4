/** Sentences that say what their author thinks, and not what happened or what others say. */
import type { Span } from '../../base/text/span.ts';
import { maskQuotations } from './authorText.ts';
import { patternsFrom } from './words/index.ts';
import { inEitherCase, oneOf, wholeWords } from './words/notation.ts';

const patterns = patternsFrom(({ judgments: list }) => {
  const adverb = `(?:${oneOf(list.adverbsBeforeJudgmentVerb)}\\s+)?`;
  const openers = oneOf(inEitherCase(list.nonJudgmentOpeners));
  const afterVerb = `\\b(?!\\s+${oneOf(list.nonJudgmentObjects)}\\b)`;
  return {
    // Case matters: interviews set in capitals are full of "WE BELIEVE", and none of it is the analyst's.
    judgments: [
      new RegExp(
        `(?<!\\b${openers}\\s)\\b${oneOf(list.firstPersonSubjects)}\\s+${adverb}${oneOf(list.judgmentVerbs)}${afterVerb}`,
      ),
      new RegExp(`\\b${oneOf(list.thirdPersonSubjects)}\\s+${adverb}${oneOf(list.thirdPersonJudgmentVerbs)}\\b`),
      wholeWords(list.statedJudgments, ''),
      new RegExp(`^[\\s*_>-]*${oneOf(inEitherCase(list.judgmentLabels))}[*_]*:`),
    ],
    anyJudgment: new RegExp(oneOf(list.judgmentStems), 'i'),
    reportedSpeech: wholeWords([...list.reportingVerbs, ...list.reportingPhrases], 'i'),
  };
});

/** Whether there may be a judgment in a text: most have none. */
export function mayContainJudgment(text: string): boolean {
  return patterns().anyJudgment.test(text);
}

/** Where a sentence says that it is a judgment of its author; undefined when it does not. */
export function findJudgment(sentence: string): Span | undefined {
  if (!mayContainJudgment(sentence)) return undefined;
  const withoutQuotations = maskQuotations(sentence);
  let found: Span | undefined;
  for (const pattern of patterns().judgments) {
    const match = pattern.exec(withoutQuotations);
    if (match && (!found || match.index < found.start))
      found = { start: match.index, end: match.index + match[0].length };
  }
  return found && !isReportedSpeech(withoutQuotations.slice(0, found.start)) ? found : undefined;
}

/** Whether a sentence says that it is a judgment of its author. */
export function isJudgment(sentence: string): boolean {
  return findJudgment(sentence) !== undefined;
}

/** Whether words hand on what somebody else says or thinks: said, according to, officials believed. */
export function isReportedSpeech(text: string): boolean {
  return patterns().reportedSpeech.test(text);
}
