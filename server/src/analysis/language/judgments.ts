/** Sentences that state a judgment of their author, as opposed to facts and reports of what others say. */

import { inEitherCase, oneOf, wholeWords } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import { maskQuotations } from './authorText.ts';
import { patternsFrom } from './words/index.ts';

const patterns = patternsFrom(({ judgments: list }) => {
  const adverb = `(?:${oneOf(list.adverbsBeforeJudgmentVerb)}\\s+)?`;
  const openers = oneOf(inEitherCase(list.nonJudgmentOpeners));
  const afterVerb = `\\b(?!\\s+${oneOf(list.nonJudgmentObjects)}\\b)`;
  return {
    // Case matters: interviews in capitals are full of "WE BELIEVE", which is not the analyst's judgment.
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

/** Whether a text may contain a judgment: a quick check that rules most texts out. */
export function mayContainJudgment(text: string): boolean {
  return patterns().anyJudgment.test(text);
}

/** The words that mark a sentence as a judgment of its author; undefined if there are none, or if they are reported. */
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

/** Whether a sentence states a judgment of its author. */
export function isJudgment(sentence: string): boolean {
  return findJudgment(sentence) !== undefined;
}

/** Whether a text reports what someone else says or thinks: "officials believed", "according to". */
export function isReportedSpeech(text: string): boolean {
  return patterns().reportedSpeech.test(text);
}
